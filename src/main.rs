//! The thin binary: parses arguments, calls the shell, prints the error chain.

fn main() {}
