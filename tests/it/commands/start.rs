//! How the reader starts, and when it does not.

use std::path::Path;

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
    let folder = folder(&[("empty/picture.png", b"none"), ("blank.txt", b" \n")]);
    let check = |arguments: &[&str], expected: &str| {
        let run = run(folder.path(), arguments, b"");
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert_eq!(run.err, expected);
    };
    check(&["nope.txt"], "parallax: nope.txt: there is no such file\n");
    check(
        &["empty"],
        "parallax: empty: no article is in this folder; articles are files whose names end in .txt, .text or .md\n",
    );
    check(
        &["nope.txt", "blank.txt"],
        "parallax: nope.txt: there is no such file\nparallax: blank.txt: it is empty\n",
    );
}

#[test]
fn something_to_read_opens_the_screen() {
    let folder = folder(&[("a.txt", LEFT.as_bytes())]);
    let run = run(folder.path(), &["nope.txt", "a.txt"], b"");
    assert!(
        run.err.starts_with("parallax: the reader needs a terminal"),
        "{}",
        run.err
    );
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
