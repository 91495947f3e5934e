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
fn the_same_day_of_another_year_is_another() {
    check(
        DATE,
        "The memo of the harbour council was published [16 August 2014].",
        "In the memo, published [August 16, 2025], the harbour council explains the sale.",
    );
}

#[test]
fn a_name_that_begins_a_day_is_none() {
    none(
        "The memo of the harbour council was published, Sun reporters wrote.",
        "In the memo, published Monday, the harbour council explains the sale.",
    );
    none(
        "In the memo, published Sun readers heard, the harbour council explains the sale.",
        "In the memo, published Monday, the harbour council explains the sale.",
    );
    check(
        DATE,
        "The memo of the harbour council was published [Mon]. by the harbour council.",
        "In the memo, published [Sunday], the harbour council explains the sale.",
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

#[test]
fn before_here_and_during_there() {
    check(
        DATE,
        "John Roe rang the sheriff [during the shooting] to pledge allegiance to the harbour gang.",
        "John Roe pledged allegiance to the gang [before the attack], the sheriff said.",
    );
    check(
        DATE,
        "The mayor sold his shares in the harbour [after the vote].",
        "[Before the vote] the mayor sold his shares in the harbour.",
    );
    none(
        "John Roe rang the sheriff during the shooting to pledge allegiance to the harbour gang.",
        "John Roe pledged allegiance to the gang before the trial, the sheriff said.",
    );
    none(
        "The mayor sold his shares in the harbour after the vote.",
        "Before the vote the mayor bought a house in the old town.",
    );
}
