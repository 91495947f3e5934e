mod certainties;
mod days;
mod doers;
mod numbers;
mod parties;
mod sources;

use super::*;
use crate::alignment::Link;
use crate::article::{Article, Label};
use crate::reading::Reading;
use crate::speaker::cast;
use crate::text::{mark, unmark};

fn read(text: &str, date: Option<&str>) -> Reading {
    let label = Label {
        date: date.map(str::to_owned),
        ..Label::default()
    };
    Reading::new(Article::plain(text.to_owned(), label))
}

/// The conflicts of two articles whose first sentences are linked.
fn found(readings: Pair<&Reading>) -> Vec<Conflict> {
    let cast = cast(&[readings.left, readings.right]);
    let couple = Couple::new(readings, Pair::new(0, 1), &cast);
    let alignment = Alignment {
        links: vec![Link {
            sentences: Pair::new(0, 0),
            score: 0.9,
        }],
        threshold: 0.5,
        ..Alignment::default()
    };
    conflicts(&couple, &alignment)
}

/// The first sentence of each side with the words in brackets that disagree; the kinds by name.
#[track_caller]
fn check(kinds: &[ConflictKind], left: &str, right: &str) {
    dated(kinds, (left, None), (right, None));
}

#[track_caller]
fn dated(kinds: &[ConflictKind], left: (&str, Option<&str>), right: (&str, Option<&str>)) {
    let marked = Pair::new(left, right);
    let readings = marked.map(|(text, date)| read(&unmark(text).0, date));
    let conflicts = found(readings.as_ref());
    for (side, (text, _)) in marked.sides() {
        let claims = conflicts.iter().map(|conflict| conflict.claims.get(side));
        let mut spans: Vec<Span> = claims.flat_map(|claim| claim.spans.clone()).collect();
        spans.sort_unstable();
        spans.dedup();
        assert_eq!(mark(&readings.get(side).article.text, &spans), text);
    }
    let mut shown: Vec<ConflictKind> = conflicts.iter().map(|conflict| conflict.kind).collect();
    shown.sort_unstable();
    assert_eq!(shown, kinds);
    let turned = found(readings.as_ref().swapped());
    let mut claims: Vec<_> = turned.into_iter().map(|one| one.claims.swapped()).collect();
    let mut expected: Vec<_> = conflicts.into_iter().map(|one| one.claims).collect();
    for claims in [&mut claims, &mut expected] {
        claims.sort_by(|one, other| one.left.spans.cmp(&other.left.spans));
    }
    assert_eq!(claims, expected, "the other way round");
}

/// Two sentences that do not disagree, or of which that is not sure.
#[track_caller]
fn none(left: &str, right: &str) {
    check(&[], left, right);
}

#[test]
fn names_in_other_spellings_are_no_conflict() {
    none(
        "Zelenskyy left for Luhansk with the U.S. envoy from Alaska.",
        "Zelensky left for Lugansk with the US envoy from Anchorage.",
    );
}

#[test]
fn an_article_agrees_with_itself() {
    let text = "The flood killed three people in the harbour town.\n\nThe flood killed five people in the harbour town, \
                Jane Doe said Sunday.\n\nA row between John Roe and Jane Doe followed.";
    let reading = read(text, None);
    let pair = Pair::new(&reading, &reading);
    let cast = cast(&[&reading, &reading]);
    let couple = Couple::new(pair, Pair::new(0, 1), &cast);
    let alignment = crate::alignment::align(&couple);
    assert_eq!(conflicts(&couple, &alignment), []);
}

#[test]
fn what_is_told_otherwise_is_left_out_by_neither() {
    let text = "John Roe appeared open to supporting the demand for the harbour, though his party was not asked.";
    let other = "It remains unclear whether Roe supports the harbour demand.";
    let readings = Pair::new(text, other).map(|text| read(text, None));
    let conflicts = found(readings.as_ref());
    let part = |words: &str| {
        let start = text.find(words).expect("a part of the text");
        Omission {
            side: Side::Left,
            sentence: 0,
            span: Span::new(start, start + words.len()),
            beside: 0,
        }
    };
    let parts = vec![part("appeared open"), part("though his party")];
    assert_eq!(undisputed(parts, &conflicts), [part("though his party")]);
}
