use crate::screen::message::Effect;
use crate::screen::state::State;

/// In bytes: some terminals drop what is longer when it is encoded.
const LONGEST: usize = 74_000;

/// Copies the quote that the reader is at.
pub(super) fn act(state: &mut State, with_source: bool) -> Vec<Effect> {
    let words = state.quoted().and_then(|here| here.cited(with_source));
    let Some(words) = words else {
        state.say_no_quote();
        return Vec::new();
    };
    if words.len() > LONGEST {
        state.warn("this quote is too long for a clipboard");
        return Vec::new();
    }
    let count = words.chars().count();
    state.say(if with_source {
        format!("copied with source: {count} characters")
    } else {
        format!("copied: {count} characters")
    });
    vec![Effect::Copy(words)]
}
