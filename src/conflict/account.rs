//! A sentence as conflicts are looked for in it: its words, with what stands between them.

use std::borrow::Cow;
use std::ops::Range;

use foldhash::HashSet;

use crate::alignment::Couple;
use crate::text::{Side, Span, Term, TermKind, fold};

use super::doer::{Deed, deeds};
use super::figure::{Figure, Named, Roster};
use super::hedge::{Hedge, hedges};
use super::lists::{List, lists};
use super::order::{Mark, marks};
use super::participants::{Party, parties};
use super::quantity::{Quantity, quantities};
use super::time::{When, times};

/// What one sentence tells. What it claims, from `lists` to `marks`, is looked for in linked sentences only.
pub(super) struct Account<'a> {
    /// The article's text, which all spans point into.
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) tokens: Vec<Token<'a>>,
    pub(super) quantities: Vec<Quantity>,
    /// Who is named, in order.
    pub(super) named: Vec<Named>,
    /// Those who are named alone or in a row, in order.
    pub(super) lists: Vec<List>,
    /// Who does what to what.
    pub(super) deeds: Vec<Deed<'a>>,
    /// Who takes part in what.
    pub(super) parties: Vec<Party>,
    /// What it does not tell as a fact.
    pub(super) hedges: Vec<Hedge<'a>>,
    /// What it tells to be before, during or after what.
    pub(super) marks: Vec<Mark<'a>>,
    /// The days and years it names.
    pub(super) times: Vec<When>,
    /// The keys of the words that say something, in order and each once.
    pub(super) keys: Vec<&'a str>,
}

/// A word of a sentence.
pub(super) struct Token<'a> {
    pub(super) term: &'a Term,
    /// The word as it is written, folded.
    pub(super) word: Cow<'a, str>,
}

impl Token<'_> {
    /// Whether it says something that not every news text says.
    pub(super) fn tells(&self) -> bool {
        matches!(self.term.kind, TermKind::Word | TermKind::Capitalised) && !self.term.is_general()
    }

    pub(super) fn is_capitalised(&self) -> bool {
        self.term.kind == TermKind::Capitalised
    }

    pub(super) fn is_function(&self) -> bool {
        self.term.kind == TermKind::Function
    }
}

impl<'a> Account<'a> {
    /// The accounts of all sentences of one article; of those that are not `linked` only what the whole article is asked
    /// for: its words, names, times and quantities.
    pub(super) fn all(
        couple: &'a Couple<'_>,
        roster: &Roster,
        side: Side,
        linked: &HashSet<usize>,
    ) -> Vec<Account<'a>> {
        let reading = *couple.readings.get(side);
        let sentences = reading.sentences.iter().enumerate();
        sentences
            .map(|(number, sentence)| {
                let terms = couple.wording.terms(side, number);
                let named = |tokens: &[Token<'a>]| roster.named(side, sentence.span, tokens);
                let mut account = Account::new(&reading.article.text, sentence.span, terms, named);
                if linked.contains(&number) {
                    account.find_claims();
                }
                account
            })
            .collect()
    }

    fn new(
        text: &'a str,
        span: Span,
        terms: &'a [Term],
        named: impl Fn(&[Token<'a>]) -> Vec<Named>,
    ) -> Account<'a> {
        let tokens: Vec<Token<'a>> = terms
            .iter()
            .map(|term| Token {
                term,
                word: fold(term.span.of(text)),
            })
            .collect();
        let telling = tokens.iter().filter(|token| token.tells());
        let mut keys: Vec<&str> = telling.map(|token| token.term.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        let named = named(&tokens);
        let mut account = Account {
            text,
            span,
            tokens,
            quantities: Vec::new(),
            named,
            lists: Vec::new(),
            deeds: Vec::new(),
            parties: Vec::new(),
            hedges: Vec::new(),
            marks: Vec::new(),
            times: Vec::new(),
            keys,
        };
        account.times = times(&account);
        account.quantities = quantities(&account);
        account
    }

    fn find_claims(&mut self) {
        self.lists = lists(self);
        self.deeds = deeds(self);
        self.parties = parties(self);
        self.hedges = hedges(self);
        self.marks = marks(self);
    }

    /// The word at `at`, folded; empty when there is none.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.word)
    }

    /// The word that stands `back` words before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// What stands between the word at `at` and the one before it; at the sentence's beginning, what opens it.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let start = before.map_or(self.span.start, |token| token.term.span.end);
        let end = self
            .tokens
            .get(at)
            .map_or(self.span.end, |token| token.term.span.start);
        Span::new(start.min(end), end).of(self.text)
    }

    /// Where the words of that range stand.
    pub(super) fn place(&self, range: Range<usize>) -> Span {
        let tokens = self.tokens.get(range).unwrap_or_default();
        Span::covering(tokens.iter().map(|token| token.term.span)).unwrap_or_default()
    }

    /// The text of the words of that range.
    pub(super) fn words(&self, range: Range<usize>) -> &'a str {
        self.place(range).of(self.text)
    }

    /// Whether that one is named, described or not.
    pub(super) fn names(&self, figure: Figure) -> bool {
        self.named.iter().any(|named| named.figure == figure)
    }

    /// The text of the first few of these words.
    pub(super) fn in_words(&self, spans: impl IntoIterator<Item = Span>) -> String {
        const MOST: usize = 3;
        let words = spans.into_iter().take(MOST).map(|span| span.of(self.text));
        words.collect::<Vec<_>>().join(" ")
    }

    /// The nearest words that tell something before the word at `at`, nearest first, and not across a number.
    pub(super) fn telling_before(&self, at: usize) -> impl Iterator<Item = &'a Term> {
        let before = self.tokens.get(..at).unwrap_or_default().iter().rev();
        telling(before)
    }

    /// The nearest words that tell something from the word at `at` on.
    pub(super) fn telling_from(&self, at: usize) -> impl Iterator<Item = &'a Term> {
        let after = self.tokens.get(at..).unwrap_or_default().iter();
        telling(after)
    }
}

/// How many numbers, names, days and doubts of one sentence are looked at; a bound on work, not on writing.
pub(super) const MOST: usize = 48;

/// How many words away something still belongs to a word.
const NEAR: usize = 9;
/// How many words that tell are looked at on each side.
const TELLING: usize = 3;

fn telling<'a: 'b, 'b>(
    tokens: impl Iterator<Item = &'b Token<'a>>,
) -> impl Iterator<Item = &'a Term> {
    tokens
        .take(NEAR)
        .take_while(|token| token.term.kind != TermKind::Number)
        .filter(|token| token.tells())
        .take(TELLING)
        .map(|token| token.term)
}
