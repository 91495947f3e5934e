//! Somebody who begins a library: a saved page, a feed, a folder; and finds again what they marked.

use super::Terminal;
use crate::server::{Reply, Server};

const FEED: &str = include_str!("../formats/feed.rss");

/// Runs a command in the terminal to its end; what it shows.
#[track_caller]
fn done(arguments: &[&str], home: &str) -> String {
    let mut terminal = Terminal::start_with(arguments, (120, 30), &environment(home));
    assert_eq!(
        terminal.ended(),
        0,
        "{}",
        terminal.screen.screen().contents()
    );
    terminal.screen.screen().contents()
}

fn environment(home: &str) -> [(&str, &str); 2] {
    [("XDG_DATA_HOME", home), ("NO_PROXY", "127.0.0.1")]
}

#[test]
fn a_newcomer_begins_a_library_and_finds_what_they_marked() {
    let home = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, content: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let page = put("saved.html", include_str!("../formats/news.html"));
    put(
        "news/harbour.txt",
        "Harbour reopens\n\n“The ships are back,” harbour master Ida Roe said on Friday.\n",
    );
    put(
        "news/snow.md",
        "# Snow in May\n\nIt snowed in Springfield, and nobody was surprised.\n",
    );
    let news = folder.path().join("news").to_str().unwrap().to_owned();
    let server = Server::start(|asked| match asked.path.as_str() {
        "/feed.xml" => Reply::ok("application/rss+xml", FEED),
        _ => Reply::new("404 Not Found", &[], ""),
    });
    let home = home.path().to_str().unwrap();

    assert!(done(&["add", &page], home).contains("1 added"));
    let url = server.url("/feed.xml");
    assert!(done(&["feed", "add", &url, "--allow-private"], home).contains("followed: "));
    assert!(done(&["sync", "--allow-private", "--no-pages"], home).contains(" new"));
    assert!(done(&["add", &news], home).contains("2 added"));

    let mut reader = Terminal::start_with(&[], (120, 30), &environment(home));
    reader.shows("Harbour reopens");
    reader.press("s");
    reader.shows("search:");
    reader.press("\"ships are back");
    reader.shows("Ida Roe: “The ships are back");
    reader.press("\r");
    reader.shows("harbour master Ida Roe said");
    reader.press("B");
    reader.shows("bookmarked");
    reader.press("\x03");
    assert_eq!(reader.ended(), 0);
    reader.is_given_back();

    let mut again = Terminal::start_with(&[], (120, 30), &environment(home));
    again.shows("◆ Harbour reopens");
    again.press("M");
    again.shows("The ships are back");
    again.press("\r");
    again.shows("harbour master Ida Roe said");
    again.press("\x03");
    assert_eq!(again.ended(), 0);
    again.is_given_back();
}

#[test]
fn an_open_library_takes_in_what_is_new_in_a_folder_and_what_is_asked_for() {
    let home = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let news = folder.path().join("news");
    std::fs::create_dir(&news).unwrap();
    std::fs::write(
        news.join("rain.txt"),
        "Rain\n\nIt rained in Springfield on Tuesday.\n",
    )
    .unwrap();
    let home = home.path().to_str().unwrap();
    done(&["add", news.to_str().unwrap()], home);
    let mut reader = Terminal::start_with(&[], (120, 30), &environment(home));
    reader.shows("1 article ");
    reader.press("U");
    reader.shows("nothing new");
    std::fs::write(
        news.join("wind.txt"),
        "Wind\n\nA storm came to Shelbyville on Friday.\n",
    )
    .unwrap();
    reader.shows("2 articles");
    std::fs::write(
        folder.path().join("sun.txt"),
        "Sun\n\nThe sun shone on Capital City.\n",
    )
    .unwrap();
    reader.press("a");
    reader.shows("add the file, folder or page:");
    let path = folder.path().join("sun.txt");
    reader.press(&format!("{}\r", path.to_str().unwrap()));
    reader.shows("3 articles");
    reader.press("q");
    assert_eq!(reader.ended(), 0);
    reader.is_given_back();
}

#[test]
fn a_folder_that_is_added_is_watched_from_then_on_and_links_are_not_followed() {
    let home = tempfile::tempdir().unwrap();
    let place = tempfile::tempdir().unwrap();
    let put = |name: &str, title: &str| {
        let path = place.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, format!("{title}\n\nThis is what is known of it.\n")).unwrap();
    };
    put("news/rain.txt", "Rain");
    put("elsewhere/secret.txt", "Secret");
    put("whole/2025/wind.txt", "Wind");
    put("whole/2025/08/hail.txt", "Hail");
    let path = |name: &str| place.path().join(name);
    std::os::unix::fs::symlink(path("elsewhere"), path("news/linked")).unwrap();
    let home = home.path().to_str().unwrap();
    done(
        &["add", path("elsewhere/secret.txt").to_str().unwrap()],
        home,
    );
    let mut reader = Terminal::start_with(&[], (120, 30), &environment(home));
    reader.shows("1 article ");
    reader.press("a");
    reader.shows("add the file, folder or page:");
    reader.press(&format!("{}\r", path("news").to_str().unwrap()));
    reader.shows("2 articles");
    // A folder comes whole.
    std::fs::rename(path("whole"), path("news/whole")).unwrap();
    reader.shows("4 articles");
    put("elsewhere/more.txt", "More");
    put("news/whole/2025/09/snow.txt", "Snow");
    reader.shows("Snow");
    put("news/sun.txt", "Sun");
    reader.shows("6 articles");
    assert!(!reader.screen.screen().contents().contains("More"));
    reader.press("q");
    assert_eq!(reader.ended(), 0);
    reader.is_given_back();
}

#[test]
fn a_link_to_a_folder_that_is_added_is_watched_as_the_folder_is() {
    let home = tempfile::tempdir().unwrap();
    let place = tempfile::tempdir().unwrap();
    let put = |name: &str, title: &str| {
        let path = place.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, format!("{title}\n\nThis is what is known of it.\n")).unwrap();
    };
    put("disk/2025/rain.txt", "Rain");
    let link = place.path().join("news");
    std::os::unix::fs::symlink(place.path().join("disk"), &link).unwrap();
    let home = home.path().to_str().unwrap();
    done(&["add", link.to_str().unwrap()], home);
    let mut reader = Terminal::start_with(&[], (120, 30), &environment(home));
    reader.shows("1 article ");
    // What is asked for comes after what is begun with: the folder is watched.
    reader.press("U");
    reader.shows("nothing new");
    put("disk/sun.txt", "Sun");
    reader.shows("2 articles");
    put("disk/2026/01/snow.txt", "Snow");
    reader.shows("3 articles");
    put("disk/2025/wind.txt", "Wind");
    reader.shows("4 articles");
    reader.press("q");
    assert_eq!(reader.ended(), 0);
    reader.is_given_back();
}
