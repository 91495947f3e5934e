//! The program as it is called: what it prints, and how it exits.

mod coverage;
mod files;
mod json;
mod manual;
mod printed;
mod start;
mod stories;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

const LEFT: &str = "Mayor refuses to sell town hall\n\nThe mayor of Springfield refused on Monday to sell the old town \
                    hall to Acme. “We will not sell,” Mayor Jane Doe said.\n";
const RIGHT: &str = "Town hall stays, mayor says\n\nOn Monday the mayor of Springfield refused to sell the old town \
                     hall to Acme for $5 million. The buyers were surprised.\n";

/// What a run printed and how it ended.
struct Run {
    out: String,
    err: String,
    code: i32,
}

fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input closes it; that is no fault.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Run {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

/// A folder with files of these names and contents.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    folder
}

fn two() -> tempfile::TempDir {
    folder(&[
        ("left.txt", LEFT.as_bytes()),
        ("right.txt", RIGHT.as_bytes()),
    ])
}

fn form(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn list_shows_the_samples_when_asked_for_nothing() {
    let run = run(Path::new("."), &["list"], b"");
    assert_eq!(run.code, 0);
    assert_eq!(run.out.lines().count(), 6);
    assert!(run.out.starts_with("OUTLET"));
    assert!(run.out.contains("Zelenskyy seeks security guarantees"));
}

#[test]
fn two_articles_are_needed_to_compare() {
    let folder = two();
    let run = run(folder.path(), &["compare", "left.txt", "missing.txt"], b"");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert_eq!(run.err, "parallax: missing.txt: there is no such file\n");
}

#[test]
fn the_threshold_decides_which_links_are_shown() {
    let folder = two();
    let links = |threshold: &str| {
        let asked = ["align", "--format", "json", "--threshold", threshold];
        let run = run(
            folder.path(),
            &[&asked[..], &["left.txt", "right.txt"]].concat(),
            b"",
        );
        let form = form(&run);
        (
            form["threshold"].clone(),
            form["links"].as_array().unwrap().len(),
        )
    };
    let (low, all) = links("0");
    let (high, few) = links("1");
    assert_eq!((low, high), (0.0.into(), 1.0.into()));
    assert!(all > few, "{all} {few}");
    let asked = ["compare", "--threshold", "2", "left.txt", "right.txt"];
    let refused = run(folder.path(), &asked, b"");
    assert_eq!(refused.code, 2);
    assert!(
        refused.err.contains("a number from 0.0 to 1.0"),
        "{}",
        refused.err
    );
}

#[test]
fn exit_code_tells_whether_there_is_a_difference() {
    let folder = two();
    let code = |arguments: &[&str]| run(folder.path(), arguments, b"").code;
    assert_eq!(
        code(&["compare", "--exit-code", "left.txt", "right.txt"]),
        1
    );
    assert_eq!(code(&["compare", "--exit-code", "left.txt", "left.txt"]), 0);
    assert_eq!(code(&["align", "--exit-code", "left.txt", "right.txt"]), 1);
    assert_eq!(code(&["quotes", "--exit-code", "left.txt"]), 1);
    assert_eq!(code(&["quotes", "left.txt"]), 0);
    assert_eq!(code(&["compare", "left.txt"]), 2);
    assert_eq!(code(&["--no-such-option"]), 2);
}

#[test]
fn nothing_of_a_text_acts_on_the_terminal() {
    let hostile = "\u{1b}]0;title\u{7}Mayor \u{202e}refuses\u{9b}2J\n\n“We \u{1b}[31mwill\u{7f} not,” said Jane \u{200b}Doe of \
                   the\u{8}\u{8} town hall.\rThe mayor left.\n";
    let folder = folder(&[("\u{1b}[31m.txt", hostile.as_bytes())]);
    for arguments in [
        &["list", "."][..],
        &["list", "--format", "json", "."],
        &["quotes", "."],
        &["quotes", "--format", "jsonl", "."],
        &["compare", ".", "."],
        &["compare", "--format", "json", ".", "."],
        &["align", ".", "."],
        &["align", "--format", "json", ".", "."],
        &["stories", "."],
        &["stories", "--format", "jsonl", ".", "."],
        &["related", ".", "--in", ".", "-"],
        &["coverage", ".", "."],
        &["coverage", "--format", "json", ".", "."],
        &["coverage", "--format", "csv", ".", "."],
        &["coverage", "--format", "md", ".", "."],
        &["list", "\u{1b}[2J"],
        &["list", "--\u{1b}[31mX\u{7}\u{8}\u{9b}2J\u{202e}"],
        &["list", "--format", "\u{7}\u{9b}31m"],
        &["\u{7}\u{1b}]0;title\u{7}"],
    ] {
        let run = run(folder.path(), arguments, b"");
        let shown = run.out + &run.err;
        let acts = |letter: char| {
            (letter.is_control() && letter != '\n')
                || matches!(letter, '\u{200b}' | '\u{202a}'..='\u{202e}')
        };
        assert!(!shown.contains(acts), "{arguments:?}: {shown:?}");
        assert!(!shown.is_empty());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_plainly() {
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .arg("list")
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(
        err.starts_with("parallax: can't write the output: "),
        "{err}"
    );
}

#[test]
fn whoever_has_read_enough_is_not_complained_to() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(["list", "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(0), &b""[..])
    );
}

#[test]
fn help_shows_examples() {
    let run = run(Path::new("."), &["--help"], b"");
    assert_eq!(run.code, 0);
    assert!(run.out.contains("Examples:"));
    assert!(run.out.contains("parallax compare left.txt right.txt"));
    assert!(run.out.ends_with(
        "\
Exit status:
  0  all is done
  1  with --exit-code: there is a difference, a link, a quote or a conflict
  2  bad usage, or something could not be read; the rest still comes out
"
    ));
    let after = run.out.split_once("Examples:").unwrap().1;
    assert!(after.lines().all(|line| line.chars().count() <= 80));
}
