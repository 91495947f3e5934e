//! One integration binary: `layers` guards the architecture, `articles` reads texts, `compare` holds what stands side by
//! side in the samples, `commands` drives the program, `screens` what a reader sees.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod articles;
mod commands;
mod compare;
mod layers;
mod screens;
