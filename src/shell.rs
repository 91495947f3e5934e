//! Files, network, clock, threads, terminal.

pub mod command;
pub mod fetch;
pub mod files;
pub mod terminal;
mod work;
