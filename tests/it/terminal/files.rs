//! Files that change while they are read, and what the reader makes of articles from one run to the next.

use std::fs;

use super::Terminal;

const TALKS: &str = "Talks go on\n\nThe mayor of Springfield spoke on Monday. “We will not sell,” Mayor Jane Doe said.\n";

#[test]
fn a_file_that_changes_is_read_anew() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talks.txt");
    fs::write(&file, TALKS).unwrap();
    let mut terminal = Terminal::start(&[file.to_str().unwrap()], (80, 24));
    terminal.shows("We will not sell");
    fs::write(&file, TALKS.replace("will not sell", "may sell after all")).unwrap();
    terminal.shows("We may sell after all");
    terminal.shows("talks has changed and was read anew");
    terminal.press("\x03");
    terminal.ended();
}

#[test]
fn what_was_set_right_is_there_the_next_time_and_in_another_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talks.txt");
    fs::write(&file, TALKS).unwrap();
    let home = folder.path().join("home");
    let environment = [("XDG_DATA_HOME", home.to_str().unwrap())];
    let mut terminal = Terminal::start_with(&[file.to_str().unwrap()], (80, 24), &environment);
    terminal.shows("We will not sell");
    terminal.press("se");
    terminal.shows("whose:");
    terminal.press("zoë roe\r");
    terminal.shows("zoë roe’s now");
    terminal.press("\x03");
    assert_eq!(terminal.ended(), 0);

    let moved = folder.path().join("elsewhere.txt");
    fs::rename(&file, &moved).unwrap();
    let mut terminal = Terminal::start_with(&[moved.to_str().unwrap()], (80, 24), &environment);
    terminal.shows("We will not sell");
    terminal.press("Q");
    terminal.shows("zoë roe");
    terminal.press("\x03");
    terminal.ended();
}

#[test]
fn what_cannot_be_stored_is_said_and_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talks.txt");
    fs::write(&file, TALKS).unwrap();
    // Nothing can be made below a file.
    let environment = [("XDG_DATA_HOME", file.to_str().unwrap())];
    let mut terminal = Terminal::start_with(&[file.to_str().unwrap()], (80, 24), &environment);
    terminal.shows("We will not sell");
    terminal.press("sD");
    terminal.shows("not stored:");
    terminal.press("qq");
    terminal.shows("leave, and forget what could not be stored?");
    terminal.press("y");
    assert_eq!(terminal.ended(), 0);
    terminal.is_given_back();
}

/// A limit on the size of files is what a full disk is, for one process.
#[cfg(target_os = "linux")]
#[test]
fn once_there_is_room_again_what_is_made_is_stored() {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talks.txt");
    fs::write(&file, TALKS).unwrap();
    let (file, home) = (file.to_str().unwrap(), folder.path().join("home"));
    let environment = [("XDG_DATA_HOME", home.to_str().unwrap())];
    let run = |arguments: &[&str]| {
        let mut terminal = Terminal::start_with(arguments, (100, 24), &environment);
        assert_eq!(terminal.ended(), 0);
        terminal.screen.screen().contents()
    };
    run(&["add", file]);
    let script = "trap '' XFSZ; ulimit -S -f 0; exec \"$@\"";
    let mut command = portable_pty::CommandBuilder::new("sh");
    command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_parallax"), file]);
    let mut terminal = Terminal::run(command, (100, 24), &environment);
    terminal.shows("We will not sell");
    terminal.press("se");
    terminal.shows("whose:");
    terminal.press("zoë roe\r");
    terminal.shows("not stored:");
    let id = terminal
        .child
        .process_id()
        .and_then(|id| i32::try_from(id).ok());
    let unlimited = Rlimit {
        current: None,
        maximum: None,
    };
    prlimit(id.and_then(Pid::from_raw), Resource::Fsize, unlimited).unwrap();
    terminal.press("e");
    terminal.shows("whose:");
    terminal.press("ida roe\r");
    terminal.shows("ida roe’s now");
    terminal.press("\x03");
    assert_eq!(terminal.ended(), 0);
    let marks = run(&["export", "--marks"]);
    assert!(
        marks.contains("ida roe") && !marks.contains("zoë"),
        "{marks}"
    );
}

#[test]
fn what_cannot_be_stored_any_more_is_said_when_the_screen_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talks.txt");
    fs::write(&file, TALKS).unwrap();
    let home = folder.path().join("home");
    let environment = [("XDG_DATA_HOME", home.to_str().unwrap())];
    let file = file.to_str().unwrap();
    let mut adding = Terminal::start_with(&["add", file], (100, 24), &environment);
    assert_eq!(adding.ended(), 0);
    let mut terminal = Terminal::start_with(&[file], (100, 24), &environment);
    terminal.shows("We will not sell");
    let library = rusqlite::Connection::open(home.join("parallax/library.db")).unwrap();
    library
        .execute_batch("BEGIN IMMEDIATE; DROP TABLE mark")
        .unwrap();
    terminal.press("sD\x03");
    terminal.wait("the terminal, given back", |screen| {
        !screen.alternate_screen()
    });
    library.execute_batch("COMMIT").unwrap();
    assert_eq!(terminal.ended(), 2);
    terminal.is_given_back();
    let shown = terminal.screen.screen().contents();
    assert!(shown.contains("parallax: not stored: "), "{shown}");
}
