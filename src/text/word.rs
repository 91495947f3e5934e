use super::Span;

/// A word and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word, without the marks around it.
    pub text: &'a str,
    /// Its place in the text that was split.
    pub span: Span,
}

impl<'a> Word<'a> {
    /// Without a possessive ending.
    pub fn bare(&self) -> &'a str {
        without_possessive(self.text)
    }

    /// Whether it ends with *’s*.
    pub fn is_possessive(&self) -> bool {
        self.bare().len() < self.text.len()
    }

    /// Whether it begins with a capital letter.
    pub fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// `words` without *’s* at their end.
pub fn without_possessive(words: &str) -> &str {
    let owner = words
        .strip_suffix("'s")
        .or_else(|| words.strip_suffix("’s"));
    owner.unwrap_or(words)
}

/// `text` with a space wherever white space is, line breaks above all, and none at its ends.
pub fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of `text`, in order.
///
/// A word is a run of letters, digits and combining marks. It keeps inner apostrophes (*don’t*), the commas and points
/// of a number (*12,500.75*) and the full stops of an abbreviation (*U.S.*). A hyphen parts two words.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.get(at..)?.find(is_letter)?;
        let end = word_end(text, start);
        at = end;
        Some(Word {
            text: &text[start..end],
            span: Span::new(start, end),
        })
    })
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric()
}

fn word_end(text: &str, start: usize) -> usize {
    let rest = &text.as_bytes()[start..];
    let plain = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
    let end = start + plain.count();
    // Of what is ASCII only these can belong to a word; all else that most texts hold ends it.
    match text.as_bytes().get(end) {
        Some(b'\'' | b',' | b'.' | 0x80..) => word_end_by_letters(text, start),
        _ => end,
    }
}

fn word_end_by_letters(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let mut letters = rest.char_indices().peekable();
    let mut before = None;
    while let Some((at, letter)) = letters.next() {
        let part = is_letter(letter)
            || !letter.is_ascii() && unicode_normalization::char::is_combining_mark(letter);
        if !part {
            let after = letters.peek().map(|&(_, letter)| letter);
            if !joins(before, letter, after) {
                return start + at + closing_stop(&rest[..at], letter);
            }
        }
        before = Some(letter);
    }
    start + rest.len()
}

/// Whether `mark` holds together the letters before and after it.
fn joins(before: Option<char>, mark: char, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    match mark {
        '\'' | '’' => before.is_alphanumeric() && after.is_alphabetic(),
        ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        '.' => {
            (before.is_ascii_digit() && after.is_ascii_digit())
                || (before.is_uppercase() && after.is_uppercase())
        }
        // Characters that show nothing part no word.
        _ => super::is_invisible(mark) && is_letter(after),
    }
}

/// The length of the full stop that belongs to an abbreviation such as *U.S.*
fn closing_stop(word: &str, mark: char) -> usize {
    let initials = mark == '.'
        && word.contains('.')
        && word
            .split('.')
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_uppercase));
    usize::from(initials)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_together_what_a_reader_calls_one_word() {
        check("Don’t go!", &["Don’t", "go"]);
        check(
            "The U.S. paid $12,500.75, Obama-given.",
            &["The", "U.S.", "paid", "12,500.75", "Obama", "given"],
        );
        check("'Stop' and end. He", &["Stop", "and", "end", "He"]);
        check("ele\u{200b}ction", &["ele\u{200b}ction"]);
        check("漢字 тест", &["漢字", "тест"]);
        check("", &[]);
    }

    proptest::proptest! {
        #[test]
        fn plain_words_end_where_their_letters_do(text in "[a-cA-C0-2 '’,.é\u{301}\u{200b}-]{0,12}") {
            for (start, _) in text.char_indices().filter(|&(_, letter)| is_letter(letter)) {
                proptest::prop_assert_eq!(word_end(&text, start), word_end_by_letters(&text, start));
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = words(text).map(|word| word.text).collect();
        assert_eq!(found, expected);
        for word in words(text) {
            assert_eq!(word.span.of(text), word.text);
        }
    }
}
