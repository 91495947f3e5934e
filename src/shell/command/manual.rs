//! What a shell and `man` need to know of the command line, made from its one definition.

use clap::CommandFactory;
use clap_mangen::Man;

use super::arguments::{Arguments, Completions, Manual};
use super::output::put;
use super::{Failure, Outcome};

pub(super) fn completions(asked: &Completions) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    clap_complete::generate(asked.shell, &mut command, "parallax", &mut script);
    put(&script)?;
    Ok(Outcome::Done)
}

pub(super) fn man(asked: &Manual) -> Result<Outcome, Failure> {
    let mut command = Arguments::command();
    // Until it is built, the command of a command does not know whose it is.
    command.build();
    for name in &asked.of {
        let found = command.find_subcommand(name).cloned();
        command = found.ok_or_else(|| Failure::NoCommand(asked.of.join(" ")))?;
    }
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    put(&page)?;
    Ok(Outcome::Done)
}
