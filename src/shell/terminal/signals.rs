use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::AsFd;
use std::process;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, exit};

use super::Wake;
use super::session::{Session, give_back};

const ENDING: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];

/// Sends signals on, from a thread of its own; and when the terminal is closed, which not everybody is told by a signal.
pub(super) fn listen(wake: &Sender<Wake>) -> io::Result<()> {
    let mut signals = Signals::new(ENDING.into_iter().chain([SIGTSTP, SIGCONT, SIGWINCH]))?;
    let sender = wake.clone();
    thread::spawn(move || {
        let mut ending = false;
        for signal in signals.forever() {
            // The painting thread may hang on a terminal that takes nothing: the second time does without it.
            if ENDING.contains(&signal) && std::mem::replace(&mut ending, true) {
                exit(128 + signal);
            }
            if sender.send(Wake::Signal(signal)).is_err() {
                return;
            }
        }
    });
    let sender = wake.clone();
    thread::spawn(move || {
        if wait_for_close().is_ok() {
            drop(sender.send(Wake::Signal(SIGHUP)));
        }
    });
    Ok(())
}

/// Waits until nobody is at the other end of the terminal.
fn wait_for_close() -> io::Result<()> {
    let stdin = io::stdin();
    let device;
    let terminal = if stdin.is_terminal() {
        stdin.as_fd()
    } else {
        device = File::open("/dev/tty")?;
        device.as_fd()
    };
    loop {
        // Without asking for anything one is told of errors and of the end alone.
        let mut watched = [PollFd::new(&terminal, PollFlags::empty())];
        match poll(&mut watched, None) {
            Ok(_) => return Ok(()),
            Err(rustix::io::Errno::INTR) => (),
            Err(error) => return Err(error.into()),
        }
    }
}

/// Whether a signal ends the program.
pub(super) fn ends(signal: i32) -> bool {
    ENDING.contains(&signal)
}

/// Ends the program as a signal does.
pub(super) fn end(signal: i32) -> ! {
    process::exit(128 + signal)
}

/// Does what another signal asks for: stops the program until it is continued, fits it to the window.
pub(super) fn answer(signal: i32, session: &mut Session) -> io::Result<()> {
    match signal {
        SIGTSTP => {
            give_back();
            emulate_default_handler(SIGTSTP)?;
            session.resume()
        }
        SIGCONT => session.resume(),
        SIGWINCH => session.fit(),
        _ => Ok(()),
    }
}

/// Stops the program, and others that it shares a pipe with, as ctrl-z does outside the reader.
pub(super) fn suspend_group() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TSTP)?)
}
