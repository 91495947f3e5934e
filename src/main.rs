//! The thin binary: parses arguments, calls the shell, prints the error chain.

use std::process::ExitCode;

use clap::Parser;
use parallax::shell::command::{self, Arguments, Outcome};
use parallax::text::visible;

fn main() -> ExitCode {
    match command::run(Arguments::parse()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeUnreadable) => ExitCode::from(2),
        Err(failure) => {
            let chain = format!("{:#}", anyhow::Error::new(failure));
            eprintln!("parallax: {}", visible(&chain));
            ExitCode::from(2)
        }
    }
}
