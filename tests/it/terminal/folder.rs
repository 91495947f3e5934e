//! A folder of what people save from the web.

use super::Terminal;

#[test]
fn pages_and_feeds_are_listed_and_what_is_passed_over_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let put =
        |name: &str, content: &[u8]| std::fs::write(folder.path().join(name), content).unwrap();
    put("page.html", include_bytes!("../formats/news.html"));
    put("feed.xml", include_bytes!("../formats/feed.rss"));
    put(".notes.txt", b"Nothing for others.");
    put("photo.png", b"\x89PNG\r\n\x1a\n\0\0");
    let mut terminal = Terminal::start(&[folder.path().to_str().unwrap()], (120, 20));
    terminal.shows("1 hidden file, 1 binary file passed over");
    terminal.shows("Mayor refuses to sell town ha");
    terminal.shows("Bridge closed");
    terminal.press("/bridge\r\r");
    terminal.shows("round by Shelbyville.");
    terminal.press("qq");
    assert_eq!(terminal.ended(), 0);
    terminal.is_given_back();
}
