//! Windows of any size, and of no colours.

use super::Terminal;

#[test]
fn the_screen_follows_the_window() {
    let mut terminal = Terminal::start(&[], (80, 24));
    terminal.shows("? help");
    terminal.resize(120, 40);
    terminal.wait("the preview beside the list", |screen| {
        screen.contents().contains("│")
    });
    terminal.resize(30, 8);
    terminal.shows("too small");
    terminal.shows("has 30 x 8");
    terminal.resize(60, 20);
    terminal.shows("? help");
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn a_window_that_is_too_small_says_so_and_can_be_left() {
    let mut terminal = Terminal::start(&[], (20, 5));
    terminal.shows("too small");
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);
    terminal.is_given_back();
}

#[test]
fn no_colour_is_printed_where_none_is_wanted() {
    let mut terminal = Terminal::start_with(&[], (120, 40), &[("NO_COLOR", "1")]);
    terminal.shows("004");
    terminal.press(" jjj c");
    terminal.shows("passage 1/");
    terminal.press("nnnnnnnQj");
    terminal.shows("Quotes by speaker");
    terminal.press("qqq");
    assert_eq!(terminal.ended(), 0);
    assert_eq!(colours(&terminal.raw), Vec::<String>::new());
}

/// The sequences that set a colour.
fn colours(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(raw);
    let sequences = text
        .split("\x1b[")
        .skip(1)
        .filter_map(|rest| rest.split_once('m'));
    let styles = sequences.map(|(style, _)| style.to_owned());
    let coloured = |style: &String| {
        let numbers = style
            .split([';', ':'])
            .filter_map(|number| number.parse::<u16>().ok());
        numbers
            .into_iter()
            .any(|number| matches!(number, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107))
    };
    let plain = |style: &String| {
        style
            .chars()
            .all(|letter| letter.is_ascii_digit() || ";:".contains(letter))
    };
    styles.filter(plain).filter(coloured).collect()
}
