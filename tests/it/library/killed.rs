//! The program may end at any moment.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader};

use super::{Home, note};

/// While one program adds and indexes, another takes in marks one by one; both are killed in the midst of it.
#[test]
fn no_mark_that_was_acknowledged_is_lost() {
    let home = Home::new();
    let mut all = 0;
    for round in 0..10 {
        for number in 0..30 {
            let mut text = format!("Item {round} {number}\n\n");
            for sentence in 0..20 {
                let _ = writeln!(
                    text,
                    "“We sold {number} of {sentence} in year {round},” said Jane Doe. It rained."
                );
            }
            home.write(&format!("news/{round}/{number}.txt"), &text);
        }
        let mut adding = home.start(&["add", "news"]);
        let mut acknowledged = Vec::new();
        // A little later in each round.
        for number in 0..=round {
            let words = format!("{round}-{number}");
            let run = home.run(&["import", "-"], &note(&words));
            assert_eq!(run.code, Some(0), "{}", run.err);
            acknowledged.push(words);
        }
        let mut marking = home.start(&["import", "-"]);
        std::io::Write::write_all(&mut marking.stdin.take().unwrap(), note("last").as_bytes())
            .unwrap();
        marking.kill().unwrap();
        adding.kill().unwrap();
        marking.wait().unwrap();
        adding.wait().unwrap();
        assert!(home.is_sound());
        let marks = home.marks();
        for words in &acknowledged {
            assert!(marks.contains(&format!("\"value\":\"{words}\"")), "{words}");
        }
        all += acknowledged.len();
    }
    assert!(home.marks().lines().count() >= all);
    let add = home.run(&["add", "news"], "");
    assert_eq!(add.code, Some(0), "{}", add.err);
    assert_eq!(
        home.counts(),
        (302, 302),
        "what was begun is brought to its end"
    );
}

/// Programs that write to one library at once wait for each other.
#[test]
fn many_programs_write_at_once() {
    let home = Home::new();
    let importing = |name: &str| {
        let lines: String = (0..250)
            .map(|number| note(&format!("{name}{number}")))
            .collect();
        let path = home.write(&format!("{name}.jsonl"), &lines);
        home.start(&["import", path.to_str().unwrap()])
    };
    let children = [
        importing("a"),
        importing("b"),
        importing("c"),
        home.start(&["add", "news"]),
    ];
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(home.marks().lines().count(), 750);
    assert_eq!(home.counts().0, 2);
}

/// `ctrl-c` ends with what was done so far.
#[cfg(unix)]
#[test]
fn adding_can_be_stopped() {
    let home = Home::new();
    let mut child = home.start(&["add", "nope.txt", "news", "-"]);
    // It listens by the time that it complains, and then waits for standard input.
    let mut told = BufReader::new(child.stderr.take().unwrap()).lines();
    let first = told.next().unwrap().unwrap();
    assert!(first.contains("there is no such file"), "{first}");
    let id = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(id, rustix::process::Signal::INT).unwrap();
    drop(child.stdin.take());
    let last = told.map_while(Result::ok).last();
    assert!(last.is_some_and(|last| last.contains("what was added stays")));
    assert_eq!(child.wait().unwrap().code(), Some(2));
    assert_eq!(home.run(&["add", "news"], "").code, Some(0));
    assert_eq!(home.counts(), (2, 2));
    assert!(home.is_sound());
}
