//! What must stand side by side in the sample articles.

use std::ops::Range;
use std::sync::Arc;

use parallax::alignment::{Preference, align_all};
use parallax::article::{Article, Label};
use parallax::choice::choices;
use parallax::comparison::{Comparison, FindingSort, Order, Pointer, compare, compare_as};
use parallax::correction::Bond;
use parallax::difference::LightSort;
use parallax::export::compare::text;
use parallax::reading::Reading;
use parallax::speaker::cast;
use parallax::text::{Pair, Side, Span, mark};

#[test]
fn a_post_stands_beside_its_fragments() {
    let comparison = compared("003", "000");
    beside(
        &comparison,
        "can end the war with Russia almost immediately",
        "can end the war with Russia almost immediately",
    );
    beside(
        &comparison,
        "No getting back Obama-given Crimea",
        "no getting back Obama-given Crimea",
    );
    beside(
        &comparison,
        "Remember how it started.",
        "\"Remember how it started,\" Trump added",
    );
    alone(&comparison, Side::Left, "Some things never change!!!");
    lit(
        &comparison,
        "In a post on his social media platform, Trump stated: “[President Zelenskyy of Ukraine] can end the war with \
         Russia almost immediately, if he wants to, or he can continue to fight.",
    );
    lit(
        &comparison,
        "No getting back Obama-given Crimea (12 years ago, without a shot being fired!), and NO GOING INTO NATO BY \
         UKRAINE.",
    );
}

#[test]
fn what_one_quotes_stands_beside_what_others_paraphrase() {
    let quoted = "Article 5-like language";
    beside(
        &compared("001", "002"),
        quoted,
        "similar to NATO’s collective defense principle",
    );
    beside(&compared("001", "004"), quoted, "Article 5–like guarantees");
    beside(
        &compared("002", "004"),
        "similar to NATO’s collective defense principle",
        "Article 5–like guarantees",
    );
    beside(
        &compared("001", "002"),
        "“not off the table,”",
        "while a ceasefire remains a possibility",
    );
    beside(
        &compared("004", "002"),
        "“It’s impossible to do this",
        "the ongoing violence makes it impossible",
    );
}

#[test]
fn the_same_idea_of_somebody_else_stands_beside_it() {
    beside(
        &compared("001", "003"),
        "Article 5-like language",
        "outside the formal alliance structure",
    );
}

#[test]
fn a_row_of_words_stands_beside_the_same_row() {
    let comparison = compared("000", "003");
    beside(&comparison, "dramatic showdown", "heated confrontation");
}

#[test]
fn other_names_of_a_country_are_no_difference() {
    for (left, side, words) in [
        ("000", Side::Right, "Britain"),
        ("000", Side::Left, "UK"),
        ("004", Side::Right, "Britain"),
        ("004", Side::Left, "UK"),
    ] {
        let comparison = compared(left, "003");
        let names = match side {
            Side::Left => "UK Prime Minister",
            Side::Right => "Britain, France, Germany",
        };
        let (row, shown) = differing(&comparison, side, names);
        assert_eq!(comparison.rows[row].only(), None);
        let lit = shown.iter().flat_map(|run| run.split([' ', ',']));
        assert!(!lit.into_iter().any(|word| word == words), "{shown:?}");
    }
}

#[test]
fn an_offer_to_talk_stands_beside_the_same_offer() {
    beside(
        &compared("003", "004"),
        "he indicated openness to discussing the issue",
        "he expressed readiness to discuss territorial issues",
    );
}

#[test]
fn a_refusal_stands_beside_the_same_in_other_words() {
    beside(
        &compared("001", "004"),
        "Kyiv will not surrender territory not currently occupied",
        "he cannot agree to hand over Donetsk and Luhansk",
    );
}

#[test]
fn what_one_outlet_alone_has_stands_alone() {
    let casualties = "killed three civilians";
    for other in ["001", "002", "004"] {
        alone(&compared("003", other), Side::Left, casualties);
        alone(&compared(other, "003"), Side::Right, casualties);
    }
}

