//! What a shell and `man` are given.

use std::process::Command;

use super::{folder, run};

#[test]
fn a_shell_completes_commands_and_options() {
    let folder = folder(&[]);
    let script = run(folder.path(), &["completions", "bash"], b"");
    assert_eq!(script.code, 0, "{}", script.err);
    std::fs::write(folder.path().join("parallax.bash"), &script.out).unwrap();
    let complete = |words: &str| {
        let line = format!(
            "source parallax.bash; COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _parallax parallax ${{COMP_WORDS[-1]}} ${{COMP_WORDS[-2]}}; echo ${{COMPREPLY[@]}}"
        );
        let mut bash = Command::new("bash");
        let answer = bash
            .args(["-c", &line])
            .current_dir(folder.path())
            .output()
            .unwrap();
        String::from_utf8(answer.stdout).unwrap().trim().to_owned()
    };
    assert_eq!(complete("parallax cov"), "coverage");
    assert_eq!(complete("parallax compare --thr"), "--threshold");
    assert_eq!(complete("parallax list --format js"), "json jsonl");
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let folder = folder(&[]);
    let page = run(folder.path(), &["man"], b"");
    assert_eq!(page.code, 0, "{}", page.err);
    assert!(page.out.contains(".TH parallax 1"), "{}", page.out);
    assert!(page.out.contains("coverage"), "{}", page.out);
    let page = run(folder.path(), &["man", "feed", "add"], b"");
    assert!(page.out.contains("feed add"), "{}", page.out);
    assert!(page.out.contains("URL"), "{}", page.out);
    let none = run(folder.path(), &["man", "fetch"], b"");
    assert_eq!(none.code, 2);
    assert_eq!(
        none.err,
        "parallax: there is no command fetch; parallax help lists them\n"
    );
}
