use proptest::prelude::*;

use super::*;
use crate::article::{Article, Label};
use crate::echo::QuotePlace;
use crate::text::Span;

fn reading(text: &str) -> Arc<Reading> {
    Arc::new(Reading::new(Article::plain(
        text.to_owned(),
        Label::default(),
    )))
}

fn compared(left: &str, right: &str) -> Comparison {
    compare(Pair::new(reading(left), reading(right)))
}

/// The rows in an order, each as its two texts, `-` for a side that has none.
fn shown(comparison: &Comparison, order: Order) -> Vec<[String; 2]> {
    let rows = comparison.order(order).into_iter();
    rows.map(|number| {
        let row = &comparison.rows[number];
        Side::BOTH.map(|side| {
            let reading = comparison.readings.get(side);
            let sentences = &reading.sentences[row.sentences.get(side).clone()];
            let texts = sentences
                .iter()
                .map(|sentence| sentence.span.of(&reading.article.text));
            let text = texts.collect::<Vec<_>>().join(" ");
            if text.is_empty() {
                "-".to_owned()
            } else {
                text
            }
        })
    })
    .collect()
}

const LEFT: &str = "The mayor refused to sell the harbour.\n\nRain fell all night.\n\n\
    Police arrested two dockers near the old gate.";
const RIGHT: &str = "A choir sang at noon.\n\nTwo dockers were arrested near the old gate.\n\n\
    Nobody knows why.\n\nThe harbour will not be sold, the mayor said.";

#[test]
fn rows_stand_in_the_order_of_the_left_article() {
    let rows = shown(&compared(LEFT, RIGHT), Order::Left);
    let expected = [
        ["-", "A choir sang at noon."],
        [
            "The mayor refused to sell the harbour.",
            "The harbour will not be sold, the mayor said.",
        ],
        ["Rain fell all night.", "-"],
        [
            "Police arrested two dockers near the old gate.",
            "Two dockers were arrested near the old gate.",
        ],
        ["-", "Nobody knows why."],
    ];
    assert_eq!(rows, expected);
}

#[test]
fn rows_stand_in_the_order_of_the_right_article() {
    let rows = shown(&compared(LEFT, RIGHT), Order::Right);
    let rights: Vec<&str> = rows.iter().map(|[_, right]| right.as_str()).collect();
    let expected = [
        "A choir sang at noon.",
        "Two dockers were arrested near the old gate.",
        "Nobody knows why.",
        "The harbour will not be sold, the mayor said.",
        "-",
    ];
    assert_eq!(rights, expected);
}

#[test]
fn what_only_one_side_has_comes_last_by_topic() {
    let rows = shown(&compared(LEFT, RIGHT), Order::Topic);
    let alone = rows.iter().map(|row| row.iter().any(|side| side == "-"));
    assert_eq!(alone.collect::<Vec<_>>(), [false, false, true, true, true]);
}

#[test]
fn an_empty_article_leaves_the_other_alone() {
    let comparison = compared("", "Rain fell all night. Nobody knows why.");
    assert_eq!(
        shown(&comparison, Order::Left),
        [["-", "Rain fell all night. Nobody knows why."]]
    );
    assert!(compared("", "").rows.is_empty());
}

#[test]
fn a_sentence_points_to_one_other_row_at_most_and_only_by_a_strong_link() {
    for [left, right] in [[SAMPLES[1], SAMPLES[4]], [SAMPLES[3], SAMPLES[0]]] {
        let comparison = compared(left, right);
        let mut pointers: Vec<&Pointer> = comparison
            .rows
            .iter()
            .flat_map(|row| &row.pointers)
            .collect();
        assert!(!pointers.is_empty());
        let least = comparison.alignment.threshold + 0.1;
        assert!(pointers.iter().all(|pointer| pointer.score >= least));
        let all = pointers.len();
        pointers.dedup_by_key(|pointer| (pointer.from, pointer.sentence));
        assert_eq!(pointers.len(), all);
    }
}