#[test]
fn demands_and_attendants_stand_beside_one_another() {
    beside(
        &compared("003", "004"),
        "a full Ukrainian withdrawal",
        "withdraw its forces from Donetsk and Luhansk",
    );
    beside(
        &compared("000", "004"),
        "German Chancellor Friedrich Merz, UK Prime Minister",
        "German Chancellor Friedrich Merz, UK Prime Minister",
    );
}

#[test]
fn an_article_beside_itself_differs_nowhere() {
    for number in ["000", "001", "002", "003", "004"] {
        let comparison = compared(number, number);
        assert_eq!(comparison.findings(), [], "{number}");
    }
}

#[test]
fn a_quote_that_one_cuts_is_found_among_what_differs() {
    let comparison = compared("000", "003");
    let quotes = comparison.findings().into_iter();
    let quotes = quotes.filter(|one| one.kind.sort() == FindingSort::Quote);
    let quotes: Vec<String> = quotes
        .map(|one| format!("{}: {}", one.kind.name(), one.says))
        .collect();
    let [cut, altered] = quotes.as_slice() else {
        unreachable!("{quotes:?}");
    };
    let whole = "quote cut: 8 words gone in A: “President Zelenskyy of Ukraine can end the war";
    assert!(cut.starts_with(whole), "{cut}");
    let own = "quote altered: “handed over to Russia without a shot being fired” | ";
    assert!(altered.starts_with(own), "{altered}");
}

#[test]
fn what_the_reader_cuts_is_apart_and_what_is_tied_together_whatever_else_is_linked() {
    let readings = Pair::new("003", "004").map(|number| Arc::new(crate::sample(number)));
    let usual = compare(readings.clone());
    let together = |comparison: &Comparison, pair: Pair<usize>| {
        let mut rows = comparison.rows.iter();
        rows.any(|row| {
            row.sentences.left.contains(&pair.left) && row.sentences.right.contains(&pair.right)
        })
    };
    let wanted = |sentences: Pair<Range<usize>>, tied: bool| Preference {
        bonds: vec![Bond { sentences, tied }],
        ..Preference::default()
    };
    for row in usual.rows.iter().filter(|row| row.only().is_none()) {
        let cut = compare_as(readings.clone(), wanted(row.sentences.clone(), false));
        for left in row.sentences.left.clone() {
            for right in row.sentences.right.clone() {
                assert!(!together(&cut, Pair::new(left, right)), "{left} {right}");
            }
        }
    }
    let totals = readings.as_ref().map(|reading| reading.sentences.len());
    for left in (0..totals.left).step_by(4) {
        let pair = Pair::new(left, (7 * left + 3) % totals.right);
        let tied = compare_as(readings.clone(), wanted(pair.map(|one| one..one + 1), true));
        assert!(together(&tied, pair), "{pair:?}");
    }
}

#[test]
fn what_one_adds_and_the_other_has_nowhere_is_left_out() {
    let offer = "though he expressed readiness to discuss territorial issues in talks involving both Trump and Putin";
    let charter = "adding that Ukraine’s constitution forbids it";
    left_out(&compared("004", "001"), Side::Left, offer);
    left_out(&compared("001", "004"), Side::Right, offer);
    left_out(&compared("001", "003"), Side::Left, charter);
    absent(
        &compared("003", "001"),
        Side::Left,
        "he indicated openness to discussing the issue",
    );
}

#[test]
fn one_event_goes_by_several_names() {
    let readings = ["000", "001", "002", "003", "004"].map(crate::sample);
    let readings: Vec<&Reading> = readings.iter().collect();
    let cast = cast(&readings);
    let pairs = (0..5).flat_map(|left| (left + 1..5).map(move |right| Pair::new(left, right)));
    let found = choices(&readings, &align_all(&readings, &cast, pairs));
    let words: Vec<Vec<&str>> = found
        .iter()
        .map(|choice| {
            let each = choice.wordings.iter();
            each.map(|called| called.span.of(&readings[called.article].article.text))
                .collect()
        })
        .collect();
    let row = words
        .iter()
        .find(|words| words.contains(&"dramatic showdown"));
    let row = row.unwrap_or_else(|| unreachable!("{words:?}"));
    for name in ["heated exchange", "fiery encounter", "heated confrontation"] {
        assert!(row.contains(&name), "{name:?} is not in {row:?}");
    }
}

