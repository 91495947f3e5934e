//! What the sample articles disagree on, and what only seems so.

use std::sync::Arc;

use parallax::comparison::{Comparison, compare};
use parallax::conflict::{Conflict, ConflictKind};
use parallax::text::{Pair, Side};

#[test]
fn four_regions_here_are_two_there() {
    let comparison = compared("003", "004");
    let four = told(
        &comparison,
        ConflictKind::Number,
        Pair::new("four", "Donetsk and Luhansk"),
    );
    assert_eq!(says(four), ["four", "2"]);
    assert_eq!(four.about, "contested regions");
    // The five regions under control are another count.
    assert_eq!(of_kind(&comparison, ConflictKind::Number).count(), 1);
}

#[test]
fn what_appeared_so_here_is_unclear_there() {
    let comparison = compared("003", "004");
    let open = told(
        &comparison,
        ConflictKind::Certainty,
        Pair::new("appeared", "unclear"),
    );
    let source = "appeared (a source familiar with Trump’s recent call with European leaders)";
    assert_eq!(says(open), [source, "unclear"]);
    assert_eq!(of_kind(&comparison, ConflictKind::Certainty).count(), 1);
}

#[test]
fn others_would_give_the_guarantees() {
    for (other, allies) in [
        ("002", "U.S. and its European allies"),
        ("004", "Washington and its allies"),
    ] {
        let comparison = compared("001", other);
        let words = Pair::new("European partners", allies);
        told(&comparison, ConflictKind::Doer, words);
        assert_eq!(of_kind(&comparison, ConflictKind::Doer).count(), 1);
    }
}

#[test]
fn others_were_in_the_row() {
    let between = told_in("001", "000", Pair::new("Trump", "Ukrainian leader"));
    let all = "Volodymyr Zelenskyy, Donald Trump, JD Vance";
    assert_eq!(between, ["Donald Trump, JD Vance", all]);
    let with = told_in("001", "003", Pair::new("Trump", "Zelensky"));
    assert_eq!(with, ["Donald Trump, JD Vance", "Volodymyr Zelenskyy"]);
}

/// Names of countries stand for their leaders, and who only gives examples leaves nobody out.
#[test]
fn the_same_guests_are_no_conflict() {
    for (left, right) in [
        ("000", "003"),
        ("000", "004"),
        ("003", "004"),
        ("002", "004"),
    ] {
        let comparison = compared(left, right);
        let parties = of_kind(&comparison, ConflictKind::Participants);
        assert_eq!(parties.count(), 0, "{left} {right}");
    }
}

#[test]
fn the_samples_disagree_on_nothing_else() {
    let numbers = ["000", "001", "002", "003", "004"];
    let mut all = Vec::new();
    for (at, left) in numbers.iter().enumerate() {
        for right in &numbers[at + 1..] {
            let comparison = compared(left, right);
            let kinds = comparison.conflicts.iter().map(|conflict| conflict.kind);
            all.extend(kinds.map(|kind| format!("{left} {right} {kind:?}")));
        }
    }
    let expected = [
        "000 001 Participants",
        "001 002 Doer",
        "001 003 Participants",
        "001 004 Doer",
        "003 004 Certainty",
        "003 004 Number",
    ];
    assert_eq!(all, expected);
}

#[test]
fn exchanging_the_articles_exchanges_the_claims() {
    let there = compared("003", "004");
    let back = compared("004", "003");
    let claims = |comparison: &Comparison, turned: bool| {
        let each = comparison.conflicts.iter().map(|conflict| {
            let claims = conflict.claims.clone();
            let claims = if turned { claims.swapped() } else { claims };
            (conflict.kind, claims.left.spans, claims.right.spans)
        });
        let mut all: Vec<_> = each.collect();
        all.sort();
        all
    };
    assert_eq!(claims(&there, false), claims(&back, true));
}

#[test]
fn a_sample_agrees_with_itself() {
    for number in ["000", "003", "004"] {
        assert_eq!(compared(number, number).conflicts, [], "{number}");
    }
}

fn compared(left: &str, right: &str) -> Comparison {
    compare(Pair::new(left, right).map(|number| Arc::new(crate::sample(number))))
}

fn of_kind(comparison: &Comparison, kind: ConflictKind) -> impl Iterator<Item = &Conflict> {
    let conflicts = comparison.conflicts.iter();
    conflicts.filter(move |conflict| conflict.kind == kind)
}

/// The conflict of that kind whose claims begin with these words.
#[track_caller]
fn told<'a>(comparison: &'a Comparison, kind: ConflictKind, words: Pair<&str>) -> &'a Conflict {
    let begins = |conflict: &&Conflict| {
        let sides = words.sides().into_iter();
        sides.into_iter().all(|(side, words)| {
            let text = &comparison.readings.get(side).article.text;
            let spans = &conflict.claims.get(side).spans;
            spans.iter().any(|span| span.of(text) == words)
        })
    };
    of_kind(comparison, kind).find(begins).unwrap()
}

#[track_caller]
fn told_in(left: &str, right: &str, words: Pair<&str>) -> [String; 2] {
    let comparison = compared(left, right);
    says(told(&comparison, ConflictKind::Participants, words)).map(str::to_owned)
}

fn says(conflict: &Conflict) -> [&str; 2] {
    Side::BOTH.map(|side| conflict.claims.get(side).says.as_str())
}
