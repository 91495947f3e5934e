//! The program as it is called: what it prints, and how it exits.

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

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap()
}

/// What a `{"start", "end"}` of the JSON stands for.
fn at<'a>(text: &'a str, span: &Value) -> &'a str {
    let byte = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
    &text[byte("start")..byte("end")]
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
fn quotes_point_into_the_text() {
    let folder = two();
    let run = run(
        folder.path(),
        &["quotes", "--format", "jsonl", "left.txt", "right.txt"],
        b"",
    );
    assert_eq!(run.code, 0);
    let lines: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["version"], 1);
    assert_eq!(lines[0]["article"]["path"], "left.txt");
    assert_eq!(
        lines[0]["article"]["title"],
        "Mayor refuses to sell town hall"
    );
    assert_eq!(lines[0]["article"]["outlet"], Value::Null);
    let quotes = lines[0]["quotes"].as_array().unwrap();
    let quote = quotes
        .iter()
        .find(|quote| quote["kind"] == "direct")
        .unwrap();
    assert_eq!(
        at(LEFT, &quote["quoted"][0]).trim_end_matches(','),
        "We will not sell"
    );
    assert_eq!(
        at(LEFT, &quote["mention"]),
        quote["mention"]["text"].as_str().unwrap()
    );
    assert_eq!(at(LEFT, &quote["cue"]), "said");
    for quote in quotes {
        let parts = quote["parts"].as_array().unwrap().iter();
        let text: Vec<&str> = parts.map(|part| at(LEFT, part)).collect();
        assert_eq!(text.join(" "), quote["text"].as_str().unwrap());
    }
}

#[test]
fn quotes_of_a_story_share_their_speakers() {
    let folder = two();
    let run = run(
        folder.path(),
        &[
            "quotes",
            "--story",
            "--format",
            "json",
            "left.txt",
            "right.txt",
        ],
        b"",
    );
    let form = json(&run);
    assert_eq!(form["version"], 1);
    assert_eq!(form["articles"].as_array().unwrap().len(), 2);
    for article in form["articles"].as_array().unwrap() {
        for quote in article["quotes"].as_array().unwrap() {
            let known = article["speakers"]
                .as_array()
                .unwrap()
                .iter()
                .any(|one| one["id"] == quote["speaker"]);
            assert!(known || quote["speaker"].is_null());
        }
    }
}

#[test]
fn align_points_into_both_texts() {
    let folder = two();
    let run = run(
        folder.path(),
        &[
            "align",
            "--format",
            "json",
            "--all-links",
            "left.txt",
            "right.txt",
        ],
        b"",
    );
    assert_eq!(run.code, 0);
    let form = json(&run);
    assert_eq!(form["version"], 1);
    assert_eq!(form["a"]["path"], "left.txt");
    assert!(form["threshold"].is_number());
    let strongest = form["links"]
        .as_array()
        .unwrap()
        .iter()
        .max_by(|one, other| {
            one["score"]
                .as_f64()
                .unwrap()
                .total_cmp(&other["score"].as_f64().unwrap())
        })
        .unwrap();
    assert!(at(LEFT, &strongest["a"]).starts_with("The mayor of Springfield"));
    assert!(at(RIGHT, &strongest["b"]).starts_with("On Monday the mayor"));
    let passage = &form["passages"][0];
    assert!(at(LEFT, &passage["a"][0]).starts_with("The mayor of Springfield"));
    assert!(passage["topic"].is_string());
    let alone = form["only_b"].as_array().unwrap();
    assert!(
        alone
            .iter()
            .any(|span| at(RIGHT, span) == "The buyers were surprised.")
    );
}

#[test]
fn without_all_links_the_weak_ones_are_left_out() {
    let folder = two();
    let run = run(
        folder.path(),
        &["align", "--format", "json", "left.txt", "right.txt"],
        b"",
    );
    let form = json(&run);
    let threshold = form["threshold"].as_f64().unwrap();
    let links = form["links"].as_array().unwrap();
    assert!(!links.is_empty());
    assert!(
        links
            .iter()
            .all(|link| link["score"].as_f64().unwrap() >= threshold)
    );
}

#[test]
fn compare_puts_each_sentence_in_one_row() {
    let folder = two();
    let run = run(
        folder.path(),
        &["compare", "--format", "json", "left.txt", "right.txt"],
        b"",
    );
    let form = json(&run);
    assert_eq!(form["version"], 1);
    let rows = form["rows"].as_array().unwrap();
    let sentences = |side: &str| -> usize {
        rows.iter()
            .map(|row| row[side].as_array().unwrap().len())
            .sum()
    };
    assert_eq!((sentences("a"), sentences("b")), (2, 2));
    let both = rows.iter().find(|row| row["kind"] == "both").unwrap();
    let only = both["difference"]["only_b"].as_array().unwrap();
    assert!(
        only.iter()
            .any(|span| at(RIGHT, span).contains("5 million"))
    );
}

