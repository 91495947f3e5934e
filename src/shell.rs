//! Files, clock, threads, terminal.

pub mod command;
pub mod files;
pub mod store;
pub mod terminal;
mod work;
