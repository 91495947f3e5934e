//! What ends or stops the program from outside.

use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};

use super::Terminal;

const SIZE: (u16, u16) = (80, 24);

#[test]
fn signals_give_the_terminal_back() {
    for (signal, number) in [(Signal::TERM, 15), (Signal::INT, 2), (Signal::QUIT, 3)] {
        let mut terminal = Terminal::start(&[], SIZE);
        terminal.shows("articles");
        kill(&terminal, signal);
        assert_eq!(terminal.ended(), 128 + number);
        terminal.is_given_back();
    }
}

#[test]
fn ctrl_c_quits_even_while_something_is_typed() {
    let mut terminal = Terminal::start(&[], SIZE);
    terminal.shows("articles");
    terminal.press("/abc");
    terminal.shows("filter: abc");
    terminal.press("\x03");
    assert_eq!(terminal.ended(), 0);
    terminal.is_given_back();
}

#[test]
fn a_stopped_program_paints_anew_when_it_goes_on() {
    let mut terminal = Terminal::start(&[], SIZE);
    terminal.shows("000");
    kill(&terminal, Signal::TSTP);
    terminal.wait("the terminal given back", |screen| {
        !screen.alternate_screen()
    });
    terminal.is_given_back();
    // As a shell does, which continues only what has stopped.
    waitpid(Some(process(&terminal)), WaitOptions::UNTRACED).unwrap();
    kill(&terminal, Signal::CONT);
    terminal.wait("the list again", |screen| {
        screen.alternate_screen() && screen.contents().contains("000")
    });
    terminal.press("q");
    assert_eq!(terminal.ended(), 0);
    terminal.is_given_back();
}

#[test]
fn a_terminal_that_is_closed_ends_the_program() {
    let mut terminal = Terminal::start(&[], SIZE);
    terminal.shows("articles");
    let Terminal {
        master,
        keys,
        mut child,
        output,
        ..
    } = terminal;
    drop((master, keys));
    // The reading thread holds the last handle: it ends when the program does, or when it is not read any more.
    drop(output);
    let number = child.wait().unwrap().exit_code();
    // Whichever comes first: the signal, or a write that fails.
    assert!(number == 129 || number == 2, "{number}");
}

fn kill(terminal: &Terminal, signal: Signal) {
    kill_process(process(terminal), signal).unwrap();
}

fn process(terminal: &Terminal) -> Pid {
    let number = i32::try_from(terminal.child.process_id().unwrap()).unwrap();
    Pid::from_raw(number).unwrap()
}