const SAMPLES: [&str; 5] = [
    include_str!("../../seeds/000_7918c8b17b0c5e8e.txt"),
    include_str!("../../seeds/001_2bdb7127c98ecd66.txt"),
    include_str!("../../seeds/002_adbbeb2228c4cbfc.txt"),
    include_str!("../../seeds/003_dc5d9eb8090fe75b.txt"),
    include_str!("../../seeds/004_260bfa7d729e786d.txt"),
];

#[test]
fn exchanging_samples_exchanges_the_rows() {
    for left in SAMPLES {
        for right in SAMPLES {
            check_exchange(left, right);
        }
    }
}

#[test]
fn a_sample_stands_beside_itself() {
    for text in SAMPLES {
        check_itself(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn exchanging_the_articles_exchanges_the_rows(left in article(), right in article()) {
        check_exchange(&left, &right);
    }

    #[test]
    fn an_article_stands_beside_itself(text in article()) {
        check_itself(&text);
    }

    #[test]
    fn every_sentence_stands_in_just_one_row(left in article(), right in article()) {
        let comparison = compared(&left, &right);
        for side in Side::BOTH {
            let rows = comparison.order(if side == Side::Left { Order::Left } else { Order::Right });
            let sentences: Vec<usize> = rows
                .iter()
                .flat_map(|&row| comparison.rows[row].sentences.get(side).clone())
                .collect();
            let all: Vec<usize> = (0..comparison.readings.get(side).sentences.len()).collect();
            prop_assert_eq!(sentences, all);
        }
    }
}

/// Sentences that disagree, leave out and call one thing by two names when they meet.
const TELLING: [&str; 8] = [
    "Police said four dockers were arrested at the gate on Monday, adding that the harbour stays shut.",
    "Seven dockers were arrested at the gate on Tuesday, police said.",
    "It may be that Mayor Roe will sell the harbour, according to an unnamed source.",
    "Mayor Roe will sell the harbour, though the council has forbidden it.",
    "Since April’s dramatic showdown between Jane Doe and Mayor Roe nobody spoke.",
    "After a heated exchange between Mayor Roe and Jane Doe in April everybody left.",
    "“We will never sell the harbour,” Jane Doe said.",
    "Jane Doe said that they would never sell the harbour.",
];

/// Articles of few words, so that sentences repeat and links tie.
fn article() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "of",
        "mayor",
        "harbour",
        "sold",
        "refused",
        "Kyiv",
        "Zelenskyy",
        "12",
        "never",
        "“stop”",
    ]);
    let sentence =
        prop::collection::vec(word, 1..9).prop_map(|words| format!("So {}.", words.join(" ")));
    let telling = prop::sample::select(TELLING.to_vec()).prop_map(str::to_owned);
    let sentence = prop_oneof![sentence, telling];
    let paragraph = prop::collection::vec(sentence, 1..4).prop_map(|all| all.join(" "));
    prop::collection::vec(paragraph, 0..7).prop_map(|all| all.join("\n\n"))
}

#[track_caller]
fn check_exchange(left: &str, right: &str) {
    let one = compared(left, right);
    let other = compared(right, left);
    let numbers = one.order(Order::Left);
    let exchanged = other.order(Order::Right);
    assert_eq!(numbers.len(), exchanged.len());
    let place = |number: usize| exchanged.iter().position(|&other| other == number);
    for (&number, &across) in numbers.iter().zip(&exchanged) {
        let (row, across) = (&one.rows[number], &other.rows[across]);
        assert_eq!(row.sentences, across.sentences.clone().swapped());
        assert_eq!((row.score, &row.topic), (across.score, &across.topic));
        let lights = |row: &Row, side| row.difference.as_ref().map(|found| found.lights(side));
        for side in Side::BOTH {
            assert_eq!(lights(row, side), lights(across, side.other()));
        }
        let mut pointers: Vec<_> = across
            .pointers
            .iter()
            .map(|pointer| Pointer {
                from: pointer.from.other(),
                row: place(pointer.row).expect("a pointer leads to a row"),
                ..*pointer
            })
            .collect();
        pointers.sort_by_key(|pointer| pointer.from);
        assert_eq!(row.pointers, pointers);
    }
    assert_eq!(echoed(&one, false), echoed(&other, true));
    assert_eq!(told(&one, false), told(&other, true));
    assert_eq!(disagreed(&one, false), disagreed(&other, true));
    assert_eq!(left_out(&one, false), left_out(&other, true));
    assert_eq!(chosen(&one, false), chosen(&other, true));
    assert_eq!(walked(&one, false), walked(&other, true));
}

