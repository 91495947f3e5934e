use crate::text::Span;

/// The paragraphs of `text` from `start` on, without white space around them.
///
/// A blank line, a form feed or U+2029 always parts two. A line end does so too, unless the text is hard-wrapped there:
/// a line is wrapped when the first word of the next would not have fitted.
pub(super) fn paragraphs(text: &str, start: usize) -> Vec<Span> {
    let lines = lines(text, start);
    let width = wrap_width(text, &lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut above: Option<&Line> = None;
    for line in &lines {
        let goes_on = above.zip(width).is_some_and(|(above, width)| {
            !line.after_gap && is_wrapped(text, above, line, width) && line.indent <= above.indent
        });
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => paragraph.end = line.span.end,
            _ => paragraphs.push(line.span),
        }
        above = Some(line);
    }
    paragraphs
}

/// A line with something on it.
struct Line {
    span: Span,
    /// Its length in characters.
    width: usize,
    /// The number of blanks before it.
    indent: usize,
    after_gap: bool,
}

fn lines(text: &str, start: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = start;
    let mut after_gap = true;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let end = rest.find(is_break).unwrap_or(rest.len());
        let span = Span::new(at, at + end).trimmed(text);
        if span.is_empty() {
            after_gap = true;
        } else {
            lines.push(Line {
                span,
                width: span.of(text).chars().count(),
                indent: span.start - at,
                after_gap,
            });
            after_gap = false;
        }
        let ending = rest.get(end..).unwrap_or_default();
        after_gap |= ending.starts_with(['\u{c}', '\u{2029}']);
        at += end + break_length(ending);
    }
    lines
}

fn is_break(letter: char) -> bool {
    matches!(
        letter,
        '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn break_length(ending: &str) -> usize {
    if ending.starts_with("\r\n") {
        return 2;
    }
    ending.chars().next().map_or(0, char::len_utf8)
}

/// Lines wider than this, in characters, are paragraphs of their own: nobody wraps so wide.
const WIDEST_WRAP: usize = 120;

/// The width at which the text is hard-wrapped, in characters; `None` when it is not.
///
/// In a wrapped text most line ends stand where the next word had no room, and most lines go on in lower case.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let pairs = || {
        lines
            .iter()
            .zip(lines.iter().skip(1))
            .filter(|(_, below)| !below.after_gap)
    };
    let mut widths: Vec<usize> = pairs().map(|(above, _)| above.width).collect();
    widths.sort_unstable();
    let width = *widths.get(widths.len() * 3 / 4)?;
    let wrapped = pairs().filter(|(above, below)| is_wrapped(text, above, below, width));
    let (mut count, mut in_lower_case) = (0, 0);
    for (_, below) in wrapped {
        count += 1;
        in_lower_case += usize::from(below.span.of(text).starts_with(char::is_lowercase));
    }
    let is_so =
        width <= WIDEST_WRAP && count * 10 >= widths.len() * 7 && in_lower_case * 2 >= count;
    is_so.then_some(width)
}

fn is_wrapped(text: &str, above: &Line, below: &Line, width: usize) -> bool {
    let below = below.span.of(text);
    let first_word = below.split_whitespace().next().unwrap_or_default();
    above.width + 1 + first_word.chars().take(WIDEST_WRAP).count() > width
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::mark;

    #[test]
    fn blank_lines_part_paragraphs() {
        check(
            "Talks began.\n\n \t\nThey end.\n",
            "[Talks began.]\n\n \t\n[They end.]\n",
        );
        check(
            "Talks began.\r\n\r\nThey end.",
            "[Talks began.]\r\n\r\n[They end.]",
        );
        check(
            "One.\u{c}Two.\u{2029}Three.",
            "[One.]\u{c}[Two.]\u{2029}[Three.]",
        );
    }

    #[test]
    fn line_ends_part_paragraphs_of_their_own_length() {
        let long = "A paragraph that runs on for far longer than anybody would ever wrap a line of text, \
                    and then for a little while more, until it ends.";
        check(
            &format!("A headline\n\n{long}\n{long}\nShort.\n{long}"),
            &format!("[A headline]\n\n[{long}]\n[{long}]\n[Short.]\n[{long}]"),
        );
        check(
            "Stop lying\nShow humility\nFill in the gaps.",
            "[Stop lying]\n[Show humility]\n[Fill in the gaps.]",
        );
        check(
            "One.\u{2028}Two.\u{85}Three.\rFour.",
            "[One.]\u{2028}[Two.]\u{85}[Three.]\r[Four.]",
        );
        check(
            "A Headline Of Some Length\nBy Jane Doe",
            "[A Headline Of Some Length]\n[By Jane Doe]",
        );
    }

    #[test]
    fn hard_wrapped_paragraphs_stay_whole() {
        check(
            "The mayor refused to sell the\nold town hall, and said that it\nbelongs to all.\n\nThe buyers were surprised by\nher answer.",
            "[The mayor refused to sell the\nold town hall, and said that it\nbelongs to all.]\n\n[The buyers were surprised by\nher answer.]",
        );
        check(
            "  The mayor refused to sell the\nold town hall, and said that it\nbelongs to all.\n  The buyers were surprised by\nher answer.",
            "  [The mayor refused to sell the\nold town hall, and said that it\nbelongs to all.]\n  [The buyers were surprised by\nher answer.]",
        );
    }

    #[test]
    fn nothing_gives_nothing() {
        check("", "");
        check(" \n\n\u{c}", " \n\n\u{c}");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(mark(text, &paragraphs(text, 0)), expected);
    }
}
