//! One integration binary. `layers` guards the architecture, `articles` reads texts, `compare` holds what stands side by
//! side in the samples, `commands` drives the program, `readme` reads the README,
//! `screens` is what a reader sees, `terminal` what a terminal does.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod articles;
mod commands;
mod compare;
mod layers;
mod readme;
mod screens;
mod terminal;
