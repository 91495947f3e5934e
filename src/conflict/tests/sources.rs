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