#[test]
fn compare_shows_what_only_one_side_has() {
    let folder = two();
    let run = run(
        folder.path(),
        &["compare", "--width", "100", "left.txt", "right.txt"],
        b"",
    );
    assert_eq!(run.code, 0);
    assert!(
        run.out
            .starts_with("A left: Mayor refuses to sell town hall"),
        "{}",
        run.out
    );
    assert!(run.out.contains(" │ "));
    assert!(run.out.contains("{+"));
    assert!(run.out.lines().all(|line| line.chars().count() <= 100));
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
fn standard_input_is_an_article() {
    let folder = two();
    let run = run(
        folder.path(),
        &["align", "--format", "json", "-", "right.txt"],
        LEFT.as_bytes(),
    );
    let form = json(&run);
    assert_eq!(form["a"]["path"], "-");
    assert_eq!(form["a"]["title"], "Mayor refuses to sell town hall");
}

#[test]
fn one_bad_file_does_not_stop_the_rest() {
    let folder = folder(&[
        ("a.txt", LEFT.as_bytes()),
        ("b.txt", b"\x7fELF\x00\x00\x01\xff\xfe\x00"),
        ("c.txt", b"  \n"),
        ("d/e.txt", RIGHT.as_bytes()),
        (".hidden.txt", b"Hidden."),
        ("picture.png", b"none"),
    ]);
    let run = run(
        folder.path(),
        &["list", "--format", "jsonl", ".", "missing.txt"],
        b"",
    );
    assert_eq!(run.code, 2);
    assert_eq!(run.out.lines().count(), 2);
    assert!(
        run.err.contains("b.txt: it is no text but binary data"),
        "{}",
        run.err
    );
    assert!(run.err.contains("c.txt: it is empty"));
    assert!(run.err.contains("missing.txt: there is no such file"));
    assert_eq!(run.err.lines().count(), 3);
}

#[test]
fn two_articles_are_needed_to_compare() {
    let folder = two();
    let run = run(folder.path(), &["compare", "left.txt", "missing.txt"], b"");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert_eq!(run.err, "parallax: missing.txt: there is no such file\n");
}

#[test]
fn a_folder_without_articles_says_so() {
    let folder = folder(&[("picture.png", b"none")]);
    let run = run(folder.path(), &["list", "."], b"");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("no article is in this folder"));
}

#[test]
fn labels_lie_beside_the_files() {
    let folder = folder(&[
        ("a.txt", LEFT.as_bytes()),
        (
            "parallax.toml",
            b"[\"a.txt\"]\noutlet = \"The Paper\"\ndate = 2025-08-18\ntitle = \"Mine\"\n",
        ),
    ]);
    let run = run(folder.path(), &["list", "--format", "json", "."], b"");
    let article = &json(&run)["articles"][0]["article"];
    assert_eq!(article["outlet"], "The Paper");
    assert_eq!(article["date"], "2025-08-18");
    assert_eq!(article["title"], "Mine");
}

#[test]
fn a_broken_label_file_is_named_with_its_line() {
    let folder = folder(&[
        ("a.txt", LEFT.as_bytes()),
        ("parallax.toml", b"[\"a.txt\"]\noutlet = \n"),
    ]);
    let run = run(folder.path(), &["list", "."], b"");
    assert_eq!(run.code, 2);
    assert!(run.out.contains("Mayor refuses"));
    assert!(run.err.contains("parallax.toml: line 2: "), "{}", run.err);
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
        &["list", "\u{1b}[2J"],
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

#[cfg(unix)]
#[test]
fn pipes_and_circles_are_not_followed() {
    let folder = folder(&[("a.txt", LEFT.as_bytes())]);
    let at = |name: &str| folder.path().join(name);
    std::os::unix::fs::symlink(".", at("circle")).unwrap();
    std::os::unix::fs::symlink("self.txt", at("self.txt")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", at("zero.txt")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(at("socket.txt")).unwrap();
    let run = run(folder.path(), &["list", "--format", "jsonl", "."], b"");
    assert_eq!((run.code, run.out.lines().count()), (2, 1));
    assert_eq!(run.err.lines().count(), 3, "{}", run.err);
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

/// The README tells these; a program that reads them counts on each.
#[test]
fn the_forms_have_the_fields_that_are_promised() {
    let folder = two();
    let form = |arguments: &[&str]| json(&run(folder.path(), arguments, b""));
    let list = form(&["list", "--format", "json", "left.txt"]);
    check_keys(&list, "articles version");
    check_keys(&list["articles"][0], "article quotes sentences words");
    let quotes = form(&["quotes", "--format", "jsonl", "left.txt"]);
    check_keys(&quotes, "article quotes speakers version");
    check_keys(&quotes["article"], "date outlet path title");
    check_keys(
        &quotes["quotes"][0],
        "confidence cue id kind mention parts quoted reason speaker text",
    );
    let align = form(&["align", "--format", "json", "left.txt", "right.txt"]);
    check_keys(&align, "a b links only_a only_b passages threshold version");
    check_keys(&align["links"][0], "a b score");
    check_keys(&align["passages"][0], "a b score topic");
    let compare = form(&["compare", "--format", "json", "left.txt", "right.txt"]);
    check_keys(&compare, "a b quotes_a quotes_b rows speakers version");
    check_keys(
        &compare["rows"][0],
        "a b difference id kind pointers score topic",
    );
    check_keys(
        &compare["rows"][0]["difference"],
        "limited nearness only_a only_b shared_a shared_b",
    );
}

#[track_caller]
fn check_keys(form: &Value, expected: &str) {
    let keys: Vec<&str> = form
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(keys.join(" "), expected);
}

#[test]
fn help_shows_examples() {
    let run = run(Path::new("."), &["--help"], b"");
    assert_eq!(run.code, 0);
    assert!(run.out.contains("Examples:"));
    assert!(run.out.contains("parallax compare left.txt right.txt"));
}
