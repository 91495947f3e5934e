use super::coverage::copied;
use crate::screen::message::Effect;
use crate::screen::state::State;

/// In bytes: some terminals drop what is longer when it is encoded.
const LONGEST: usize = 74_000;

/// Copies the quote that the reader is at, or the table.
pub(super) fn act(state: &mut State, with_source: bool) -> Vec<Effect> {
    if let Some(table) = copied(state, with_source) {
        return copy_table(state, table, with_source);
    }
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

fn copy_table(state: &mut State, table: String, as_markdown: bool) -> Vec<Effect> {
    if table.len() > LONGEST {
        state.warn("this table is too long for a clipboard");
        return Vec::new();
    }
    state.say(if as_markdown {
        "copied as a Markdown table"
    } else {
        "copied as text"
    });
    vec![Effect::Copy(table)]
}
