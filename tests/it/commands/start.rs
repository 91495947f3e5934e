//! How the reader starts, and when it does not.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use vt100::Parser;

use super::{LEFT, folder, run, two};

#[test]
fn the_reader_asks_for_a_terminal() {
    let run = run(Path::new("."), &[], b"");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(
        run.err.contains("the reader needs a terminal"),
        "{}",
        run.err
    );
}

#[test]
fn nothing_to_read_opens_no_screen() {
    let folder = folder(&[("empty/picture.png", b"none")]);
    let check = |arguments: &[&str], expected: &str| {
        let run = run(folder.path(), arguments, b"");
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert_eq!(run.err, expected);
    };
    check(&["nope.txt"], "parallax: nope.txt: there is no such file\n");
    check(
        &["empty"],
        "parallax: empty: no article is in this folder; articles are files whose names end in .txt, .text, .md, .markdown, .html, .htm, .xhtml, .rss, .atom, .xml or .json\n",
    );
    check(
        &["nope.txt", "none.txt"],
        "parallax: nope.txt: there is no such file\nparallax: none.txt: there is no such file\n",
    );
}

#[test]
fn something_to_read_opens_the_screen() {
    let folder = folder(&[("a.txt", LEFT.as_bytes()), ("blank.txt", b" \n")]);
    for paths in [&["nope.txt", "a.txt"][..], &["blank.txt"]] {
        let run = run(folder.path(), paths, b"");
        assert!(
            run.err.starts_with("parallax: the reader needs a terminal"),
            "{}",
            run.err
        );
    }
}

#[test]
fn a_mistyped_command_is_told() {
    let folder = two();
    let run = run(folder.path(), &["lsit", "left.txt"], b"");
    assert_eq!(run.code, 2);
    assert_eq!(
        run.err,
        "parallax: lsit: there is no such file\nparallax: did you mean: parallax list\n"
    );
}

/// What the library alone shows.
const LIBRARY: &str = "WORDS";

#[test]
fn one_file_is_opened_above_the_library() {
    let folder = two();
    let screens = screens(
        folder.path(),
        &["left.txt"],
        &["“We will not sell,”", "WORDS"],
    );
    assert!(!screens[0].contains(LIBRARY), "{}", screens[0]);
    assert!(screens[1].contains("Mayor refuses to sell town hall"));
}

#[test]
fn a_folder_is_opened_to_choose_from() {
    let folder = folder(&[("news/left.txt", LEFT.as_bytes())]);
    screens(folder.path(), &["news"], &[LIBRARY]);
}

/// Runs the reader in a terminal and presses `q` after each of the `expected` words has come; gives the screens that
/// showed them.
#[track_caller]
fn screens(folder: &Path, arguments: &[&str], expected: &[&str]) -> Vec<String> {
    let size = PtySize {
        rows: 24,
        cols: 80,
        ..PtySize::default()
    };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_parallax"));
    command.args(arguments);
    command.cwd(folder);
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut output = pair.master.try_clone_reader().unwrap();
    let (sender, received) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = output.read(&mut bytes) {
            let _ = sender.send(bytes[..count].to_vec());
        }
    });
    let mut keys = pair.master.take_writer().unwrap();
    let number = |number| NonZeroU16::new(number).unwrap();
    let mut screen = Parser::new(number(size.rows), number(size.cols), 0);
    let deadline = Instant::now() + Duration::from_secs(20);
    let mut shown = Vec::new();
    for words in expected {
        while !screen.screen().contents().contains(words) {
            let left = deadline.saturating_duration_since(Instant::now());
            let bytes = received.recv_timeout(left);
            assert!(bytes.is_ok(), "{words}:\n{}", screen.screen().contents());
            screen.process(&bytes.unwrap());
        }
        shown.push(screen.screen().contents());
        keys.write_all(b"q").unwrap();
    }
    assert!(child.wait().unwrap().success());
    shown
}
