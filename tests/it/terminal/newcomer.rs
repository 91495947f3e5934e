//! Somebody who runs `parallax` for the first time and looks for what a politician said.

use super::{Terminal, with};

const LEFT: vt100::Color = vt100::Color::Idx(6);
const RIGHT: vt100::Color = vt100::Color::Idx(5);

#[test]
fn a_newcomer_compares_two_samples_and_jumps_through_quotes() {
    let mut terminal = Terminal::samples((120, 40));
    terminal.press(" jjj");
    terminal.shows("A 000");
    terminal.press(" c");
    terminal.shows("passage 1/");
    terminal.press("/remember how\r");
    terminal.wait("the post in both articles", |screen| {
        let text = screen.contents();
        text.matches("Remember how it started").count() >= 2
    });
    terminal.press("\x1b");
    terminal.wait("differences lit on both sides", |screen| {
        let differs =
            |colour| move |cell: &vt100::Cell| cell.underline() && cell.fgcolor() == colour;
        [LEFT, RIGHT]
            .map(differs)
            .iter()
            .all(|differs| !with(screen, differs).trim().is_empty())
    });

    terminal.press("Q");
    terminal.shows("Quotes by speaker");
    terminal.press("/trump\r");
    terminal.shows("like “trump”");
    terminal.shows("Donald Trump");
    terminal.press("g\x1b");
    terminal.wait("all quotes again", |screen| {
        !screen.contents().contains("like “trump”")
    });
    terminal.press("\r");
    terminal.shows("n/N passage");
    read_all_of_one_speaker(&mut terminal);
    terminal.press("\x0f");
    terminal.wait("back, and nothing lit", |screen| lit(screen).is_empty());

    terminal.press("q");
    terminal.shows("5 articles");
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);
    terminal.is_given_back();
}

/// Goes from quote to quote of a speaker until all were lit.
fn read_all_of_one_speaker(terminal: &mut Terminal) {
    let mut seen = Vec::new();
    let mut said = String::new();
    while !said.contains("around to the first") {
        terminal.press("s");
        // The last line is painted last: once it says something else, all above it is there.
        terminal.wait("another quote lit", |screen| {
            let now = last_line(screen);
            now.contains(" of ") && now != said
        });
        said = last_line(terminal.screen.screen());
        seen.push(lit(terminal.screen.screen()));
    }
    let all = seen.join("\n");
    for words in [
        "can end the war",
        "Remember how",
        "no getting back",
        "No getting back",
    ] {
        assert!(all.contains(words), "{words:?} is not among\n{all}");
    }
}

fn last_line(screen: &vt100::Screen) -> String {
    screen
        .contents()
        .lines()
        .last()
        .unwrap_or_default()
        .to_owned()
}

fn lit(screen: &vt100::Screen) -> String {
    let lit = with(screen, vt100::Cell::inverse);
    let words: Vec<&str> = lit.split_whitespace().collect();
    words.join(" ")
}

#[test]
fn a_newcomer_finds_a_quote_by_its_speaker_and_comes_back() {
    let mut terminal = Terminal::samples((120, 40));
    terminal.press("s");
    terminal.shows("search:");
    terminal.shows("who is quoted, with these words if any");
    terminal.press("speaker:trump \"Remember how");
    terminal.shows("Donald Trump: \"Remember how it started");
    terminal.press("\r");
    terminal.wait("the quote lit", |screen| {
        lit(screen).contains("Remember how it started")
    });
    terminal.press("\x0f");
    terminal.shows("search: speaker:trump");
    terminal.press("\x1b");
    terminal.shows("5 articles");
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);
    terminal.is_given_back();
}

#[test]
fn a_reader_says_whose_a_quote_is_and_takes_it_back() {
    let mut terminal = Terminal::samples((120, 40));
    terminal.press("Q");
    terminal.shows("of 5 articles");
    terminal.press("e");
    terminal.shows("whose:");
    terminal.press("zoë doe");
    terminal.shows("“zoë doe” as typed");
    terminal.press("\r");
    terminal.shows("zoë doe’s now (u: undo)");
    terminal.wait("her own group", |screen| {
        let text = screen.contents();
        text.contains("000 1  d1") && text.contains("set by you")
    });
    terminal.press("u");
    terminal.shows("undone (ctrl-r: redo): zoë doe’s");
    terminal.wait("all as it was", |screen| {
        !screen.contents().contains("set by you")
    });
    terminal.press("q");
    terminal.shows("5 articles");
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);
    terminal.is_given_back();
}

#[test]
fn a_reader_walks_what_differs_and_takes_a_passage_apart() {
    let mut terminal = Terminal::samples((120, 40));
    terminal.press(" jjj c");
    terminal.shows("passage 1/");
    terminal.press("}L");
    terminal.shows("What differs");
    terminal.press("/remember\r");
    terminal.shows("like “remember”");
    terminal.press("\x1b");
    terminal.wait("all again", |screen| {
        !screen.contents().contains("like “remember”")
    });
    terminal.press("gf");
    terminal.wait("fewer", |screen| {
        let text = screen.contents();
        text.contains("What differs") && !text.contains("only in A  ")
    });
    terminal.press("\r");
    terminal.shows("n/N passage");
    terminal.press("\x0f");
    terminal.shows("What differs");
    terminal.press("q");
    terminal.shows("passage ");
    terminal.press("gn");
    terminal.shows("passage 2/");
    terminal.press("T");
    terminal.shows("taken apart (u: undo)");
    terminal.press("u");
    terminal.shows("undone (ctrl-r: redo): taken apart");
    terminal.press("qq");
    assert_eq!(terminal.ended(), 0);
    terminal.is_given_back();
}
