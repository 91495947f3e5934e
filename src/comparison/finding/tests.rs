use std::sync::Arc;

use super::*;
use crate::article::{Article, Label};
use crate::choice::Called;
use crate::comparison::compare;
use crate::conflict::Claim;
use crate::reading::Reading;

const LEFT: &str = "Some 40 dockers marched through the old town on Friday to the harbour gates.\n\n\
    Rain fell all night.\n\n\
    The mayor, whom nobody had seen, “will never sell the old harbour to a stranger,” Anna Berg said.";
const RIGHT: &str = "Some 40 dockers marched through the old town on Monday to the harbour gates.\n\n\
    Anna Berg said the mayor “will never sell the old harbour”.\n\nA choir sang.";

#[test]
fn what_tells_two_articles_apart_comes_in_the_order_of_rows() {
    check(
        &compared(LEFT, RIGHT),
        "words: Friday | Monday
         only in A: Rain fell all night.
         quote cut: 3 words gone in B: “will never sell the old harbour to a stranger,”
         only in B: A choir sang.",
    );
}

#[test]
fn the_same_article_twice_differs_nowhere() {
    check(&compared(LEFT, LEFT), "");
}

#[test]
fn conflicts_omissions_and_choices_stand_in_their_rows_the_gravest_first() {
    let mut comparison = compared(LEFT, RIGHT);
    let claim = |side: Side, words: &str, says: &str| Claim {
        spans: vec![span(&comparison, side, words)],
        says: says.to_owned(),
    };
    let conflict = Conflict {
        kind: ConflictKind::Date,
        sentences: Pair::new(0, 0),
        about: "march".to_owned(),
        claims: Pair::new(
            claim(Side::Left, "Friday", "Friday"),
            claim(Side::Right, "Monday", "Monday"),
        ),
        confidence: 0.8,
    };
    let omission = Omission {
        side: Side::Left,
        sentence: 2,
        span: span(&comparison, Side::Left, "whom nobody had seen"),
        beside: 1,
    };
    let called = |article: usize, side: Side, words: &str| Called {
        article,
        sentence: 0,
        span: span(&comparison, side, words),
    };
    let choice = Choice {
        about: "harbour".to_owned(),
        wordings: vec![
            called(0, Side::Left, "harbour gates"),
            called(1, Side::Right, "old town"),
        ],
    };
    comparison.conflicts = vec![conflict];
    comparison.omissions = vec![omission];
    comparison.choices = vec![choice];
    check(
        &comparison,
        "date: march: Friday | Monday
         word choice: harbour gates | old town
         only in A: Rain fell all night.
         quote cut: 3 words gone in B: “will never sell the old harbour to a stranger,”
         left out in B: whom nobody had seen
         only in B: A choir sang.",
    );
}

#[test]
fn what_stands_elsewhere_in_the_same_words_is_told() {
    let sentences = [
        "Police held two young dockers near the old gate on Monday night.",
        "A choir from the islands sang carols in the town hall at noon.",
        "The bakers want higher prices for bread and milk before winter.",
        "Nine ships waited outside the breakwater for the storm to pass.",
    ];
    let left = sentences.join("\n\n");
    let right = [&sentences[1..], &sentences[..1]].concat().join("\n\n");
    let comparison = compared(&left, &right);
    let findings = comparison.findings();
    let [moved] = findings.as_slice() else {
        unreachable!("{findings:?}");
    };
    assert_eq!(moved.kind, FindingKind::Moved);
    assert!(
        moved.says.starts_with("passage 1 in A, 4 in B"),
        "{}",
        moved.says
    );
}

fn compared(left: &str, right: &str) -> Comparison {
    let read = |text: &str| {
        let article = Article::plain(text.to_owned(), Label::default());
        Arc::new(Reading::new(article))
    };
    compare(Pair::new(read(left), read(right)))
}

fn span(comparison: &Comparison, side: Side, words: &str) -> Span {
    let text = &comparison.readings.get(side).article.text;
    let start = text.find(words).expect("the words are there");
    Span::new(start, start + words.len())
}

#[track_caller]
fn check(comparison: &Comparison, expected: &str) {
    let findings = comparison.findings();
    let lines = findings.iter();
    let lines: Vec<String> = lines
        .map(|one| format!("{}: {}", one.kind.name(), one.says))
        .collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    assert_eq!(lines, expected);
}
