//! The thin binary: parses arguments, calls the shell, prints the error chain.

use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

use clap::Parser;
use parallax::shell::command::{self, Arguments, Outcome};
use parallax::text::visible;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(told) => return tell(&told),
    };
    match command::run(&arguments) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::SomeUnreadable) => ExitCode::from(2),
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            let chain = format!("{:#}", anyhow::Error::new(failure));
            // Where standard error is gone too, the exit status still tells.
            let _ = writeln!(stderr(), "parallax: {}", visible(&chain));
            ExitCode::from(2)
        }
    }
}

/// Prints help, version or what is wrong with the arguments. The parser would print these itself, but an argument that it
/// repeats may hold what acts on a terminal.
fn tell(told: &clap::Error) -> ExitCode {
    let rendered = told.render().to_string();
    let lines = rendered.lines().map(|line| visible(line) + "\n");
    let shown: String = lines.collect();
    if told.use_stderr() {
        let _ = stderr().write_all(shown.as_bytes());
        ExitCode::from(2)
    } else {
        let _ = stdout().write_all(shown.as_bytes());
        ExitCode::SUCCESS
    }
}
