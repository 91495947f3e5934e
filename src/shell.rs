//! Files, clock, threads, terminal.

pub mod command;
pub mod files;
mod follower;
mod keeper;
pub mod terminal;
mod work;
