//! Whose quotes are, by example.

use super::cast;
use crate::article::{Article, Label};
use crate::quote::Owner;
use crate::reading::Reading;

#[test]
fn names_are_resolved_to_their_fullest_form() {
    check(
        "Jane Doe left early. “It is over,” Doe said.",
        &["Jane Doe"],
    );
    check(
        "“It is over,” said Finance Minister Jane Doe.",
        &["Jane Doe"],
    );
    check(
        "“It is over,” said Trump’s special envoy, Steve Witkoff.",
        &["Steve Witkoff"],
    );
    check(
        "“It is over,” said a spokesman for Jane Doe.",
        &["a spokesman for Jane Doe"],
    );
    check(
        "“It is over,” the Trump campaign said.",
        &["the Trump campaign"],
    );
}

#[test]
fn pronouns_go_to_the_most_present_who_fits() {
    check(
        "Jane Doe met John Roe. “It is over,” she said.",
        &["Jane Doe"],
    );
    check(
        "Jane Doe met John Roe. “It is over,” he said.",
        &["John Roe"],
    );
    check(
        "“It is over,” Jane Doe said. John Roe was late. “It began,” she said.",
        &["Jane Doe", "Jane Doe"],
    );
}

#[test]
fn descriptions_go_by_role_and_country() {
    let met = "Ukrainian President Volodymyr Zelenskyy met French President Emmanuel Macron and Jane Doe.";
    check(
        &format!("{met} “It is over,” the Ukrainian leader said."),
        &["Volodymyr Zelenskyy"],
    );
    check(
        &format!("{met} “It is over,” the French president said."),
        &["Emmanuel Macron"],
    );
    check(
        "“It is over,” a senior official said.",
        &["a senior official"],
    );
}

#[test]
fn one_person_in_two_articles_is_one_speaker() {
    let left = reading("President Volodymyr Zelenskyy came. “It is over,” Zelenskyy said.");
    let right = reading("“It goes on,” Zelensky said.");
    let cast = cast(&[&left, &right]);
    assert_eq!(cast.speakers.len(), 1);
    assert_eq!(cast.speakers[0].name, "Volodymyr Zelenskyy");
    assert_eq!(cast.speakers[0].aliases, ["Zelenskyy", "Zelensky"]);
}

#[test]
fn two_who_speak_together_are_both_speakers() {
    check(
        "“It is over,” Jane Doe and John Roe said in a joint statement. “We did it,” they said.",
        &["Jane Doe and John Roe", "Jane Doe and John Roe"],
    );
    check(
        "“It is over,” said Jane Doe, John Roe (R-Maine) and Sen. Ann Poe of Ohio.",
        &["Jane Doe, John Roe and Ann Poe"],
    );
    check(
        "President Jane Doe met Chancellor John Roe. “It is over,” both leaders said.",
        &["Jane Doe and John Roe"],
    );
}

#[test]
fn where_nobody_fits_a_pronoun_who_is_named_beside_it_speaks() {
    check("“It is over,” she and John Roe said.", &["John Roe"]);
    check(
        "Jane Doe came. “It is over,” she and John Roe said.",
        &["Jane Doe and John Roe"],
    );
}

#[test]
fn a_name_in_an_apposition_speaks_for_nobody() {
    check(
        "“It is over,” said Jane Doe, a former aide to John Roe and Ann Poe.",
        &["Jane Doe"],
    );
    check(
        "“It is over,” said Jane Doe, John Roe’s aide.",
        &["Jane Doe"],
    );
    check(
        "“It is over,” said Jane Doe of Maine and Ohio.",
        &["Jane Doe"],
    );
}

#[test]
fn an_outlet_that_passes_words_on_is_their_channel() {
    check_channel("“It is over,” Jane Doe told CNN on Monday.", Some("CNN"));
    check_channel("“It is over,” Jane Doe told CNN’s John Roe.", Some("CNN"));
    check_channel(
        "According to the Washington Post, Jane Doe said: “It is over.”",
        Some("Washington Post"),
    );
    check_channel(
        "“It is over,” said Jane Doe in an interview with the Times.",
        Some("Times"),
    );
    check_channel(
        "According to Politico, Jane Doe said it was over.",
        Some("Politico"),
    );
    check_channel("“It is over,” Jane Doe told John Roe.", None);
    check_channel("“It is over,” CNN reported.", None);
    check_channel("Vicente Fox came. “It is over,” Jane Doe told Fox.", None);
}

