//! Files, clock, threads, terminal.
