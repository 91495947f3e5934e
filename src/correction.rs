//! What the reader has set right about quotes and links.
//!
//! A correction names what it is about by the article's text and by where that stands there, so that it holds for that
//! text under any name and in any folder. Those of quotes are applied to a reading before anything is made of it: what
//! follows sees quotes as the reader wants them, and needs no case for them. Those of links go to the alignment.

mod link;

use std::sync::Arc;

use foldhash::HashMap;

use crate::article::Fingerprint;
use crate::quote::Owner;
use crate::reading::Reading;
use crate::text::Span;
pub use link::{Bond, Tie};

/// A quote or a passage, as corrections name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The text it stands in.
    pub text: Fingerprint,
    /// Where, from its first byte to its last.
    pub span: Span,
}

impl Subject {
    /// The quote with this number in `Reading::quotes`; `None` when there is none.
    pub fn of(reading: &Reading, quote: usize) -> Option<Subject> {
        let span = reading.quotes.get(quote)?.span();
        let text = reading.fingerprint;
        Some(Subject { text, span })
    }

    /// The number of the quote in `Reading::quotes`; `None` when it is none of these.
    pub fn find(&self, reading: &Reading) -> Option<usize> {
        if reading.fingerprint != self.text {
            return None;
        }
        let mut quotes = reading.quotes.iter();
        quotes.position(|quote| quote.span() == self.span)
    }
}

/// What the reader says of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Whose it is.
    Whose(Owner),
    /// These are no reported words.
    NotAQuote,
}

/// One thing that the reader set right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// What is true of a quote, as it was found.
    Quote(Subject, Verdict),
    /// Whether two passages belong side by side.
    Link(Tie),
}

/// All that the reader set right, in the order in which it was said. The last word on a quote or a link counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrections {
    made: Vec<Correction>,
}

impl FromIterator<Correction> for Corrections {
    fn from_iter<I: IntoIterator<Item = Correction>>(made: I) -> Corrections {
        let made = made.into_iter().collect();
        Corrections { made }
    }
}

impl Corrections {
    /// Takes one more.
    #[cfg(test)]
    pub(crate) fn make(&mut self, correction: Correction) {
        self.made.push(correction);
    }

    /// What counts of a quote; `None` when nothing was said of it.
    pub fn verdict(&self, subject: Subject) -> Option<&Verdict> {
        let mut said = self.verdicts().rev();
        said.find_map(|(of, verdict)| (of == subject).then_some(verdict))
    }

    fn verdicts(&self) -> impl DoubleEndedIterator<Item = (Subject, &Verdict)> {
        self.made.iter().filter_map(|one| match one {
            Correction::Quote(subject, verdict) => Some((*subject, verdict)),
            Correction::Link(_) => None,
        })
    }

    /// The texts whose quotes anything was said of; one may come more than once.
    pub fn texts(&self) -> impl Iterator<Item = Fingerprint> {
        self.verdicts().map(|(subject, _)| subject.text)
    }

    /// Whether anything was said of a text's quotes.
    pub fn touch(&self, text: Fingerprint) -> bool {
        self.verdicts().any(|(subject, _)| subject.text == text)
    }

    /// The reading as it was found, with its quotes as the reader wants them; the same when nothing was said of it.
    pub fn applied(&self, found: &Arc<Reading>) -> Arc<Reading> {
        let here = self
            .verdicts()
            .filter(|(subject, _)| subject.text == found.fingerprint);
        let verdicts: HashMap<Span, &Verdict> = here
            .map(|(subject, verdict)| (subject.span, verdict))
            .collect();
        if verdicts.is_empty() {
            return Arc::clone(found);
        }
        let mut reading = Reading::clone(found);
        reading.quotes.retain_mut(|quote| {
            let verdict = verdicts.get(&quote.span());
            if let Some(Verdict::Whose(owner)) = verdict {
                quote.set_by_reader = Some(owner.clone());
            }
            verdict != Some(&&Verdict::NotAQuote)
        });
        Arc::new(reading)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};
    use crate::quote::Quote;
    use crate::text::mark;

    const LEAD: &str =
        "The council met for the first time since the long summer break this week.\n";
    const TALKS: &str = "“It is over,” Jane Doe said. “It goes on,” John Roe said.";

    #[test]
    fn a_quote_is_whose_the_reader_says() {
        check(
            &[],
            "“[It is over,]” Jane Doe said. “[It goes on,]” John Roe said.",
        );
        check(
            &[("It is over", somebody("Roe"))],
            "“[Roe: It is over,]” Jane Doe said. “[It goes on,]” John Roe said.",
        );
        check(
            &[("It goes on", Verdict::Whose(Owner::Nobody))],
            "“[It is over,]” Jane Doe said. “[nobody: It goes on,]” John Roe said.",
        );
    }

    #[test]
    fn what_is_no_quote_is_left_out() {
        check(
            &[("It is over", Verdict::NotAQuote)],
            "“It is over,” Jane Doe said. “[It goes on,]” John Roe said.",
        );
    }

    #[test]
    fn the_last_word_counts() {
        check(
            &[
                ("It is over", Verdict::NotAQuote),
                ("It is over", somebody("John Roe")),
            ],
            "“[John Roe: It is over,]” Jane Doe said. “[It goes on,]” John Roe said.",
        );
    }

    #[test]
    fn corrections_follow_the_text_and_not_the_file() {
        let (here, moved) = (read("a.txt", TALKS), read("news/b.txt", TALKS));
        let other = read("a.txt", &format!("{TALKS} All left."));
        let mut corrections = Corrections::default();
        let subject = Subject::of(&here, 0).expect("it has quotes");
        corrections.make(Correction::Quote(subject, Verdict::NotAQuote));
        assert_eq!(corrections.applied(&here).quotes.len(), 1);
        assert_eq!(corrections.applied(&moved).quotes.len(), 1);
        assert_eq!(corrections.applied(&moved).article.label.path, "news/b.txt");
        assert!(Arc::ptr_eq(&corrections.applied(&other), &other));
    }

    fn read(path: &str, text: &str) -> Arc<Reading> {
        let label = Label {
            path: path.to_owned(),
            ..Label::default()
        };
        Arc::new(Reading::new(Article::plain(format!("{LEAD}{text}"), label)))
    }

    fn somebody(name: &str) -> Verdict {
        Verdict::Whose(Owner::Somebody(name.to_owned()))
    }

    /// Expects quotes in brackets, after the owner that the reader gave them.
    #[track_caller]
    fn check(said: &[(&str, Verdict)], expected: &str) {
        let found = read("a.txt", TALKS);
        let text = found.article.text.as_str();
        let mut corrections = Corrections::default();
        for (words, verdict) in said {
            let mut quotes = found.quotes.iter();
            let quote = quotes.position(|quote| quote.text(text).contains(words));
            let subject = quote.and_then(|quote| Subject::of(&found, quote));
            corrections.make(Correction::Quote(
                subject.expect("these words are quoted"),
                verdict.clone(),
            ));
        }
        let quotes = &corrections.applied(&found).quotes;
        let spans: Vec<Span> = quotes.iter().map(Quote::span).collect();
        let mut marked = mark(text, &spans);
        for quote in quotes {
            let owner = match &quote.set_by_reader {
                Some(Owner::Somebody(name)) => name,
                Some(Owner::Nobody) => "nobody",
                None => continue,
            };
            let words = quote.span().of(text);
            marked = marked.replace(&format!("[{words}"), &format!("[{owner}: {words}"));
        }
        assert_eq!(marked, format!("{LEAD}{expected}"));
    }
}
