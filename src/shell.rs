//! Files, clock, threads, terminal.

pub mod files;
