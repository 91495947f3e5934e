//! The program itself in a terminal: what it shows, and in what state it leaves the terminal.

mod clipboard;
mod files;
mod folder;
mod library;
mod newcomer;
mod signals;
mod window;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::Parser;

/// Far longer than anything takes; reaching it is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program at one end of a pseudo-terminal.
struct Terminal {
    master: Box<dyn MasterPty>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: Parser,
    /// How the terminal treats keys before the program runs.
    modes: String,
    /// All bytes that have come out.
    raw: Vec<u8>,
    /// Where its library is kept, until the test is over.
    _home: tempfile::TempDir,
}

impl Terminal {
    fn start(arguments: &[&str], (width, height): (u16, u16)) -> Terminal {
        Terminal::start_with(arguments, (width, height), &[])
    }

    /// The reader of the sample articles, which it has read.
    fn samples((width, height): (u16, u16)) -> Terminal {
        let mut terminal = Terminal::start(&[], (width, height));
        terminal.wait("five articles, read", |screen| {
            let text = screen.contents();
            text.contains("000") && text.contains("004") && !text.contains("reading")
        });
        terminal
    }

    fn start_with(arguments: &[&str], size: (u16, u16), environment: &[(&str, &str)]) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_parallax"));
        command.args(arguments);
        Terminal::run(command, size, environment)
    }

    /// The program as another starts it.
    fn run(
        mut command: CommandBuilder,
        (width, height): (u16, u16),
        environment: &[(&str, &str)],
    ) -> Terminal {
        let pair = native_pty_system().openpty(size(width, height)).unwrap();
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        // No test reads or writes the library of whoever runs it.
        let home = tempfile::tempdir().unwrap();
        command.env("XDG_DATA_HOME", home.path());
        for (name, value) in environment {
            command.env(name, value);
        }
        let modes = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 || sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Terminal {
            keys: pair.master.take_writer().unwrap(),
            master: pair.master,
            child,
            output,
            screen: parser(width, height),
            modes,
            raw: Vec::new(),
            _home: home,
        }
    }

    /// Presses keys, which stand for themselves; `\r` is enter, `\x1b` esc.
    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits until the screen is as `wanted`.
    #[track_caller]
    fn wait(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !wanted(self.screen.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                unreachable!("{what} never came:\n{}", self.screen.screen().contents());
            };
            self.take(&bytes);
        }
    }

    /// Waits until `words` are on the screen.
    #[track_caller]
    fn shows(&mut self, words: &str) {
        self.wait(words, |screen| screen.contents().contains(words));
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.raw.extend_from_slice(bytes);
    }

    fn resize(&mut self, width: u16, height: u16) {
        let (rows, columns) = (NonZeroU16::new(height), NonZeroU16::new(width));
        let screen = self.screen.screen_mut();
        screen.set_size(rows.unwrap(), columns.unwrap());
        self.master.resize(size(width, height)).unwrap();
    }

    /// Waits until the program has ended, and gives its exit code.
    #[track_caller]
    fn ended(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                // The reading thread ends when the last process has closed the terminal.
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    self.child.kill().unwrap();
                    unreachable!("still running:\n{}", self.screen.screen().contents());
                }
            }
        }
        self.child.wait().unwrap().exit_code()
    }

    /// Whether the terminal is as it was before the program ran.
    #[track_caller]
    fn is_given_back(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are plain");
        assert_eq!(
            modes(self.master.as_ref()),
            self.modes,
            "keys are as before"
        );
        let left = String::from_utf8_lossy(&self.raw);
        assert!(left.contains("\x1b[?1007r"), "the wheel is as before");
    }
}

/// Whether typed keys are echoed, gathered into lines and turned into signals.
fn modes(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().unwrap();
    format!("{:?} {:?}", modes.local_flags, modes.input_flags)
}

fn size(width: u16, height: u16) -> PtySize {
    PtySize {
        rows: height,
        cols: width,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn parser(width: u16, height: u16) -> Parser {
    let number = |number| NonZeroU16::new(number).unwrap();
    Parser::new(number(height), number(width), 0)
}

/// The words on the screen that have the attribute, in order.
fn with(screen: &vt100::Screen, attribute: impl Fn(&vt100::Cell) -> bool) -> String {
    let (rows, columns) = screen.size();
    let mut words = String::new();
    for row in 0..rows.get() {
        for column in 0..columns.get() {
            match screen.cell(row, column) {
                Some(cell) if attribute(cell) => words.push_str(cell.contents()),
                _ if !words.ends_with(' ') => words.push(' '),
                _ => (),
            }
        }
    }
    words
}
