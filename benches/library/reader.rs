//! The reader itself, from outside, in a pseudo-terminal.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::tell;

/// Keys that go through the list, each with what it is called.
const KEYS: [(&str, &str); 6] = [
    ("G", "to the end"),
    ("k", "a line up"),
    ("\x1b[5~", "a screen up"),
    ("g", "to the beginning"),
    ("/", "the filter's line"),
    ("laura", "five letters filter"),
];

/// Nothing comes for so long when a frame is whole.
const QUIET: Duration = Duration::from_millis(150);

pub(crate) fn measure(library: &Path, count: u64) {
    let size = PtySize {
        rows: 40,
        cols: 120,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_parallax"));
    command.args(["--library", library.to_str().unwrap()]);
    command.env("TERM", "xterm-256color");
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut keys = pair.master.take_writer().unwrap();
    let (sender, output) = mpsc::channel();
    let begun = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    thread::spawn(move || {
        let mut bytes = [0; 1 << 13];
        while let Ok(read) = reader.read(&mut bytes) {
            let heard = (Instant::now(), bytes[..read].to_vec());
            if read == 0 || sender.send(heard).is_err() {
                return;
            }
        }
    });
    let shown = until(&output, &format!("{count} articles"));
    tell("first frame", shown - begun);
    settle(&output);
    memory(child.as_ref(), "at first");
    for (key, what) in KEYS {
        let begun = Instant::now();
        keys.write_all(key.as_bytes()).unwrap();
        if let Some(last) = settle(&output) {
            tell(what, last.saturating_duration_since(begun));
        }
    }
    memory(child.as_ref(), "at last");
    keys.write_all(b"\x03").unwrap();
    child.wait().unwrap();
}

/// When these words had come.
fn until(output: &Receiver<(Instant, Vec<u8>)>, words: &str) -> Instant {
    let mut all = Vec::new();
    loop {
        let (at, bytes) = output.recv_timeout(Duration::from_mins(1)).unwrap();
        all.extend(bytes);
        if String::from_utf8_lossy(&all).contains(words) {
            return at;
        }
    }
}

/// When the last byte came before it got quiet.
fn settle(output: &Receiver<(Instant, Vec<u8>)>) -> Option<Instant> {
    let mut last = None;
    while let Ok((at, _)) = output.recv_timeout(QUIET) {
        last = Some(at);
    }
    last
}

/// What the process keeps for itself, and its share of what it has with others.
fn memory(child: &(dyn portable_pty::Child + Send + Sync), when: &str) {
    let process = child.process_id().unwrap();
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kib = line.and_then(|line| line.trim().strip_suffix("kB"));
    let kib: f64 = kib.map_or(0.0, |kib| kib.trim().parse().unwrap_or_default());
    println!("{:<28}{:>9.1} MiB", format!("memory {when}"), kib / 1024.0);
}
