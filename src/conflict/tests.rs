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
        headlines: Vec::new(),
        links: vec![Link {
            sentences: Pair::new(0, 0),
            score: 0.9,
        }],
        threshold: 0.5,
        passages: Vec::new(),
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

mod numbers {
    use super::*;
    const NUMBER: &[ConflictKind] = &[ConflictKind::Number];

    #[test]
    fn one_thing_is_counted_otherwise() {
        check(
            NUMBER,
            "The council received [55,000] pages of Doe’s letters from the archive.",
            "Boxes with [50,000] pages of printed letters of Doe went to the archive.",
        );
        check(
            NUMBER,
            "The flood killed [three] people in the harbour town.",
            "In the harbour town [five] people died in the flood.",
        );
        check(
            NUMBER,
            "The flood killed [more than 40] people in the harbour town.",
            "In the harbour town [thirty-one] people died in the flood.",
        );
        check(
            NUMBER,
            "The senate took up [15] bills on jobs and roads this spring.",
            "The senate took up [some 18] measures on jobs and roads.",
        );
        check(
            NUMBER,
            "The bridge cost the harbour town [$5.7 million] in taxes.",
            "The harbour town’s bridge cost [$3.2 million] in taxes.",
        );
        check(
            NUMBER,
            "Jane Doe, [44], was found near the harbour.",
            "The [46]-year-old Jane Doe was found near the harbour.",
        );
        check(
            NUMBER,
            "Turnout in the harbour town fell to [36 percent] of voters.",
            "In the harbour town turnout fell to [31%] of voters.",
        );
        check(
            NUMBER,
            "The fire ran [40 miles] along the old river road.",
            "Along the old river road the fire ran [25 kilometres].",
        );
    }

    #[test]
    fn roundings_and_bounds_hold() {
        for (left, right) in [
            ("41", "about 40"),
            ("43", "some 40"),
            ("120", "more than 100"),
            ("96", "nearly 100"),
            ("31", "dozens of"),
            ("12", "a dozen"),
            ("24", "two dozen"),
            ("1,204", "1,200"),
            ("45", "40 to 50"),
            ("38", "up to 40"),
            ("40", "forty"),
            ("25", "twenty-five"),
            ("2,000", "two thousand"),
            ("3,000", "thousands of"),
            ("55", "50 to 60"),
        ] {
            none(
                &format!("The flood killed {left} people in the harbour town."),
                &format!("In the harbour town {right} people died in the flood."),
            );
        }
        none(
            "The bridge cost the harbour town $43,885,310 of its taxes.",
            "The harbour town’s bridge cost nearly $44 million of taxes.",
        );
        none(
            "The fire ran 40 miles along the old river road.",
            "Along the old river road the fire ran 64 kilometres.",
        );
        none(
            "Doe bought a $43,000 watch in the harbour town.",
            "In the harbour town Doe bought a watch for $43,350.",
        );
    }

    #[test]
    fn another_quantity_is_no_conflict() {
        // Other things, other deeds.
        none(
            "The flood killed three people in the harbour town.",
            "The flood injured five people in the harbour town.",
        );
        none(
            "The flood killed three people in the harbour town.",
            "The flood destroyed five houses in the harbour town.",
        );
        none(
            "The council sent 300 letters to the harbour archive.",
            "The council sent 900 pages to the harbour archive.",
        );
        // Another day, another subject, another place.
        none(
            "On Monday the flood killed three people in the harbour town.",
            "On Sunday the flood killed five people in the harbour town.",
        );
        none(
            "Jane Doe has raised $5 million for her harbour campaign.",
            "John Roe has raised $7 million for his harbour campaign.",
        );
        none(
            "He had five British ships in the harbour of the old town.",
            "He had three French ships in the harbour of the old town.",
        );
        // A part, or what comes on top.
        none(
            "The flood killed three people in the harbour town.",
            "The flood killed two more people in the harbour town.",
        );
        none(
            "The flood killed one of the seven people in the harbour boat.",
            "The flood killed three people in the harbour boat.",
        );
        none(
            "Of those in the boat three of the seven people died in the flood.",
            "In the boat five people died in the flood.",
        );
        // Both have both.
        none(
            "The flood killed three people, and then five people, in the harbour town.",
            "The flood killed five people in the harbour town.",
        );
        none(
            "The flood killed three people in the harbour town.\n\nEarlier five people had died.",
            "The flood killed five people in the harbour town.",
        );
    }

