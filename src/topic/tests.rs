use super::*;
use crate::alignment::{Alignment, Link};
use crate::article::{Article, Label};
use crate::text::Pair;

#[test]
fn sentences_linked_with_each_other_are_one_topic() {
    check(
        &[2, 2, 2],
        "0.0-1.1 .8, 0.0-2.0 .7, 1.1-2.0 .6",
        &["0.0 1.1 2.0", "1.0", "0.1", "2.1"],
    );
}

#[test]
fn what_is_like_one_end_of_a_topic_only_stays_out() {
    // A chain: each is like the next, the ends are not alike.
    check(
        &[1, 1, 1, 1],
        "0.0-1.0 .9, 1.0-2.0 .8, 2.0-3.0 .7",
        &["0.0 1.0", "2.0 3.0"],
    );
    check(
        &[1, 1, 1, 1],
        "0.0-1.0 .9, 1.0-2.0 .8, 0.0-2.0 .8, 2.0-3.0 .7",
        &["0.0 1.0 2.0", "3.0"],
    );
}

#[test]
fn one_link_that_is_too_weak_does_no_harm() {
    check(
        &[1, 1, 1, 1],
        "0.0-1.0 .9, 0.0-2.0 .8, 0.0-3.0 .7, 1.0-2.0 .8, 1.0-3.0 .7, 2.0-3.0 .1",
        &["0.0 1.0 2.0 3.0"],
    );
}

#[test]
fn weak_links_make_no_topic() {
    check(&[1, 1], "0.0-1.0 .4", &["0.0", "1.0"]);
}

#[test]
fn an_article_tells_it_in_two_places() {
    check(
        &[5, 1, 1],
        "0.0-1.0 .9, 0.0-2.0 .9, 1.0-2.0 .9, 0.4-1.0 .7, 0.4-2.0 .7",
        &["0.0,4 1.0 2.0", "0.1,2,3"],
    );
}

#[test]
fn no_article_has_a_whole_section_in_a_topic() {
    let links: Vec<String> = (0..8).map(|one| format!("0.{one}-1.0 .9")).collect();
    check(&[8, 1], &links.join(", "), &["0.0,1,2,3,4 1.0", "0.5,6,7"]);
}

#[test]
fn what_is_left_over_joins_what_most_tell_like_it() {
    check(
        &[6, 1],
        "0.0-1.0 .9, 0.5-1.0 .6",
        &["0.0,5 1.0", "0.1,2,3,4"],
    );
}

#[test]
fn what_disagrees_is_one_topic_however_weak_the_link() {
    check(&[1, 1], "0.0-1.0 .2!", &["0.0 1.0"]);
    // Each is told by a third article too, in another place.
    check(
        &[1, 1, 2],
        "0.0-1.0 .2!, 0.0-2.0 .9, 1.0-2.1 .9",
        &["0.0 1.0 2.0,1"],
    );
    // No article has more than a few sentences of one topic, so that only one goes over.
    check(
        &[8, 1, 1, 1],
        "0.0-1.0 .9, 0.1-1.0 .9, 0.3-2.0 .9, 0.4-2.0 .9, 0.6-3.0 .9, 0.7-3.0 .9, 1.0-2.0 .2!, 2.0-3.0 .2!",
        &["0.0,1,3,4 1.0 2.0 3.0", "0.2", "0.5,6,7"],
    );
}

#[test]
fn what_stands_together_in_one_article_alone_comes_last() {
    check(&[4, 2], "0.2-1.0 .9", &["0.2 1.0", "0.0,1", "1.1", "0.3"]);
}

#[test]
fn the_order_of_the_articles_decides_nothing() {
    // Every link is as strong as every other, so that only the articles themselves can decide.
    let links =
        "0.0-1.0 .6, 1.0-2.0 .6, 2.0-3.0 .6, 0.0-3.0 .6, 0.1-2.1 .6, 1.1-2.1 .6, 1.1-3.1 .6";
    let given = grouped(&[3, 3, 3, 3], links, &[0, 1, 2, 3]);
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
        assert_eq!(grouped(&[3, 3, 3, 3], links, &order), given, "{order:?}");
    }
}

#[test]
fn no_articles_have_no_topics() {
    assert_eq!(topics(&[], &Alignments::default(), &[]), []);
}