/// A row of one side has no topic, and a pointer into its middle is not about its beginning.
#[test]
fn a_pointer_says_what_it_leads_to() {
    let left = "The mayor refused to sell the old harbour on Monday.";
    let right = format!("{left}\n\nA choir sang carols. Snow fell on the valley.");
    let readings = Pair::new(left, &right).map(|text| {
        let article = Article::plain(text.to_owned(), Label::default());
        Arc::new(Reading::new(article))
    });
    let mut comparison = compare(readings);
    comparison.rows[0].pointers = vec![Pointer {
        from: Side::Left,
        sentence: 0,
        row: 1,
        other: 2,
        score: 0.9,
    }];
    let printed = text(&comparison, Order::Left, 200).to_string();
    let told = "↷ only in B: Snow fell on the valley.";
    assert!(printed.contains(told), "{printed}");
}

/// Expects that the other article has nothing of some words: they are left out of what it tells, or it tells nothing of
/// the passage.
#[track_caller]
fn absent(comparison: &Comparison, side: Side, words: &str) {
    let at = comparison
        .readings
        .get(side)
        .article
        .text
        .find(words)
        .unwrap();
    let mut parts = comparison.omissions.iter();
    let part = parts.any(|found| found.side == side && found.span.holds(at));
    let row = &comparison.rows[row_of(comparison, side, words)];
    assert!(part || row.only() == Some(side), "{words:?}");
}

/// The row where some words stand, and what is lit there as only this article's.
#[track_caller]
fn differing<'a>(comparison: &'a Comparison, side: Side, words: &str) -> (usize, Vec<&'a str>) {
    let text = &comparison.readings.get(side).article.text;
    let row = row_of(comparison, side, words);
    let difference = comparison.rows[row].difference.as_ref().unwrap();
    let lights = difference.lights(side).into_iter();
    let own = lights.filter(|light| light.sort == LightSort::Differing);
    (row, own.map(|light| light.span.of(text)).collect())
}

#[track_caller]
fn left_out(comparison: &Comparison, side: Side, words: &str) {
    let text = &comparison.readings.get(side).article.text;
    let mut found = comparison
        .omissions
        .iter()
        .filter(|found| found.side == side);
    assert!(
        found.any(|found| found.span.of(text) == words),
        "{:?}",
        comparison.omissions
    );
}

fn compared(left: &str, right: &str) -> Comparison {
    compare(Pair::new(left, right).map(|number| Arc::new(crate::sample(number))))
}

#[track_caller]
fn beside(comparison: &Comparison, left: &str, right: &str) {
    let row = row_of(comparison, Side::Left, left);
    let other = row_of(comparison, Side::Right, right);
    assert_eq!(row, other, "{left:?} and {right:?} stand in different rows");
}

#[track_caller]
fn alone(comparison: &Comparison, side: Side, words: &str) {
    let row = row_of(comparison, side, words);
    assert_eq!(
        comparison.rows[row].only(),
        Some(side),
        "{words:?} has a partner"
    );
}

/// A sentence of the left article with what only it has in brackets.
#[track_caller]
fn lit(comparison: &Comparison, marked: &str) {
    let plain = marked.replace(['[', ']'], "");
    let row = &comparison.rows[row_of(comparison, Side::Left, &plain)];
    let text = &comparison.readings.left.article.text;
    let start = text.find(&plain).unwrap();
    let sentence = Span::new(start, start + plain.len());
    let lights = row.difference.as_ref().unwrap().lights(Side::Left);
    let differing: Vec<Span> = lights
        .iter()
        .filter(|light| light.sort == LightSort::Differing && sentence.contains(light.span))
        .map(|light| Span::new(light.span.start - start, light.span.end - start))
        .collect();
    assert_eq!(mark(&plain, &differing), marked);
}

#[track_caller]
fn row_of(comparison: &Comparison, side: Side, words: &str) -> usize {
    let reading = comparison.readings.get(side);
    let at = reading.article.text.find(words).unwrap();
    let rows = comparison.rows.iter();
    let mut holding = rows.map(|row| {
        let sentences = &reading.sentences[row.sentences.get(side).clone()];
        sentences.iter().any(|sentence| sentence.span.holds(at))
    });
    holding.position(|holds| holds).unwrap()
}
