//! Quotation marks, paired whatever state they are in.
//!
//! Straight, curly, low, backtick and double-apostrophe marks and guillemets are read by shape and by what stands around
//! them, so a mark that is missing or turned the wrong way is made good within its own paragraph and shifts nothing
//! after it. A mark left open at a paragraph's end is in order when the next paragraph opens again, as long quotes do.

mod shape;
mod single;

use crate::text::Span;
use shape::{Family, Turn, glyph_at};

/// What opens or closes a quote in the news, of one letter.
pub const QUOTATION_MARKS: [char; 9] = ['"', '“', '”', '\'', '‘', '’', '«', '»', '`'];

/// A run of text in quotation marks; runs nested in it are part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// With the marks.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
    /// How its marks are.
    pub state: MarkState,
}

/// What is known of the marks of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkState {
    /// Both are there.
    Whole,
    /// It runs on into the next paragraph, which opens again.
    RunsOn,
    /// The opening mark is missing.
    Unopened,
    /// The closing mark is missing.
    Unclosed,
}

/// The runs in quotation marks within each of `paragraphs`, which are in order. Takes time linear in the text.
pub fn marked(text: &str, paragraphs: &[Span]) -> Vec<Vec<Marked>> {
    let mut found: Vec<Vec<Marked>> = paragraphs
        .iter()
        .map(|&paragraph| Pairing::new(text, paragraph).run())
        .collect();
    for (at, runs) in found.iter_mut().enumerate() {
        let Some(last) = runs
            .last_mut()
            .filter(|last| last.state == MarkState::Unclosed)
        else {
            continue;
        };
        let family = |at: usize| glyph_at(text, at).map(|glyph| glyph.family);
        let opens_again = paragraphs.get(at + 1).and_then(|next| family(next.start));
        if opens_again.is_some() && opens_again == family(last.outer.start) {
            last.state = MarkState::RunsOn;
        }
    }
    found
}

/// An opened mark that waits for its partner.
struct Open {
    family: Family,
    outer: usize,
    inner: usize,
}

struct Pairing<'a> {
    text: &'a str,
    paragraph: Span,
    open: Vec<Open>,
    found: Vec<Marked>,
}

/// How far back, in bytes, the beginning of words is looked for whose opening mark is missing.
const LONGEST_SENTENCE: usize = 1_000;

/// Deeper nesting than this is a flood of marks, not writing.
const DEEPEST: usize = 8;

