//! Who says what in the sample articles.

use parallax::quote::QuoteKind;
use parallax::speaker::{Cast, cast};

use crate::sample;

#[test]
fn every_run_in_marks_is_found_once_with_its_speaker() {
    said(
        "000",
        &[
            ("The Russian war machine", "Volodymyr Zelenskyy"),
            (
                "that is why reliable security guarantees",
                "Volodymyr Zelenskyy",
            ),
            ("At this very moment", "Volodymyr Zelenskyy"),
            ("Russians are deliberately killing", "Volodymyr Zelenskyy"),
            ("That is precisely why", "Volodymyr Zelenskyy"),
            ("The war must be ended", "Volodymyr Zelenskyy"),
            ("can end the war", "Donald Trump"),
            ("Remember how it started,", "Donald Trump"),
            ("no getting back", "Donald Trump"),
            ("provoke Russia", "Refat Chubarov"),
            ("handed over to Russia", "Donald Trump"),
            ("This shows, first", "Johann Wadephul"),
            ("We will not leave", "Johann Wadephul"),
            ("If we show weakness", "Emmanuel Macron"),
            ("not being thankful enough", "Donald Trump"),
            ("not wearing a suit", "Donald Trump"),
            ("best", "Volodymyr Zelenskyy"),
        ],
    );
}

#[test]
fn every_run_in_marks_of_the_shorter_samples_too() {
    said(
        "001",
        &[
            ("will be productive", "Volodymyr Zelenskyy"),
            ("robust security guarantees", "Steve Witkoff"),
            ("We got to an agreement", "Steve Witkoff"),
            ("It’s important that America", "Volodymyr Zelenskyy"),
            ("This is a significant change", "Volodymyr Zelenskyy"),
            ("We need real negotiations", "Volodymyr Zelenskyy"),
            ("has been unable to take it", "Volodymyr Zelenskyy"),
            ("not off the table", "Marco Rubio"),
            ("It was agreed to by all", "Marco Rubio"),
            ("There’s no doubt about that", "Marco Rubio"),
        ],
    );
    said("002", &[]);
    said(
        "003",
        &[
            (
                "robust security guarantees",
                "Donald Trump and Vladimir Putin",
            ),
            ("President Zelenskyy of Ukraine", "Donald Trump"),
            ("We all share a strong desire", "Volodymyr Zelensky"),
            ("ungrateful", "Donald Trump and JD Vance"),
            ("the extent of Washington’s", "Macron"),
            ("some flexibility", "Steve Witkoff"),
            ("For peace to prevail", "Radoslaw Sikorski"),
            ("There is only one state", "Macron"),
        ],
    );
    said(
        "004",
        &[
            ("It’s impossible to do this", "Volodymyr Zelenskyy"),
            ("positive meeting", "Volodymyr Zelenskyy"),
            ("on land, in the air", "Volodymyr Zelenskyy"),
            ("to stop the killing", "Ursula von der Leyen"),
        ],
    );
}

#[test]
fn spellings_of_a_name_are_one_speaker_with_the_fullest_name() {
    let readings = [sample("000"), sample("003")];
    let cast = cast(&[&readings[0], &readings[1]]);
    let names: Vec<&str> = cast
        .speakers
        .iter()
        .map(|speaker| speaker.name.as_str())
        .collect();
    let presidents: Vec<_> = names
        .iter()
        .filter(|name| name.contains("Zelensk"))
        .collect();
    assert_eq!(presidents, [&"Volodymyr Zelenskyy"]);
    assert!(
        names.contains(&"Emmanuel Macron") && !names.contains(&"Macron"),
        "{names:?}"
    );
}

#[test]
fn reported_speech_is_indirect() {
    let reading = sample("002");
    let cast = cast(&[&reading]);
    assert!(
        reading
            .quotes
            .iter()
            .all(|quote| quote.kind == QuoteKind::Indirect)
    );
    for (words, speaker) in [
        ("eager to avoid a repeat", "Dominique Trinquand"),
        ("a strategic power struggle", "Dominique Trinquand"),
        ("collective defense principle", "Steve Witkoff"),
        ("the support from Europe", "Ursula von der Leyen"),
        ("a ceasefire remains a possibility", "Marco Rubio"),
        ("both U.S. and European involvement", "Volodymyr Zelenskyy"),
        ("makes it impossible to move forward", "Volodymyr Zelenskyy"),
    ] {
        let found = reading
            .quotes
            .iter()
            .position(|quote| quote.text(&reading.article.text).contains(words));
        let found = found.unwrap_or_else(|| unreachable!("nobody is reported to say {words:?}"));
        assert_eq!(speaker_of(&cast, found), speaker, "{words}");
    }
}

#[test]
fn a_term_in_quotation_marks_is_nobodys_speech() {
    for number in ["002", "004"] {
        let reading = sample(number);
        let text = &reading.article.text;
        assert!(text.contains("“Coalition of the Willing"));
        let mut runs = reading.quotes.iter().flat_map(|quote| &quote.quoted);
        assert!(
            !runs.any(|run| run.of(text).contains("Coalition of the Willing")),
            "{number}"
        );
    }
}

#[test]
fn what_damaged_marks_hold_is_less_sure_and_shifts_nothing() {
    let reading = sample("000");
    let damaged: Vec<&str> = reading
        .quotes
        .iter()
        .filter(|quote| quote.damaged)
        .map(|quote| {
            quote.quoted[0]
                .of(&reading.article.text)
                .split(' ')
                .next()
                .unwrap_or_default()
        })
        .collect();
    assert_eq!(damaged, ["That", "The"]);
    let cast = cast(&[&reading]);
    for (quote, attribution) in reading.quotes.iter().zip(&cast.attributions[0]) {
        assert!(
            !quote.damaged || attribution.confidence < 0.7,
            "{attribution:?}"
        );
    }
}

/// Expects the runs in quotation marks of a sample, by how they begin, in order, each with its speaker.
#[track_caller]
fn said(name: &str, expected: &[(&str, &str)]) {
    let reading = sample(name);
    let cast = cast(&[&reading]);
    let mut found: Vec<(usize, &str, String)> = Vec::new();
    for (number, quote) in reading.quotes.iter().enumerate() {
        let runs = quote.quoted.iter().map(|run| {
            (
                run.start,
                run.of(&reading.article.text),
                speaker_of(&cast, number),
            )
        });
        found.extend(runs);
    }
    found.sort_unstable();
    assert_eq!(found.len(), expected.len(), "{name}: {found:#?}");
    for ((_, text, speaker), (begins, who)) in found.iter().zip(expected) {
        assert!(
            text.starts_with(begins),
            "{name}: {text:?} stands where {begins:?} was expected"
        );
        assert_eq!(speaker, who, "{name}: {text}");
    }
}

fn speaker_of(cast: &Cast, quote: usize) -> String {
    let names = cast.names(&cast.attributions[0][quote]);
    names.unwrap_or_else(|| "nobody".to_owned())
}
