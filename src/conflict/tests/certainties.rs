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
