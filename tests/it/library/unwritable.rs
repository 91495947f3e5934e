//! Where nothing can be written, or no more.

use std::fs;
use std::process::{Command, Stdio};

use super::{Home, Run, note};

#[test]
fn where_no_library_can_be_made_files_are_read_all_the_same() {
    let home = Home::new();
    // Not even an administrator can make a folder in a file.
    home.write("share", "a file");
    let add = home.run(&["add", "news"], "");
    assert_eq!((add.out.as_str(), add.code), ("", Some(2)));
    assert!(
        add.err.contains("the library can't be made here"),
        "{}",
        add.err
    );
    let list = home.run(&["list", "news"], "");
    assert_eq!((list.out.lines().count(), list.code), (3, Some(0)));
}

/// On a file system that is mounted for reading only, where this may be done.
#[cfg(target_os = "linux")]
#[test]
fn a_library_that_may_not_be_written_is_read() {
    let home = Home::new();
    home.run(&["add", "news"], "");
    home.run(&["import", "-"], &note("one"));
    let script = "mount --bind share share && mount -o remount,ro,bind share && exec \"$@\"";
    let within = |arguments: &[&str]| {
        let mut command = Command::new("unshare");
        command.args([
            "--mount",
            "--map-root-user",
            "sh",
            "-c",
            script,
            "sh",
            env!("CARGO_BIN_EXE_parallax"),
        ]);
        run(&home, command.args(arguments))
    };
    let marks = within(&["export", "--marks"]);
    if marks
        .as_ref()
        .is_none_or(|run| run.err.contains("unshare") || run.err.contains("mount"))
    {
        eprintln!("not tested: nothing can be mounted here");
        return;
    }
    let (marks, add) = (marks.unwrap(), within(&["add", "news"]).unwrap());
    assert_eq!(
        (marks.out.lines().count(), marks.code),
        (1, Some(0)),
        "{}",
        marks.err
    );
    assert_eq!((add.out.as_str(), add.code), ("", Some(2)));
    assert!(
        add.err
            .contains("can only be read: its file or folder may not be written"),
        "{}",
        add.err
    );
}

/// A limit on the size of files is what a full disk is, for one process.
#[cfg(unix)]
#[test]
fn a_full_disk_is_told_and_nothing_is_lost() {
    let home = Home::new();
    home.run(&["import", "-"], &note("one"));
    let many = home.0.path().join("many");
    fs::create_dir(&many).unwrap();
    for number in 0..60 {
        let text = format!(
            "Item {number}\n\n{}",
            format!("It rained for {number} days. ").repeat(400)
        );
        fs::write(many.join(format!("{number}.txt")), text).unwrap();
    }
    let limited = |blocks: u32, arguments: &[&str]| {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
        let mut command = Command::new("sh");
        command.args(["-c", &script, "sh", env!("CARGO_BIN_EXE_parallax")]);
        run(&home, command.args(arguments)).unwrap()
    };
    // Half kilobytes: room for the library as it is, and little more.
    let add = limited(600, &["add", "many"]);
    assert_eq!(add.code, Some(2), "{}", add.out);
    assert!(
        add.err
            .contains("the disk is full; nothing that was saved is lost"),
        "{}",
        add.err
    );
    assert_eq!(
        limited(0, &["export", "--marks"]).out.lines().count(),
        1,
        "it can still be read"
    );
    assert!(home.is_sound());
    let add = home.run(&["add", "many"], "");
    assert_eq!(add.code, Some(0), "{}", add.err);
    assert_eq!(home.counts(), (60, 60), "there is room again");
}

fn run(home: &Home, command: &mut Command) -> Option<Run> {
    let output = command
        .current_dir(home.0.path())
        .env("XDG_DATA_HOME", home.0.path().join("share"))
        .stdin(Stdio::null())
        .output()
        .ok()?;
    Some(Run {
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
        code: output.status.code(),
    })
}
