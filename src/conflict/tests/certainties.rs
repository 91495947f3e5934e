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

#[test]
fn what_nobody_could_confirm_is_confirmed_elsewhere() {
    check(
        CERTAINTY,
        "John Roe on Monday [confirmed] his correspondence with Jane Doe over the harbour.",
        "The harbour firm said it [could not confirm] whether John Roe had corresponded with Jane Doe.",
    );
    check(
        CERTAINTY,
        "The harbour fire is being [investigated as] an “act of terror,” the mayor said.",
        "At noon the mayor [called] the harbour fire an “act of terror” and left.",
    );
    none(
        "The harbour fire is being investigated as an “act of terror,” the mayor said.",
        "At noon the mayor called the harbour fire a sad accident and left.",
    );
}

#[test]
fn what_is_not_done_here_is_done_there() {
    check(
        CERTAINTY,
        "John Roe has [refused to] take a position on the harbour sale since May.",
        "At last Roe laid out a careful [position] on the harbour sale.",
    );
    check(
        CERTAINTY,
        "John Roe over the weekend [denied] that he asked Jane Doe to stop investigating Ann Poe.",
        "Doe testified that Roe had asked her to put an [end] to the investigation into Ann Poe.",
    );
    // One quote, and somebody has it wrong.
    check(
        CERTAINTY,
        "“To [pass] this bill in the next weeks would raise the risk of a slump,” she told the press.",
        "“If they [don’t] pass this bill in the next weeks it would raise the risk of a slump,” she said.",
    );
}

#[test]
fn what_somebody_else_did_or_may_do_is_not_denied() {
    none(
        "John Roe has refused to take a position on the harbour sale since May.",
        "At last Jane Doe laid out a careful position on the harbour sale.",
    );
    none(
        "John Roe has refused to take a position on the harbour sale since May.",
        "At last Roe is likely to lay out a careful position on the harbour sale.",
    );
    none(
        "John Roe’s aides denied that he asked the sheriff to stop investigating the sale.",
        "The sheriff, John Roe said, would never stop investigating the harbour sale.",
    );
}

#[test]
fn who_does_not_say_so_denies_nothing() {
    none(
        "John Roe declined to say whether the harbour church has received threats.",
        "The harbour church received threats in May, John Roe’s own sister said.",
    );
    none(
        "John Roe did not visit the harbour church after the threats.",
        "The church at the harbour was one that Roe did not visit after the threats.",
    );
}
