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