/// Expects the channel of the first quote.
#[track_caller]
fn check_channel(text: &str, expected: Option<&str>) {
    let reading = reading(text);
    let cast = cast(&[&reading]);
    let channel = cast.attributions[0][0].channel;
    assert_eq!(channel.map(|span| span.of(&reading.article.text)), expected);
}

#[test]
fn a_description_stands_for_whom_another_article_names() {
    let left = reading("“It is over,” the French president said.");
    let right = reading("French President Emmanuel Macron came. “It goes on,” Macron said.");
    assert_eq!(
        names(&[&left, &right]),
        ["Emmanuel Macron", "Emmanuel Macron"]
    );
}

#[test]
fn two_of_one_surname_are_kept_apart_in_a_story() {
    let left = reading("Hillary Clinton left. “It is over,” Mrs. Clinton said.");
    let right = reading("Bill Clinton came. “It goes on,” Mr. Clinton said.");
    assert_eq!(names(&[&left, &right]), ["Hillary Clinton", "Bill Clinton"]);
    let both = reading("Hillary Clinton met Bill Clinton. “It is over,” Mrs. Clinton said.");
    assert_eq!(names(&[&both]), ["Hillary Clinton"]);
}

#[test]
fn unnamed_sources_of_two_articles_are_two() {
    let left = reading("“It is over,” a senior official said.");
    let right = reading("“It goes on,” a senior official said.");
    assert_eq!(cast(&[&left, &right]).speakers.len(), 2);
    let left = reading("“It is over,” the Trump campaign said.");
    let right = reading("“It goes on,” the Trump campaign said.");
    assert_eq!(cast(&[&left, &right]).speakers.len(), 1);
}

#[test]
fn a_surname_finds_the_full_name_of_another_article() {
    let left = reading("President Doe came. “It is over,” President Doe said.");
    let right = reading("John Doe left. Doe was late. Mary Doe stayed.");
    assert_eq!(names(&[&left, &right]), ["John Doe"]);
}

#[test]
fn the_order_of_the_articles_decides_nobodys_quotes() {
    check_in_any_order(
        &[
            "John Doe left.",
            "Mary Doe stayed. Mary Doe was late.",
            "“It is over,” Doe said.",
        ],
        "Mary Doe",
    );
    check_in_any_order(
        &[
            "John Doe left.",
            "Mary Doe stayed.",
            "“It is over,” Doe said.",
        ],
        "John Doe",
    );
    check_in_any_order(
        &[
            "Mayor John Roe left.",
            "Mayor Ann Poe stayed.",
            "“It is over,” the mayor said.",
        ],
        "Ann Poe",
    );
}

/// Expects whose the only quote is, whichever article is read first.
#[track_caller]
fn check_in_any_order(texts: &[&str], expected: &str) {
    let readings: Vec<Reading> = texts.iter().map(|text| reading(text)).collect();
    let mut readings: Vec<&Reading> = readings.iter().collect();
    for _ in 0..texts.len() {
        assert_eq!(names(&readings), [expected]);
        readings.rotate_left(1);
    }
    readings.reverse();
    assert_eq!(names(&readings), [expected]);
}

#[test]
fn a_sentence_about_somebody_else_takes_the_stage() {
    check(
        "“It is over,” John Roe said. Jack Poe came late. “It goes on,” he said.",
        &["John Roe", "Jack Poe"],
    );
    check(
        "John Roe came. He was late. Jack Poe’s aide was not. “It goes on,” he said.",
        &["John Roe"],
    );
}

#[test]
fn a_state_or_party_beside_a_name_tells_who_is_meant() {
    let met = "Sen. Jane Doe (R-Ariz.) met Sen. John Roe, D-Ohio, and Sen. Ann Poe of Maine.";
    check(
        &format!("{met} “It is over,” the Arizona Republican said."),
        &["Jane Doe"],
    );
    check(
        &format!("{met} “It is over,” the Ohio Democrat said."),
        &["John Roe"],
    );
    check(
        &format!("{met} “It is over,” the Maine senator said."),
        &["Ann Poe"],
    );
    check(
        &format!("{met} “It is over,” the Texas senator said."),
        &["the Texas senator"],
    );
    check(
        "Sen. Jane Doe (R-Miss.) met Sen. John Roe (R-Ohio). “It is over,” the Mississippi Republican said.",
        &["Jane Doe"],
    );
    check(
        "Senator Jane Doe met Miss Ann Poe, a Texas lawyer. “It is over,” the Texas lawyer said.",
        &["Ann Poe"],
    );
}

