use super::*;
use crate::article::{Article, Label};
use crate::choice::Called;
use crate::conflict::{Claim, ConflictKind};
use crate::echo::{QuotePlace, Telling, echoes};

/// Three articles whose second sentences tell of one thing.
const BRIDGE: [&str; 3] = [
    "It rained in Port Hale all day.\n\n“The old bridge will be closed for good,” Mayor Anna Berg said of the four arches.",
    "The fair was cancelled.\n\nAnna Berg said that the bridge with its five arches would be closed on Monday, and paid for by Tom Reed.",
    "Trains ran late.\n\nBerg said that “the old bridge will be closed.”",
];

#[test]
fn a_cell_has_its_words_and_the_strongest_quote() {
    let coverage = bridge(Between::default());
    let row = &coverage.rows[0];
    let shown: Vec<(usize, Option<QuoteKind>)> = row
        .cells
        .values()
        .map(|cell| (cell.words, cell.said.as_ref().map(|said| said.kind)))
        .collect();
    assert_eq!(
        shown,
        [
            (16, Some(QuoteKind::Direct)),
            (21, Some(QuoteKind::Indirect)),
            (9, Some(QuoteKind::Mixed)),
        ]
    );
    let said = row.cells[&2].said.as_ref();
    let names = said.and_then(|said| coverage.cast.listed(said.speakers.iter().copied()));
    assert_eq!(names.as_deref(), Some("Anna Berg"));
    assert!(said.is_some_and(|said| said.cut));
}

#[test]
fn numbers_and_names_of_one_article_alone_are_its_own() {
    let coverage = bridge(Between::default());
    let own = |article: usize| -> Vec<&str> {
        let text = coverage.readings[article].article.text.as_str();
        let spans = &coverage.rows[0].cells[&article].own;
        spans.iter().map(|span| span.of(text)).collect()
    };
    assert_eq!(own(0), ["four"]);
    assert_eq!(own(1), ["five", "Tom", "Reed"]);
    assert_eq!(own(2), [""; 0]);
}

#[test]
fn what_articles_disagree_on_is_flagged_in_the_row_that_has_both_sentences() {
    let conflict = |sentences: Pair<usize>| Conflict {
        kind: ConflictKind::Number,
        sentences,
        about: "arches".to_owned(),
        claims: Pair::new("4", "5").map(|says| Claim {
            spans: vec![Span::new(0, 1)],
            says: says.to_owned(),
        }),
        confidence: 0.8,
    };
    let articles = Pair::new(0, 1);
    let disagreement = |sentences| Disagreement {
        articles,
        conflict: conflict(sentences),
    };
    let between = Between {
        conflicts: vec![disagreement(Pair::new(1, 1)), disagreement(Pair::new(0, 1))],
        ..Between::default()
    };
    let coverage = bridge(between);
    assert_eq!(
        coverage.rows[0].flags,
        [Flag::Disputed(ConflictKind::Number), Flag::Quote]
    );
    assert_eq!(coverage.rows[0].conflicts, [disagreement(Pair::new(1, 1))]);
    assert!(coverage.rows[0].is_disputed());
    assert!(
        coverage.rows[1..]
            .iter()
            .all(|row| row.conflicts.is_empty())
    );
}

#[test]
fn a_quote_that_is_paraphrased_and_other_words_are_flagged() {
    let between = Between {
        paraphrases: vec![Paraphrase {
            quoted: QuotePlace {
                article: 0,
                quote: 0,
            },
            told: vec![Telling {
                place: QuotePlace {
                    article: 1,
                    quote: 0,
                },
                score: 0.9,
            }],
        }],
        choices: vec![Choice {
            about: "bridge".to_owned(),
            wordings: [0, 1]
                .map(|article| Called {
                    article,
                    sentence: 1,
                    span: Span::default(),
                })
                .to_vec(),
        }],
        ..Between::default()
    };
    let coverage = bridge(between);
    assert_eq!(coverage.rows[0].flags, [Flag::Quote, Flag::Word]);
    assert_eq!(coverage.rows[1].flags, [Flag::Only(0)]);
}

#[test]
fn what_two_tell_and_the_third_leaves_out_is_an_omission() {
    let sale = "The mayor said that the city will not sell the old harbour";
    let omits = |endings: [&str; 3]| {
        let readings = endings.map(|ending| {
            let text = format!("{sale}{ending}.");
            Arc::new(Reading::new(Article::plain(text, Label::default())))
        });
        let coverage = cover(readings.to_vec());
        let flags = coverage.rows[0].flags.clone();
        let omits = |flag: &Flag| matches!(flag, Flag::Omits(_));
        (
            flags.into_iter().filter(omits).collect::<Vec<Flag>>(),
            coverage.rows[0].omissions.len(),
        )
    };
    let (flags, _) = omits([
        ", adding that its charter forbids such deals",
        "",
        ", since the charter forbids deals of that sort",
    ]);
    assert_eq!(flags, [Flag::Omits(1)]);
    // Nobody else has what the first adds, nor what the third does.
    let (flags, parts) = omits([
        ", adding that its charter forbids such deals",
        "",
        ", although engineers expect costly repairs",
    ]);
    assert_eq!((flags, parts), (vec![], 4));
}

#[test]
fn rows_are_ordered_and_what_one_tells_comes_last() {
    let coverage = bridge(Between::default());
    assert_eq!(coverage.shared(), 1);
    for order in [Order::FirstMention, Order::MostArticles, Order::Depth] {
        assert_eq!(coverage.order(order)[0], 0);
        assert_eq!(coverage.order(order).len(), 4);
    }
    assert_eq!(coverage.rows[coverage.order(Order::Depth)[1]].words(), 7);
}

#[test]
fn one_article_alone_is_covered_by_itself() {
    let reading = Reading::new(Article::plain(BRIDGE[0].to_owned(), Label::default()));
    let coverage = cover(vec![Arc::new(reading)]);
    assert_eq!(coverage.shared(), 0);
    assert_eq!(coverage.rows.len(), 1);
    assert_eq!(cover(Vec::new()), Coverage::default());
}

/// The articles above with their second sentences in one row, and what was found between them besides echoes.
fn bridge(between: Between) -> Coverage {
    let readings =
        BRIDGE.map(|text| Reading::new(Article::plain(text.to_owned(), Label::default())));
    let lent: Vec<&Reading> = readings.iter().collect();
    let cast = cast(&lent);
    let topic = |articles: &[usize], sentence: usize| Topic {
        label: "bridge".to_owned(),
        sentences: articles.iter().map(|&one| (one, vec![sentence])).collect(),
        place: 0.5,
    };
    let alone = (0..3).map(|article| topic(&[article], 0));
    let topics = [topic(&[0, 1, 2], 1)].into_iter().chain(alone).collect();
    let between = Between {
        echoes: echoes(&lent, &cast),
        ..between
    };
    let rows = rows(&lent, &cast, topics, &between);
    Coverage::of(readings.map(Arc::new).to_vec(), cast, rows, between)
}