/// `pair` as it would be with the articles exchanged, if they are.
fn turned<T>(pair: Pair<T>, exchanged: bool) -> Pair<T> {
    if exchanged { pair.swapped() } else { pair }
}

fn sorted<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all
}

/// The conflicts; what they are about is told in words of the left article.
fn disagreed(comparison: &Comparison, exchanged: bool) -> Vec<String> {
    sorted(comparison.conflicts.iter().map(|one| {
        let sentences = turned(one.sentences, exchanged);
        let claims = turned(one.claims.clone(), exchanged);
        format!("{:?} {sentences:?} {claims:?} {}", one.kind, one.confidence)
    }))
}

fn left_out(comparison: &Comparison, exchanged: bool) -> Vec<String> {
    sorted(comparison.omissions.iter().map(|one| {
        let side = if exchanged {
            one.side.other()
        } else {
            one.side
        };
        format!("{side:?} {} {:?} {}", one.sentence, one.span, one.beside)
    }))
}

fn chosen(comparison: &Comparison, exchanged: bool) -> Vec<Vec<(usize, usize, Span)>> {
    let articles = if exchanged { [1, 0] } else { [0, 1] };
    sorted(comparison.choices.iter().map(|choice| {
        let each = choice.wordings.iter();
        sorted(each.map(|one| (articles[one.article], one.sentence, one.span)))
    }))
}

/// The list of what tells the articles apart, by sort and place.
fn walked(comparison: &Comparison, exchanged: bool) -> Vec<String> {
    sorted(comparison.findings().into_iter().map(|one| {
        let sentences = turned(one.sentences, exchanged);
        let spans = turned(one.spans, exchanged);
        format!("{:?} {sentences:?} {spans:?}", one.kind.sort())
    }))
}

/// What is told of what, in an order that does not depend on the sides.
fn told(comparison: &Comparison, exchanged: bool) -> Vec<String> {
    let articles = if exchanged { [1, 0] } else { [0, 1] };
    let place = |place: QuotePlace| (articles[place.article], place.quote);
    let each = comparison.paraphrases.iter().map(|one| {
        let told = one.told.iter();
        let told: Vec<_> = told.map(|one| (place(one.place), one.score)).collect();
        format!("{:?} {told:?}", place(one.quoted))
    });
    let mut all: Vec<String> = each.collect();
    all.sort_unstable();
    all
}

/// The echoes by the spans of their members, in an order that does not depend on the sides.
fn echoed(comparison: &Comparison, exchanged: bool) -> Vec<Vec<String>> {
    let articles = if exchanged { [1, 0] } else { [0, 1] };
    let each = comparison.echoes.iter().map(|echo| {
        let members = echo.members.iter().map(|member| {
            let article = articles[member.article];
            let cut = echo.cut(member.article).len();
            let own = (member.kind, &member.differing, member.otherwise);
            format!("{article} {:?} {own:?} {cut}", member.span)
        });
        let mut members: Vec<String> = members.collect();
        members.sort_unstable();
        members
    });
    let mut echoes: Vec<Vec<String>> = each.collect();
    echoes.sort_unstable();
    echoes
}

#[track_caller]
fn check_itself(text: &str) {
    let comparison = compared(text, text);
    for row in &comparison.rows {
        assert_eq!(row.sentences.left, row.sentences.right);
        let difference = row.difference.as_ref().expect("both sides are there");
        assert_eq!(difference.differing, Pair::default());
        assert_eq!(row.score, Some(1.0));
    }
    let sentences = comparison.readings.left.sentences.len();
    for number in 0..sentences {
        let score = comparison.alignment.score(Pair::new(number, number));
        assert!((score - 1.0).abs() < f32::EPSILON, "{number} of {text:?}");
    }
    assert_eq!(comparison.conflicts, []);
    assert_eq!(comparison.omissions, []);
    assert_eq!(comparison.choices, []);
    assert_eq!(comparison.findings(), [], "{text:?}");
}
