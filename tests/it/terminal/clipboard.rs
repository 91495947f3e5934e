//! What the terminal is asked to put into the clipboard.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::Terminal;

#[test]
fn a_quote_is_copied_with_its_source_by_osc_52() {
    let mut terminal = Terminal::samples((100, 30));
    terminal.press("j\r");
    terminal.shows("18 quotes");
    terminal.press("Q/real negotiations\r");
    terminal.shows("▌d  “We need real negotiations”");
    terminal.press("y");
    terminal.shows("copied with source");
    let output = String::from_utf8_lossy(&terminal.raw).into_owned();
    let (_, after) = output.split_once("\x1b]52;c;").unwrap();
    let (encoded, _) = after.split_once("\x1b\\").unwrap();
    let copied = String::from_utf8(BASE64_STANDARD.decode(encoded).unwrap()).unwrap();
    let count = copied.chars().count();
    terminal.shows(&format!("copied with source: {count} characters"));
    assert!(
        copied.starts_with("“We need real negotiations” — "),
        "{copied}"
    );
    assert!(
        copied.contains(" — Volodymyr Zelenskyy, Ukrainian President ("),
        "{copied}"
    );
    assert!(copied.ends_with("001_2bdb7127c98ecd66.txt)"), "{copied}");
    terminal.press("qq");
    terminal.shows("WORDS");
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);
    terminal.is_given_back();
}
