use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// How many combining marks one letter may carry; more than any written language puts there.
const MARKS_PER_LETTER: usize = 4;

/// `text` with nothing in it that could act on a terminal, hide words or turn their order around.
///
/// Control and escape characters become visible pictures (`␛`), turns of writing direction `�`; line breaks and tabs
/// become spaces; characters that show nothing are dropped, as are combining marks beyond four on one letter. What comes
/// out is safe to print anywhere, and its display width is what `unicode-width` says.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut marks = 0;
    for letter in text.chars() {
        marks = if is_combining_mark(letter) {
            marks + 1
        } else {
            0
        };
        if marks <= MARKS_PER_LETTER {
            shown.extend(shape(letter));
        }
    }
    Cow::Owned(shown)
}

/// Whether `letter` takes no room and only hides or steers what stands around it.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

fn shape(letter: char) -> Option<char> {
    match letter {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)),
        '\u{7f}' => Some('␡'),
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some('�'),
        hidden if is_invisible(hidden) => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_on_the_terminal() {
        check("\u{1b}[2Jred", "␛[2Jred");
        check("Guilty\u{8}\u{8}Not", "Guilty␈␈Not");
        check("real\rfake\n", "real fake ");
        check("\u{9b}31m", "�31m");
        check("\u{202e}ytliug\u{202c}", "�ytliug�");
        check("pa\u{2060}ss\u{ad}word", "password");
        check("Hi\u{e0068}\u{e0069}", "Hi");
        check("Zoë", "Zoë");
    }

    #[test]
    fn a_flood_of_marks_ends() {
        let flood = format!("a{}b", "\u{301}".repeat(1000));
        assert_eq!(visible(&flood).chars().count(), 2 + MARKS_PER_LETTER);
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(visible(text), expected);
        assert_eq!(visible(expected), expected, "showing twice changes nothing");
    }
}