#[test]
fn a_description_in_commas_after_a_name_is_of_that_name() {
    check(
        "“It is over,” Jane Doe, the head of the council, said.",
        &["Jane Doe"],
    );
    check(
        "“It is over,” said a US intelligence official.",
        &["a US intelligence official"],
    );
}

#[test]
fn a_source_that_cannot_speak_is_doubtful() {
    let sure = |source: &str| {
        let reading = reading(&format!("“It is over and done now,” {source} said."));
        let cast = cast(&[&reading]);
        cast.attributions[0][0].is_sure()
    };
    assert!(sure("a senior official"));
    assert!(sure("local writers"));
    assert!(!sure("the shutdown"));
}

const TALKS: &str =
    "Jane Doe met Finance Minister Ann Poe. “It is over,” Doe said. “It began,” she said.";

#[test]
fn the_reader_says_by_name_by_surname_or_in_own_words_whose_it_is() {
    check_set("Ann Poe", &["Ann Poe", "Ann Poe"]);
    check_set("Poe", &["Ann Poe", "Ann Poe"]);
    check_set("poe", &["Ann Poe", "Ann Poe"]);
    check_set("Eve Poe", &["Eve Poe", "Eve Poe"]);
    check_set("an aide to Ann Poe", &["an aide to Ann Poe", "Jane Doe"]);
}

#[test]
fn a_pronoun_follows_what_the_reader_sets_right() {
    let text = "John Roe met Paul Poe. John Roe told reporters: “It is over.” “It began,” he said.";
    let mut reading = reading(text);
    assert_eq!(names(&[&reading]), ["John Roe", "John Roe"]);
    for name in ["Paul Poe", "Max Moe"] {
        reading.quotes[0].set_by_reader = Some(Owner::Somebody(name.to_owned()));
        assert_eq!(names(&[&reading]), [name, name]);
    }
}

#[test]
fn words_at_second_hand_stay_so_whoever_the_reader_says_spoke() {
    for (owner, expected) in [("Ann Poe", Some("Politico")), ("politico", None)] {
        let mut reading = reading("According to Politico, Jane Doe said it was over.");
        reading.quotes[0].set_by_reader = Some(Owner::Somebody(owner.to_owned()));
        let cast = cast(&[&reading]);
        let channel = cast.attributions[0][0].channel;
        let channel = channel.map(|span| span.of(&reading.article.text));
        assert_eq!(channel, expected, "{owner}");
    }
}

#[test]
fn nobody_is_named_where_the_reader_says_so() {
    let mut reading = reading(TALKS);
    reading.quotes[1].set_by_reader = Some(Owner::Nobody);
    let cast = cast(&[&reading]);
    assert_eq!(cast.attributions[0][1].speaker, None);
    assert_eq!(cast.attributions[0][1].reason, "set by you");
}

#[test]
fn who_is_named_and_not_quoted_is_known() {
    let cast = cast(&[&reading(&format!("{TALKS} The European Commission left."))]);
    let named: Vec<&str> = cast.named.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(named, ["Ann Poe", "European Commission"]);
}

/// Expects the speakers when the reader says that the first quote is `name`'s.
#[track_caller]
fn check_set(name: &str, expected: &[&str]) {
    let mut reading = reading(TALKS);
    reading.quotes[0].set_by_reader = Some(Owner::Somebody(name.to_owned()));
    let cast = cast(&[&reading]);
    assert!(cast.attributions[0][0].is_sure());
    assert_eq!(names(&[&reading]), expected);
}

fn names(readings: &[&Reading]) -> Vec<String> {
    let cast = cast(readings);
    let quotes = cast.attributions.iter().flatten();
    let names = quotes.map(|quote| cast.names(quote));
    names
        .map(|names| names.unwrap_or_else(|| "?".to_owned()))
        .collect()
}

/// Expects each quote's speakers.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = names(&[&reading(text)]);
    assert_eq!(found, expected);
}

fn reading(text: &str) -> Reading {
    let lead = "The council met for the first time since the long summer break this week.\n";
    Reading::new(Article::plain(format!("{lead}{text}"), Label::default()))
}
