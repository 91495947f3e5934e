//! Files, the library, network, clock, threads, terminal.

mod background;
mod clock;
pub mod command;
pub mod fetch;
pub mod files;
mod follower;
mod gather;
mod keeper;
pub mod store;
pub mod terminal;
mod watch;
mod work;