impl<'a> Pairing<'a> {
    fn new(text: &'a str, paragraph: Span) -> Pairing<'a> {
        Pairing {
            text,
            paragraph,
            open: Vec::new(),
            found: Vec::new(),
        }
    }

    fn run(mut self) -> Vec<Marked> {
        let mut at = self.paragraph.start;
        while at < self.paragraph.end {
            // Most of a text can be no mark.
            let plain = self.text.as_bytes()[at];
            at = if plain.is_ascii_alphanumeric() || plain == b' ' {
                at + 1
            } else {
                self.step(at)
            };
        }
        if let Some(first) = self.open.first() {
            let (outer, inner) = (first.outer, first.inner);
            self.keep(
                outer,
                inner,
                self.paragraph.end,
                self.paragraph.end,
                MarkState::Unclosed,
            );
        }
        let text = self.text;
        self.found
            .retain(|run| run.inner.of(text).contains(char::is_alphanumeric));
        self.found
    }

    /// Reads what stands at `at`, and returns where to go on.
    fn step(&mut self, at: usize) -> usize {
        let Some(glyph) = glyph_at(self.text, at) else {
            if let Some(run) = self
                .open
                .is_empty()
                .then(|| single::run_at(self.text, self.paragraph, at))
                .flatten()
            {
                self.found.push(run);
                return run.outer.end;
            }
            return at + self.text[at..].chars().next().map_or(1, char::len_utf8);
        };
        let end = at + glyph.length;
        let around = Around::new(self.text, self.paragraph, at, end);
        if around.is_measure && self.open.is_empty() {
            return end;
        }
        let family_open = self.open.iter().any(|open| open.family == glyph.family);
        match turn(glyph.turn, &around, family_open) {
            Turn::Opens if family_open && !self.nests(end, glyph.family) => {
                self.close_early(glyph.family, at);
                self.open(glyph.family, at, end);
            }
            Turn::Opens => self.open(glyph.family, at, end),
            _ => self.close(glyph.family, at, end),
        }
        end
    }

    fn open(&mut self, family: Family, outer: usize, inner: usize) {
        if self.open.len() < DEEPEST {
            self.open.push(Open {
                family,
                outer,
                inner,
            });
        }
    }

    /// A closing mark: of its own family if one is open, else of the one opened last, else without an opening one.
    fn close(&mut self, family: Family, at: usize, end: usize) {
        let partner = self.open.iter().rposition(|open| open.family == family);
        let Some(partner) = partner.or(self.open.len().checked_sub(1)) else {
            let start = self.unopened_start(at);
            self.keep(start, start, at, end, MarkState::Unopened);
            return;
        };
        let (outer, inner) = (self.open[partner].outer, self.open[partner].inner);
        self.open.truncate(partner);
        if self.open.is_empty() {
            self.keep(outer, inner, at, end, MarkState::Whole);
        }
    }

    /// Ends a run whose closing mark is missing where the next one of its family opens.
    fn close_early(&mut self, family: Family, at: usize) {
        if let Some(partner) = self.open.iter().position(|open| open.family == family) {
            let (outer, inner) = (self.open[partner].outer, self.open[partner].inner);
            self.open.truncate(partner);
            if self.open.is_empty() {
                self.keep(outer, inner, at, at, MarkState::Unclosed);
            }
        }
    }

    /// Whether the next two marks of `family` both close, so that one opened inside another is meant.
    fn nests(&self, from: usize, family: Family) -> bool {
        const FAR: usize = 1_000;
        let mut closing = 0;
        let mut at = from;
        while at < self.paragraph.end && at < from + FAR && closing < 2 {
            if let Some(glyph) = glyph_at(self.text, at).filter(|glyph| glyph.family == family) {
                if glyph.turn != Turn::Closes {
                    return false;
                }
                closing += 1;
            }
            at += self.text[at..].chars().next().map_or(1, char::len_utf8);
        }
        closing == 2
    }

    /// Where words begin whose opening mark is missing: after the run before them, at a sentence's start.
    fn unopened_start(&self, end: usize) -> usize {
        let Some(before) = self.found.last() else {
            return self.paragraph.start;
        };
        let from = self
            .text
            .floor_char_boundary(end.saturating_sub(LONGEST_SENTENCE))
            .max(before.outer.end);
        let rest = Span::new(from, end).of(self.text);
        let sentence = rest.rfind(". ").or_else(|| rest.rfind(", "));
        sentence.map_or(before.outer.end, |stop| from + stop + 2)
    }

    fn keep(
        &mut self,
        outer: usize,
        inner: usize,
        inner_end: usize,
        outer_end: usize,
        state: MarkState,
    ) {
        let inner = Span::new(inner, inner_end).trimmed(self.text);
        let outer = Span::new(outer, outer_end).trimmed(self.text);
        if !inner.is_empty() {
            self.found.push(Marked {
                outer,
                inner,
                state,
            });
        }
    }
}

/// Which way a mark turns, from its shape and surroundings.
fn turn(shape: Turn, around: &Around, family_open: bool) -> Turn {
    match shape {
        Turn::Either if family_open => {
            if around.can_open && !around.can_close {
                Turn::Opens
            } else {
                Turn::Closes
            }
        }
        Turn::Either if around.can_open => Turn::Opens,
        Turn::Opens if around.can_close && !around.can_open => Turn::Closes,
        Turn::Closes if around.can_open && !around.can_close && !family_open => Turn::Opens,
        Turn::Either => Turn::Closes,
        other => other,
    }
}

/// What stands before and after a mark.
struct Around {
    can_open: bool,
    can_close: bool,
    /// Feet, inches, minutes: 6'2".
    is_measure: bool,
}

impl Around {
    fn new(text: &str, paragraph: Span, at: usize, end: usize) -> Around {
        let before = Span::new(paragraph.start, at)
            .of(text)
            .chars()
            .next_back()
            .unwrap_or(' ');
        let after = Span::new(end, paragraph.end)
            .of(text)
            .chars()
            .next()
            .unwrap_or(' ');
        Around {
            can_open: (before.is_whitespace() || "([{—–-/‘'…:".contains(before))
                && !after.is_whitespace(),
            can_close: !before.is_whitespace() && !after.is_alphanumeric(),
            is_measure: before.is_ascii_digit(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{mark, unmark};

    #[test]
    fn pairs_marks_of_every_family() {
        check("\"[We won,]\" he said.");
        check("“[We won,]” he said.");
        check("``[We won,]'' he said.");
        check("''[We won,]'' he said.");
        check("„[Wir gewinnen]“, sagte er.");
        check("« [Nous gagnons] », dit-il.");
        check("»[Wir gewinnen]«, sagte er.");
        check("He called it ‘[a lost cause]’, the ‘90s’ friend’s way.");
        check("'[We won]', the rock 'n' roller said.");
        check("「[勝った]」と言った");
    }

    #[test]
    fn nested_marks_belong_to_the_run_around_them() {
        check("“[He told me ‘go home’ and “stay there” twice,]” she said.");
        check("\"[It must hear the word “Stop” now,]\" he said.");
    }

    #[test]
    fn damaged_marks_shift_nothing_after_them() {
        check("[This is why we fight,]\" he said. \"[It ends now.]\"");
        check("“[We won. He left, and then] “[they lost,]” she said.");
        check("”[Turned round,]“ he said, “[twice.]”");
        check("\"[The war must end. It must hear: “Stop.”]");
        check("The 12\" screen of the 6'2\" man.");
    }

    #[test]
    fn a_quote_that_runs_on_is_not_damaged() {
        let text = "“One.\n“Two.”";
        let found = marked(text, &[Span::new(0, 7), Span::new(8, text.len())]);
        assert_eq!(found[0][0].state, MarkState::RunsOn);
        assert_eq!(found[1][0].state, MarkState::Whole);
    }

    /// Brackets stand around what is found within the marks.
    #[track_caller]
    fn check(expected: &str) {
        let (text, _) = unmark(expected);
        let found = marked(&text, &[Span::new(0, text.len())]);
        let inner: Vec<Span> = found[0].iter().map(|run| run.inner).collect();
        assert_eq!(mark(&text, &inner), expected);
    }
}
