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
        "The flood killed [three] people in the harbour town.",
        "In the harbour town [five to dozens] of people died in the flood.",
    );
    check(
        NUMBER,
        "The flood killed [30] people in the harbour town.",
        "In the harbour town [a dozen or so] people died in the flood.",
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
        ("55", "from five to dozens of"),
        ("13", "a dozen or so"),
        ("5.2 million", "5 million or so"),
        ("5.2m", "5 to 6 million"),
        ("550", "five to six hundred"),
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

#[test]
fn a_deal_with_others_is_one_of_all() {
    none(
        "The council would sign the trade deal with 11 harbour nations.",
        "The council would not drop the 12-nation harbour trade deal.",
    );
    check(
        NUMBER,
        "The council would sign the trade deal with [11] harbour nations.",
        "The council would not drop the [14]-nation harbour trade deal.",
    );
}

#[test]
fn another_time_or_another_size_is_another_thing() {
    none(
        "On Sunday the flood killed three people in the harbour town.",
        "In September the flood killed five people in the harbour town.",
    );
    check(
        NUMBER,
        "The council said on Monday that it received [55,000] pages of Doe’s letters from the archive.",
        "In December boxes with [50,000] pages of printed letters of Doe went to the archive.",
    );
    none(
        "The council received 55,000 pages of Doe’s letters from the archive.",
        "Doe needed only nine pages of letters from the council for the archive.",
    );
}
