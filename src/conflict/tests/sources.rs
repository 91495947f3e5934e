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

#[test]
fn an_outlet_does_not_say_from_whom_it_has_it() {
    check(
        SOURCE,
        "The speech at the fair will turn to jobs, roads and schools, [Fox News is told].",
        "[Roe’s campaign] said that he would speak of jobs, roads and schools at the fair.",
    );
}

#[test]
fn somebody_s_lawyer_is_a_named_source() {
    check(
        SOURCE,
        "John Roe is expected to be indicted, [Roe’s lawyer] said Friday.",
        "John Roe, who won his seat in May, is soon to be indicted, [people with knowledge of the case] said.",
    );
}

#[test]
fn whoever_leaves_the_source_unnamed_speaks_of_the_other() {
    none(
        "Every council member has signed a letter to block the harbour sale, Fox News has learned.",
        "“We will block the harbour sale,” all nine council members said in a letter.",
    );
}
