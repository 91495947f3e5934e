//! The library, as the program keeps it: what comes in, what goes out, and what nothing may take away.

mod entries;
mod feeds;
mod following;
mod gathered;
mod killed;
mod unwritable;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use rusqlite::Connection;

const TALKS: &str = "Talks fail\n\nThe mayor of Springfield refused on Monday to sell the old town hall to Acme. “We will not \
                     sell,” Mayor Jane Doe said.\n";
const RAIN: &str = "Rain\n\nIt rained in Springfield on Tuesday, and the town hall was closed.\n";

/// A home of its own, with articles beside it.
struct Home(tempfile::TempDir);

struct Run {
    out: String,
    err: String,
    code: Option<i32>,
}

impl Home {
    fn new() -> Home {
        let home = Home(tempfile::tempdir().unwrap());
        home.write("news/talks.txt", TALKS);
        home.write("news/rain.txt", RAIN);
        home
    }

    fn write(&self, name: &str, content: &str) -> PathBuf {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    fn library(&self) -> PathBuf {
        self.0.path().join("share/parallax/library.db")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env("HOME", self.0.path())
            .env("XDG_DATA_HOME", self.0.path().join("share"))
            .env("NO_PROXY", "127.0.0.1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).spawn().unwrap()
    }

    fn run(&self, arguments: &[&str], input: &str) -> Run {
        let mut child = self.start(arguments);
        // A program that does not read its input closes it; that is no fault.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Run {
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code(),
        }
    }

    /// What the library lists: how many articles there are, and how many of them are indexed.
    fn counts(&self) -> (i64, i64) {
        let library = Connection::open(self.library()).unwrap();
        let sql = "SELECT count(*), count(quotes) FROM article";
        library
            .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
    }

    fn is_sound(&self) -> bool {
        let library = Connection::open(self.library()).unwrap();
        let told: String = library
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        for index in ["searched", "quoted"] {
            let check = format!("INSERT INTO {index} ({index}) VALUES ('integrity-check')");
            library.execute(&check, []).unwrap();
        }
        told == "ok"
    }

    fn marks(&self) -> String {
        self.run(&["export", "--marks"], "").out
    }
}

/// A long text about one thing, in paragraphs of markup or none.
fn article(about: &str) -> String {
    let sentence = |number: usize| {
        format!(
            "On day {number} of the {about} affair the town council heard {about} witness {number}0. "
        )
    };
    (0..20).map(sentence).collect()
}

/// A note on a text that need not be in the library.
fn note(words: &str) -> String {
    let digits = words.bytes().flat_map(|byte| [byte >> 4, byte & 15]);
    let digits = digits.filter_map(|digit| char::from_digit(digit.into(), 16));
    let text: String = digits.chain(std::iter::repeat('0')).take(64).collect();
    noted(&text, words)
}

/// The same on a text by its hash.
fn noted(text: &str, words: &str) -> String {
    format!(
        "{{\"version\":1,\"kind\":\"note\",\"text\":\"{text}\",\"value\":\"{words}\",\"made\":\"2025-08-18T10:00:00Z\"}}\n"
    )
}

#[test]
fn articles_come_in_once_and_go_out_when_told() {
    let home = Home::new();
    let add = home.run(&["add", "news"], "");
    assert_eq!(
        (add.out.as_str(), add.code),
        ("2 added\n", Some(0)),
        "{}",
        add.err
    );
    assert_eq!(home.counts(), (2, 2));
    home.write("news/rain.txt", "Snow\n\nIt snowed in Springfield.\n");
    home.write("news/talks-again.txt", TALKS);
    let add = home.run(&["add", "news", "nope.txt", "-"], "Sun\n\nThe sun shone.");
    assert_eq!(add.out, "1 added, 1 changed, 2 already there\n");
    assert_eq!(
        (add.err.as_str(), add.code),
        ("parallax: nope.txt: there is no such file\n", Some(2))
    );
    let remove = home.run(&["remove", ""], "");
    assert_eq!(
        (remove.out.as_str(), remove.err.as_str(), remove.code),
        (
            "",
            "parallax: an empty name is none of an article; nothing was removed for it\n",
            Some(2)
        )
    );
    let remove = home.run(&["remove", "news/rain.txt", "sun", "moon"], "");
    let rain = home.0.path().join("news/rain.txt");
    assert_eq!(
        remove.out,
        format!("removed: Snow ({})\nremoved: Sun (-)\n", rain.display())
    );
    assert_eq!(
        remove.err,
        "parallax: moon: no article of the library has this path, address or title\n"
    );
    assert_eq!((home.counts(), remove.code), ((1, 1), Some(2)));
}

#[test]
fn marks_go_out_and_come_back() {
    let home = Home::new();
    let lines = note("one") + "\n" + &note("two") + "no mark\n" + &note("one");
    let import = home.run(&["import", "-"], &lines);
    assert_eq!(
        (import.out.as_str(), import.code),
        ("3 marks read, 2 of them new\n", Some(2))
    );
    assert!(
        import
            .err
            .starts_with("parallax: -: line 4: it is not of the form"),
        "{}",
        import.err
    );
    let marks = home.marks();
    assert_eq!(marks.lines().count(), 2);
    let elsewhere = Home::new();
    let file = elsewhere.write("marks.jsonl", &marks);
    let import = elsewhere.run(&["import", file.to_str().unwrap()], "");
    assert_eq!(
        (import.out.as_str(), import.code),
        ("2 marks read, 2 of them new\n", Some(0))
    );
    assert_eq!(elsewhere.marks(), marks);
}

#[test]
fn what_holds_no_marks_is_refused_in_words() {
    let home = Home::new();
    let pipe = home.0.path().join("pipe");
    rustix::fs::mkfifoat(rustix::fs::CWD, pipe, rustix::fs::Mode::RWXU).unwrap();
    for (path, why) in [
        ("nope.jsonl", "there is no such file"),
        ("pipe", "it is a pipe, a socket or a device"),
        ("/dev/zero", "it is a pipe, a socket or a device"),
    ] {
        let import = home.run(&["import", path], "");
        let told = format!("parallax: {path}: {why}");
        assert_eq!((import.out.as_str(), import.code), ("", Some(2)));
        assert!(import.err.starts_with(&told), "{}", import.err);
    }
    let endless = note("one") + &"x".repeat(2 << 20);
    let import = home.run(&["import", "-"], &endless);
    assert_eq!(
        (import.err.as_str(), import.code),
        (
            "parallax: -: a line in it is longer than 1 MB; this is no such list\n",
            Some(2)
        )
    );
}

#[test]
fn nothing_is_made_where_nothing_is_kept() {
    let home = Home::new();
    let export = home.run(&["export", "--marks"], "");
    assert_eq!((export.out.as_str(), export.code), ("", Some(0)));
    let list = home.run(&["list", "news"], "");
    assert_eq!(list.code, Some(0));
    assert!(!home.library().exists());
}

#[test]
fn the_library_can_lie_anywhere() {
    let home = Home::new();
    for arguments in [
        ["add", "news", "--library", "mine.db"],
        ["--library", "mine.db", "add", "news"],
    ] {
        let add = home.run(&arguments, "");
        assert_eq!(add.code, Some(0), "{}", add.err);
    }
    assert!(home.0.path().join("mine.db").exists() && !home.library().exists());
}

#[test]
fn files_before_a_command_are_told() {
    let home = Home::new();
    let run = home.run(&["news", "--library", "mine.db", "list"], "");
    assert_eq!((run.out.as_str(), run.code), ("", Some(2)));
    assert!(run.err.contains("give the command first"), "{}", run.err);
}

#[test]
fn what_is_broken_is_set_aside_only_when_asked() {
    let home = Home::new();
    let letter = "This is a letter, and no library at all. ".repeat(50);
    let path = home.write("share/parallax/library.db", &letter);
    for arguments in [
        &["add", "news"][..],
        &["export", "--marks"],
        &["import", "news/rain.txt"],
    ] {
        let run = home.run(arguments, "");
        assert_eq!((run.out.as_str(), run.code), ("", Some(2)));
        assert!(
            run.err.contains("this is no library, or it is damaged"),
            "{}",
            run.err
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), letter);
    }
    let search = home.run(&["search", "rain", "--set-aside"], "");
    assert_eq!(
        (search.out.as_str(), search.code),
        ("", Some(0)),
        "{}",
        search.err
    );
    assert_eq!(home.run(&["add", "news"], "").out, "2 added\n");
    let beside = names(path.parent().unwrap());
    let aside = beside
        .iter()
        .find(|name| name.starts_with("library.db.broken-"))
        .unwrap();
    assert_eq!(
        fs::read_to_string(path.with_file_name(aside)).unwrap(),
        letter
    );
}

#[test]
fn what_a_newer_program_wrote_is_only_read() {
    let home = Home::new();
    home.run(&["import", "-"], &note("one"));
    let library = Connection::open(home.library()).unwrap();
    library.pragma_update(None, "user_version", 1000).unwrap();
    drop(library);
    assert_eq!(home.marks().lines().count(), 1);
    let add = home.run(&["add", "news"], "");
    assert_eq!((add.out.as_str(), add.code), ("", Some(2)));
    assert!(
        add.err
            .contains("can only be read: a newer parallax wrote it (version 1000)"),
        "{}",
        add.err
    );
    assert_eq!(home.counts(), (0, 0));
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}
