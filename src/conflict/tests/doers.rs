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

#[test]
fn what_only_one_can_have_done() {
    check(
        DOER,
        "Letters on the sale published by the [Harbour Times] show what it cost.",
        "Then [John Roe] released the letters himself.",
    );
    // A body may act through one of its people.
    none(
        "Letters on the sale published by the White House show what it cost.",
        "Then John Roe released the letters himself.",
    );
    none(
        "Letters on the sale praised by the Harbour Times show what it cost.",
        "Then John Roe praised the letters himself.",
    );
}

#[test]
fn one_and_its_allies_give_it_together() {
    check(
        DOER,
        "The security guarantees for the island would be issued by [France].",
        "[Berlin and its allies] would provide the island with shelter, offering Article 5 guarantees.",
    );
}

#[test]
fn a_noun_is_no_deed() {
    none(
        "The mayor dropped John Roe administration plans for the harbour and the old town.",
        "The mayor kept Jane Doe administration plans for the harbour and the old town.",
    );
}