#[test]
fn what_never_ends_is_called_by_how_it_begins() {
    let label = |text: &str| {
        let reading = read(text);
        topics(&[&reading], &Alignments::default(), &[])
            .swap_remove(0)
            .label
    };
    let words = label(&"The tide rose again ".repeat(5_000));
    assert_eq!(words, "The tide rose again The tide rose again The …");
    let one_word = label(&"a".repeat(100_000));
    assert_eq!(one_word, format!("{}…", "a".repeat(120)));
    let no_words = label(&format!("The tide{}", " –".repeat(50_000)));
    assert_eq!(no_words, format!("The tide{}…", " –".repeat(56)));
}

#[test]
fn a_topic_is_called_by_what_its_articles_share() {
    let texts = [
        "The harbour was sold.",
        "They sold the harbour tunnel on Monday night, and nobody said why, the mayor said.",
        "The harbour tunnel was closed.",
    ];
    let readings = texts.map(read);
    let label = |other: usize| {
        let both = [&readings[other], &readings[1]];
        let alignments = Alignments::from_iter([(Pair::new(0, 1), aligned(&[(0, 0, 0.9)]))]);
        topics(&both, &alignments, &[]).swap_remove(0).label
    };
    assert_eq!(label(2), "harbour tunnel");
    // A common word alone tells too little.
    assert_eq!(label(0), "The harbour was sold.");
    let alone = topics(&[&readings[1]], &Alignments::default(), &[]);
    assert_eq!(
        alone[0].label,
        "They sold the harbour tunnel on Monday night, and …"
    );
}

/// A sentence of either side, and the score of the link between them.
type Linked = (usize, usize, f32);

/// Expects topics as `article.sentences`, for articles of so many sentences with these links; `!` where they disagree.
#[track_caller]
fn check(articles: &[usize], links: &str, expected: &[&str]) {
    let order: Vec<usize> = (0..articles.len()).collect();
    assert_eq!(grouped(articles, links, &order), expected);
}

/// The same when the articles are given in this order; they are called by their own numbers all the same.
fn grouped(articles: &[usize], links: &str, order: &[usize]) -> Vec<String> {
    let readings: Vec<Reading> = order
        .iter()
        .map(|&article| {
            let sentences =
                (0..articles[article]).map(|one| format!("Article {article} says {one}."));
            read(&sentences.collect::<Vec<_>>().join("\n\n"))
        })
        .collect();
    let place = |article: usize| {
        order
            .iter()
            .position(|&one| one == article)
            .unwrap_or_default()
    };
    let mut between: BTreeMap<(usize, usize), Vec<Linked>> = BTreeMap::new();
    let mut disputed: Vec<Pair<SentencePlace>> = Vec::new();
    for link in links.split(", ") {
        let (ends, score) = link.split_once(' ').unwrap_or_default();
        let (one, other) = ends.split_once('-').unwrap_or_default();
        let [one, other] = [one, other].map(|end| {
            let (article, sentence) = end.split_once('.').unwrap_or_default();
            let number = |digits: &str| digits.parse().unwrap_or(usize::MAX);
            (place(number(article)), number(sentence))
        });
        let (left, right) = (one.min(other), one.max(other));
        let disagree = score.ends_with('!');
        disputed.extend(disagree.then_some(Pair::new(left, right)));
        let score = score.trim_end_matches('!');
        let score = format!("0{score}").parse().unwrap_or_default();
        between
            .entry((left.0, right.0))
            .or_default()
            .push((left.1, right.1, score));
    }
    let alignments = between
        .into_iter()
        .map(|((left, right), links)| (Pair::new(left, right), aligned(&links)));
    let alignments: Alignments = alignments.collect();
    let lent: Vec<&Reading> = readings.iter().collect();
    let shown = topics(&lent, &alignments, &disputed)
        .into_iter()
        .map(|topic| {
            let mut cells: Vec<(usize, Vec<usize>)> = topic
                .sentences
                .into_iter()
                .map(|(article, sentences)| (order[article], sentences))
                .collect();
            cells.sort();
            let cells = cells.into_iter().map(|(article, sentences)| {
                let numbers: Vec<String> = sentences.iter().map(ToString::to_string).collect();
                format!("{article}.{}", numbers.join(","))
            });
            cells.collect::<Vec<_>>().join(" ")
        });
    shown.collect()
}

fn aligned(links: &[Linked]) -> Alignment {
    let mut links: Vec<Link> = links
        .iter()
        .map(|&(left, right, score)| Link {
            sentences: Pair::new(left, right),
            score,
        })
        .collect();
    links.sort_by_key(|link| (link.sentences.left, link.sentences.right));
    Alignment {
        links,
        threshold: 0.5,
        ..Alignment::default()
    }
}

fn read(text: &str) -> Reading {
    Reading::new(Article::plain(text.to_owned(), Label::default()))
}
