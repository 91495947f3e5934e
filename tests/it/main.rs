//! One integration binary: `layers` guards the architecture, `articles` reads texts, `commands` drives the program.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod articles;
mod commands;
mod layers;
