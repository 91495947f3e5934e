//! Files, clock, threads, terminal.

pub mod command;
pub mod files;
