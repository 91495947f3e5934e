//! Text with brackets in it, as tests and plain output show places: `"The mayor [refused] to sell."`.

use super::Span;

/// `text` with `[` and `]` around each of `spans`, which are in order and apart.
pub fn mark(text: &str, spans: &[Span]) -> String {
    let mut marked = String::with_capacity(text.len() + 2 * spans.len());
    let mut at = 0;
    for span in spans {
        marked.push_str(Span::new(at.min(span.start), span.start).of(text));
        marked.push('[');
        marked.push_str(span.of(text));
        marked.push(']');
        at = span.end;
    }
    marked.push_str(text.get(at..).unwrap_or_default());
    marked
}

/// The text without its brackets, and the spans that they stood around. Brackets may not be nested.
pub fn unmark(marked: &str) -> (String, Vec<Span>) {
    let mut text = String::with_capacity(marked.len());
    let mut spans = Vec::new();
    let mut start = 0;
    for letter in marked.chars() {
        match letter {
            '[' => start = text.len(),
            ']' => spans.push(Span::new(start, text.len())),
            other => text.push(other),
        }
    }
    (text, spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_go_in_and_out() {
        let marked = "The [mayor] refused [to sell].";
        let (text, spans) = unmark(marked);
        assert_eq!(text, "The mayor refused to sell.");
        assert_eq!(mark(&text, &spans), marked);
    }
}
