use super::abbreviation::is_abbreviation;
use super::attribution::names_speaker;
use crate::text::Span;

/// The sentences of one paragraph, without white space around them; together they hold all its words.
///
/// A sentence ends after a stop and the closing marks behind it, where white space and the beginning of a sentence follow.
pub(super) fn split(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut has_words = false;
    while let Some(stop) = Stop::after(text, at) {
        has_words |= Span::new(at, stop.marks.start)
            .of(text)
            .contains(char::is_alphanumeric);
        if has_words && stop.ends_sentence(text) {
            sentences.push(Span::new(start, stop.end).trimmed(text));
            start = stop.end;
            has_words = false;
        }
        at = stop.end;
    }
    let rest = Span::new(start, text.len()).trimmed(text);
    match sentences.last_mut() {
        _ if rest.is_empty() => {}
        Some(last) if !rest.of(text).contains(char::is_alphanumeric) => last.end = rest.end,
        _ => sentences.push(rest),
    }
    sentences
}

/// A run of full stops, question and exclamation marks, and the closing marks behind it.
struct Stop {
    marks: Span,
    /// After the closing marks.
    end: usize,
}

impl Stop {
    /// The first one from byte `at` on.
    fn after(text: &str, at: usize) -> Option<Stop> {
        let start = at + text.get(at..)?.find(is_stop)?;
        let run_end = end_of(text, start, is_stop);
        Some(Stop {
            marks: Span::new(start, run_end),
            end: end_of(text, run_end, |letter| {
                is_closing(letter) || is_stop(letter)
            }),
        })
    }

    fn ends_sentence(&self, text: &str) -> bool {
        let marks = self.marks.of(text);
        let Some(rest) = text.get(self.end..).filter(|rest| !rest.is_empty()) else {
            return true;
        };
        if marks.ends_with(is_wide_stop) {
            return true;
        }
        let next = rest.trim_start();
        if next.len() == rest.len() {
            return false;
        }
        let next = next
            .get(..next.floor_char_boundary(AHEAD))
            .unwrap_or_default();
        if !begins_sentence(next) {
            return false;
        }
        let before = text.get(..self.marks.start).unwrap_or_default();
        if marks == "." {
            return !is_abbreviation(before, next);
        }
        let closing = Span::new(self.marks.end, self.end).of(text);
        if closing.contains(is_quotation_mark) {
            return !names_speaker(next);
        }
        let leaves_out = before.ends_with(char::is_whitespace) && (marks == "…" || marks == "...");
        !(leaves_out && first_word(next) == "I")
    }
}

/// So many bytes after a stop, more than any name with its titles takes, tell whether it ends a sentence. Looking further
/// would take time that grows with the square of the length where stops abound.
const AHEAD: usize = 240;

/// More letters than these, opening marks and stops, come before no sentence.
const OPENING: usize = 32;

/// Whether what follows a stop can begin a sentence: no small letter, no comma, no dash.
fn begins_sentence(next: &str) -> bool {
    let first = next
        .chars()
        .take(OPENING)
        .find(|&letter| !(is_opening(letter) || is_stop(letter) || letter.is_whitespace()));
    first.is_some_and(|letter| {
        !letter.is_lowercase()
            && !matches!(
                letter,
                ',' | ';' | ':' | '—' | '–' | '―' | '-' | '/' | '&' | ')'
            )
    })
}

fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric());
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

fn end_of(text: &str, start: usize, belongs: impl Fn(char) -> bool) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    rest.find(|letter| !belongs(letter))
        .map_or(text.len(), |length| start + length)
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…' | '‽' | '؟' | '۔' | '।') || is_wide_stop(letter)
}

/// Stops of scripts that put no space between sentences.
fn is_wide_stop(letter: char) -> bool {
    matches!(letter, '。' | '！' | '？' | '｡')
}

fn is_quotation_mark(letter: char) -> bool {
    matches!(
        letter,
        '"' | '\'' | '”' | '“' | '’' | '‘' | '»' | '«' | '「' | '」'
    )
}

fn is_closing(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '”' | '’' | '»' | '」' | ')' | ']')
}

fn is_opening(letter: char) -> bool {
    is_quotation_mark(letter) || matches!(letter, '(' | '[' | '„' | '¿' | '¡' | '`' | '*' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{mark, unmark};

    #[test]
    fn a_stop_before_a_beginning_ends_a_sentence() {
        check("[Talks began.] [They end.]  [Will they? ...]");
        check("[Talks began!] [12 people came.]\n[@mayor did not.] [$5 was paid.]");
        check("[He posted about apple.com and 3.5 percent.] [Then he left]");
        check("[会談が始まった。][終わった。]");
        check("[No stop at all]");
        check("");
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        check("[“We agree.”] [“So do we.”]");
        check("[\"It ended.\"] [He left.)] [(So did I.)] [Then it rained.]");
        check("[“We agree,” he said.] [“We do.”]");
        check("[He was asked to “stop.”] [He did not.] [”]".replace("] [”]", " ”]"));
    }

    #[test]
    fn sentences_within_a_quote_are_sentences() {
        check("[“Nothing happened to her.] [He lied.] [Very unfair,” Trump said.]");
        check("['We have a deal.] [It is done.']");
    }

    #[test]
    fn small_letters_go_on() {
        check("[“Will you?” he asked.]");
        check("[Yahoo! is old.] [The deal (12 years ago!), and no more.]");
        check("[“Is it so?” — the mayor wondered.]");
    }

    #[test]
    fn an_ellipsis_goes_on_or_begins() {
        check("[They kill people ...] [Putin will not stop.]");
        check("[They ... will not stop … I mean it.]");
        check("[It is a policy...] [I do think it works.]");
        check("[We must win.] [... And we will.]");
    }

    #[track_caller]
    fn check(marked: impl AsRef<str>) {
        let (text, _) = unmark(marked.as_ref());
        assert_eq!(mark(&text, &split(&text)), marked.as_ref());
    }
}
