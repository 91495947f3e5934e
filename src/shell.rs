//! Files, the library, network, clock, threads, terminal.

pub mod command;
pub mod fetch;
pub mod files;
mod follower;
mod keeper;
pub mod store;
pub mod terminal;
mod watch;
mod work;