    #[test]
    fn what_counts_nothing_is_no_number() {
        none(
            "The flood hit the harbour town in 2014 and killed many people.",
            "The flood hit the harbour town in 2015 and killed many people.",
        );
        none(
            "Article 5 of the harbour treaty binds the town councils.",
            "Article 7 of the harbour treaty binds the town councils.",
        );
        none(
            "The harbour council met at 7:30 p.m. in the town hall.",
            "The harbour council met at 8 p.m. in the town hall.",
        );
        none(
            "The flood hit the harbour town two days ago and killed many.",
            "The flood hit the harbour town three days ago and killed many.",
        );
        none(
            "Prices in the harbour town are up from 30 percent last year.",
            "Prices in the harbour town are up to 36 percent this year.",
        );
        none(
            "One in three voters of the harbour town stayed at home.",
            "Two in five voters of the harbour town stayed at home.",
        );
    }

    #[test]
    fn a_count_is_held_against_those_who_are_named() {
        check(
            NUMBER,
            "Doe demanded that the army withdraw from all [four] contested regions as a price for peace.",
            "Doe’s price for peace is that the army withdraw its tanks from [France and Germany].",
        );
        check(
            NUMBER,
            "Doe asked for a full withdrawal from [three] provinces before any peace.",
            "Before any peace, Doe asked, they must withdraw their troops from [Ohio and Iowa].",
        );
        none(
            "Doe asked for a full withdrawal from two provinces before any peace.",
            "Before any peace, Doe asked, they must withdraw their troops from Ohio and Iowa.",
        );
        none(
            "Doe asked for a full withdrawal from three provinces before any peace.",
            "Before any peace, Doe asked, they must withdraw from provinces such as Ohio and Iowa.",
        );
        none(
            "Doe praised the peace in the three provinces under her rule, above all in Ohio.",
            "Before any peace, Doe asked, they must withdraw their troops from Ohio and Iowa.",
        );
    }
}

mod days {
    use super::*;
    const DATE: &[ConflictKind] = &[ConflictKind::Date];

    #[test]
    fn one_deed_on_two_days() {
        check(
            DATE,
            "The memo of the harbour council was published [Saturday].",
            "In the memo, published [Sunday], the harbour council explains the sale.",
        );
        dated(
            DATE,
            (
                "The memo of the harbour council was published [yesterday].",
                Some("2025-08-18"),
            ),
            (
                "The memo of the harbour council was published on [August 15].",
                Some("2025-08-18"),
            ),
        );
    }

    #[test]
    fn one_day_in_other_words_is_one_day() {
        none(
            "The memo of the harbour council was published Saturday.",
            "In the memo, published on Saturday, the harbour council explains the sale.",
        );
        dated(
            &[],
            (
                "The memo of the harbour council was published yesterday.",
                Some("2025-08-18"),
            ),
            (
                "The memo of the harbour council was published on Sunday.",
                Some("2025-08-19"),
            ),
        );
        // Nobody knows when yesterday was.
        none(
            "The memo of the harbour council was published yesterday.",
            "The memo of the harbour council was published on Sunday.",
        );
    }

    #[test]
    fn other_deeds_have_their_own_days() {
        none(
            "The memo of the harbour council was published Saturday.",
            "The memo of the harbour council was discussed Sunday.",
        );
        none(
            "The memo of the harbour council was published Saturday.",
            "The memo, shown Saturday to a few, was published Sunday by the harbour council.",
        );
        none(
            "Doe said Saturday that the harbour will be sold.",
            "The harbour will be sold, Doe said Sunday.",
        );
    }
}

mod doers {
    use super::*;
    const DOER: &[ConflictKind] = &[ConflictKind::Doer];

    #[test]
    fn others_do_the_same() {
        check(
            DOER,
            "The security guarantees for the island would be issued by [France].",
            "[Germany] could provide the island with security guarantees.",
        );
        check(
            DOER,
            "A bribe for the harbour contract was paid by [John Roe].",
            "On that day [Jane Doe] paid a bribe for the harbour contract.",
        );
    }

    #[test]
    fn the_same_in_other_words_is_nobody_else() {
        none(
            "The security guarantees for the island would be issued by Britain.",
            "The UK could provide the island with security guarantees.",
        );
        none(
            "The security guarantees for the island would be issued by Washington.",
            "The U.S. could provide the island with security guarantees.",
        );
        none(
            "France could provide the island with security guarantees.",
            "France and Germany could provide the island with security guarantees.",
        );
        none(
            "The security guarantees for the island would be issued by France.",
            "Germany could deny the island all its security guarantees.",
        );
        none(
            "A bribe for the harbour contract was paid by Betty Roe.",
            "On that day Bettie Roe paid a bribe for the harbour contract.",
        );
        none(
            "A bribe for the harbour contract was paid by John Roe.",
            "The firm paid a bribe for the harbour contract.",
        );
    }
}

