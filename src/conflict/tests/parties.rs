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

#[test]
fn the_same_words_with_a_name_more() {
    check(
        PARTICIPANTS,
        "“I hope that the mayor joins [John Roe], and most members of the council,” she said.",
        "“I hope that the mayor joins [John Roe], [Ann Poe] and most members of the council,” she said.",
    );
    none(
        "“I hope that the mayor joins people like John Roe, and most members of the council,” she said.",
        "“I hope that the mayor joins people like John Roe, Ann Poe and most members of the council,” she said.",
    );
    none(
        "The mayor talked to John Roe about the harbour.",
        "The mayor walked with John Roe and Ann Poe past the harbour.",
    );
}
