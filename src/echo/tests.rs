use super::*;
use crate::article::{Article, Label};
use crate::speaker::cast;
use crate::text::mark;

#[test]
fn the_same_words_are_one_echo() {
    check(
        &[
            "“We will not sell the harbour,” Jane Doe said.",
            "Jane Doe told reporters: “We will not sell the harbour.”",
        ],
        &["same: We will not sell the harbour, | We will not sell the harbour."],
    );
}

#[test]
fn a_piece_is_a_cut() {
    check(
        &[
            "“We will not sell the old harbour to anybody, and that is the end of it,” Jane Doe said.",
            "Jane Doe said the town would “not sell the old harbour.”",
        ],
        &[
            "cut: We will not sell the old harbour to anybody, and that is the end of it, | not sell the old harbour.",
        ],
    );
}

#[test]
fn a_turn_of_phrase_of_two_people_is_no_echo() {
    check(
        &[
            "“I am a candidate for mayor of this old town,” Jane Doe said.",
            "“I am not running for mayor of this old town as a joke,” John Roe said.",
        ],
        &[],
    );
}

#[test]
fn an_unnamed_source_contradicts_nobody() {
    check(
        &[
            "“We will not sell the harbour,” Jane Doe said.",
            "“We will not sell the harbour,” a senior official said.",
        ],
        &["same: We will not sell the harbour, | We will not sell the harbour,"],
    );
    check(
        &[
            "“We will not sell the harbour,” Jane Doe said.",
            "“We will not sell the harbour,” John Roe said.",
        ],
        &["other-speaker: We will not sell the harbour, | We will not sell the harbour,"],
    );
}

#[test]
fn another_word_is_an_alteration() {
    check(
        &[
            "“We will never sell the old harbour to investors,” Jane Doe said.",
            "“We will not sell the old harbours to investors,” Jane Doe said.",
        ],
        &[
            "altered: We will never sell the old harbour to investors, | We will [not] sell the old [harbours] to investors,",
        ],
    );
}

#[test]
fn spellings_accents_and_capitals_are_no_alteration() {
    check(
        &[
            "Volodymyr Zelenskyy came. “ZELENSKYY can end the war at once,” Jane Doe said.",
            "Volodymyr Zelensky came. “Zelensky can end the wár at once,” Jane Doe said.",
        ],
        &["same: ZELENSKYY can end the war at once, | Zelensky can end the wár at once,"],
    );
}

#[test]
fn the_same_words_of_somebody_else_stand_out() {
    check(
        &[
            "Jane Doe promised “robust security guarantees.”",
            "John Roe promised “robust security guarantees.”",
        ],
        &["other-speaker: robust security guarantees. | robust security guarantees."],
    );
}

#[test]
fn what_two_said_together_either_of_them_said() {
    check(
        &[
            "“We will not sell the harbour,” Jane Doe and John Roe said.",
            "“We will not sell the harbour,” John Roe said.",
        ],
        &["same: We will not sell the harbour, | We will not sell the harbour,"],
    );
    check(
        &[
            "“We will not sell the harbour,” Jane Doe and John Roe said.",
            "“We will not sell the harbour,” Ann Poe said.",
        ],
        &["other-speaker: We will not sell the harbour, | We will not sell the harbour,"],
    );
}

#[test]
fn a_few_words_are_alike_only_as_a_whole() {
    check(
        &[
            "Jane Doe promised “robust security guarantees.”",
            "“They need robust security guarantees by tomorrow,” Jane Doe said.",
        ],
        &[],
    );
    check(
        &[
            "Jane Doe called him “ungrateful.”",
            "Jane Doe scolded him for “not being thankful enough.”",
        ],
        &[],
    );
    check(
        &["Jane Doe told him “it was.”", "John Roe told him “it was.”"],
        &[],
    );
}

#[test]
fn an_interrupted_quote_is_whole() {
    check(
        &[
            "“I think we will not sell the old harbour,” Jane Doe said.",
            "“I think,” Jane Doe said, “we will not sell the old harbour.”",
        ],
        &[
            "same: I think we will not sell the old harbour, | I think, | we will not sell the old harbour.",
        ],
    );
}

#[test]
fn one_article_can_quote_twice() {
    check(
        &[
            "“We will not sell it,” Jane Doe said.\n\nIt rained. “We will not sell it,” she repeated.",
        ],
        &["same: We will not sell it, | We will not sell it,"],
    );
    check(
        &["“No, no, no. We will not sell it. We will not sell it,” Jane Doe said."],
        &[],
    );
}

