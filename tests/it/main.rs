//! One integration binary: `layers` guards the architecture.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod compare;
mod layers;