mod parties {
    use super::*;
    const PARTICIPANTS: &[ConflictKind] = &[ConflictKind::Participants];

    #[test]
    fn others_took_part() {
        check(
            PARTICIPANTS,
            "The visit to the harbour ended in a row between [John Roe] and [Jane Doe].",
            "The visit to the harbour ended in a row between [John Roe], [Jane Doe] and [Ann Poe].",
        );
        check(
            PARTICIPANTS,
            "The dinner in the harbour hall: [John Roe], [Jane Doe] and [Ann Poe] will attend.",
            "[John Roe], [Jane Doe] and [Bill Coe] will attend the dinner in the harbour hall.",
        );
    }

    #[test]
    fn the_same_people_in_other_words_or_another_order() {
        none(
            "The visit to the harbour ended in a row between John Roe and Jane Doe.",
            "The visit to the harbour ended in a clash between Doe and Roe.",
        );
        none(
            "The dinner in the harbour hall: British Prime Minister John Roe, German Chancellor Jane Doe and French \
             President Ann Poe will attend.",
            "The leaders of France, Germany and Britain will attend the dinner in the harbour hall.",
        );
        none(
            "The visit to the harbour ended in a row between Volodymyr Zelenskyy and Jane Doe.",
            "The visit to the harbour ended in a row between Volodymyr Zelensky and Jane Doe.",
        );
    }

    #[test]
    fn a_shorter_list_denies_nobody() {
        none(
            "The dinner in the harbour hall: John Roe, Jane Doe and Ann Poe will attend.",
            "John Roe, Jane Doe, Bill Coe and Ann Poe will attend the dinner in the harbour hall.",
        );
        none(
            "Guests including John Roe, Jane Doe and Bill Coe will attend the dinner in the harbour hall.",
            "John Roe, Jane Doe and Ann Poe will attend the dinner in the harbour hall.",
        );
    }

    #[test]
    fn another_encounter_is_another() {
        none(
            "The visit to the harbour ended in a row between John Roe and Jane Doe.",
            "After the visit to the harbour a meeting between John Roe, Jane Doe and Ann Poe is planned.",
        );
    }
}

mod certainties {
    use super::*;
    const CERTAINTY: &[ConflictKind] = &[ConflictKind::Certainty];

    #[test]
    fn one_claim_is_surer_here_than_there() {
        check(
            CERTAINTY,
            "John Roe [appeared] open to supporting the demand for the harbour.",
            "It remains [unclear] whether Roe supports the harbour demand.",
        );
        check(
            CERTAINTY,
            "John Roe [denied] that he urged the sheriff to stop investigating the harbour sale.",
            "In May John Roe [urged] the sheriff to stop investigating the sale of the harbour.",
        );
    }

    #[test]
    fn another_claim_has_its_own_certainty() {
        none(
            "John Roe appeared open to supporting the demand for the harbour.",
            "It remains unclear whether Doe supports the harbour demand.",
        );
        none(
            "John Roe appeared tired when he spoke of the harbour.",
            "It remains unclear whether Roe supports the harbour demand.",
        );
        none(
            "It remains unclear why John Roe supports the harbour demand.",
            "John Roe appeared open to supporting the demand for the harbour.",
        );
        none(
            "John Roe denied that he asked the sheriff to stop investigating the harbour sale.",
            "John Roe did not ask the sheriff to stop investigating the sale of the harbour.",
        );
        none(
            "John Roe may sell the harbour in May.",
            "John Roe might sell the harbour in May.",
        );
    }
}

mod sources {
    use super::*;
    const SOURCE: &[ConflictKind] = &[ConflictKind::Source];

    #[test]
    fn one_names_whom_the_other_does_not() {
        check(
            SOURCE,
            "The harbour sale was stopped by a secret order, [a senior official] said.",
            "[Jane Doe] said that a secret order had stopped the harbour sale.",
        );
    }

    #[test]
    fn both_name_or_neither() {
        none(
            "The harbour sale was stopped by a secret order, John Roe said.",
            "Jane Doe said that a secret order had stopped the harbour sale.",
        );
        none(
            "The harbour sale was stopped by a secret order, a senior official said.",
            "Officials said that a secret order had stopped the harbour sale.",
        );
        none(
            "The rain will last, a senior official said.",
            "Jane Doe said that a secret order had stopped the harbour sale.",
        );
    }
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
