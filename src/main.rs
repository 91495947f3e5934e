//! The thin binary: parses arguments, calls the shell, prints the error chain.

use std::io::{Write, stderr};
use std::process::ExitCode;

use clap::Parser;
use parallax::shell::command::{self, Arguments, Outcome};
use parallax::text::visible;

fn main() -> ExitCode {
    match command::run(&Arguments::parse()) {
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