#[test]
fn a_flood_is_borne() {
    let repeated = "“We will not sell the harbour,” Jane Doe said.\n\n".repeat(400);
    let pieces: Vec<String> = (0..400)
        .map(|at| format!("“We will not sell the harbour {at} {at},” Jane Doe said."))
        .collect();
    let readings = [reading(&repeated), reading(&pieces.join("\n\n"))];
    let readings = [&readings[0], &readings[1]];
    let found = echoes(&readings, &cast(&readings));
    let members: usize = found.iter().map(|echo| echo.members.len()).sum();
    assert!((400..2000).contains(&members), "{members}");
}

/// Expects each echo as `kind: run | run`, with `[…]` around what differs.
/// Articles 0 and 1 are of one story, 2 is of another.
#[test]
fn a_few_words_are_an_echo_only_within_a_story() {
    let few = "“It was a terrible mistake,” Jane Doe said.";
    let many = "“It was a terrible mistake to close the harbour before the winter,” Jane Doe said.";
    let other = "“It was a terrible mistake,” John Roe said.";
    check_stories(
        &[few, few, other],
        &["same: It was a terrible mistake, | It was a terrible mistake,"],
    );
    check_stories(&[many, "Nobody spoke.", other], &[]);
    let elsewhere = many.replace("Jane Doe", "John Roe");
    check_stories(
        &[many, "Nobody spoke.", &elsewhere],
        &[
            "other-speaker: It was a terrible mistake to close the harbour before the winter, | It was a terrible mistake \
             to close the harbour before the winter,",
        ],
    );
}

#[track_caller]
fn check_stories(texts: &[&str; 3], expected: &[&str]) {
    let readings: Vec<Reading> = texts.iter().map(|text| reading(text)).collect();
    let readings: Vec<&Reading> = readings.iter().collect();
    let found = echoes_within(&readings, &cast(&readings), &[0, 0, 1]);
    let shown: Vec<String> = found.iter().map(|echo| shown(echo, &readings)).collect();
    assert_eq!(shown, expected);
}

#[track_caller]
fn check(texts: &[&str], expected: &[&str]) {
    let readings: Vec<Reading> = texts.iter().map(|text| reading(text)).collect();
    let readings: Vec<&Reading> = readings.iter().collect();
    let found = echoes(&readings, &cast(&readings));
    let shown: Vec<String> = found.iter().map(|echo| shown(echo, &readings)).collect();
    assert_eq!(shown, expected);
}

fn shown(echo: &Echo, readings: &[&Reading]) -> String {
    let runs: Vec<String> = echo
        .members
        .iter()
        .map(|member| {
            let text = member.span.of(&readings[member.article].article.text);
            let inner = |span: &Span| {
                Span::new(span.start - member.span.start, span.end - member.span.start)
            };
            let differing: Vec<Span> = member.differing.iter().map(inner).collect();
            mark(text, &differing)
        })
        .collect();
    let kind = serde_json::to_value(echo.kind).expect("a kind is a word");
    let kind = kind.as_str().unwrap_or_default();
    format!("{kind}: {}", runs.join(" | "))
}

fn reading(text: &str) -> Reading {
    let lead = "The council met for the first time since the long summer break this week.\n";
    Reading::new(Article::plain(format!("{lead}{text}"), Label::default()))
}

#[test]
fn each_quote_has_the_sign_of_how_it_stands_to_others() {
    let texts = [
        "“We will not sell the harbour,” Jane Doe said. “It was a robust offer,” Jane Doe said.",
        "“We will not sell the harbour,” Jane Doe said. “It was a robust offer,” John Roe said. “Nobody asked us,” he said.",
    ];
    let readings = texts.map(|text| {
        let lead = "The council met for the first time since the long summer break on Monday.\n";
        Reading::new(Article::plain(format!("{lead}{text}"), Label::default()))
    });
    let readings = readings.each_ref();
    let signs = echoed(&echoes(&readings, &cast(&readings)), &[]);
    let sign = |article, quote| {
        signs
            .get(&QuotePlace { article, quote })
            .map_or(' ', |echoed| echoed.sign())
    };
    assert_eq!([sign(0, 0), sign(0, 1)], ['=', '!']);
    assert_eq!([sign(1, 0), sign(1, 1), sign(1, 2)], ['=', '!', ' ']);
}
