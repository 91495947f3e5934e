//! The clauses of a sentence, by words and punctuation alone.

use crate::text::form::{is_irregular, is_past};
use crate::text::list::REPORTING_VERBS;
use crate::text::{Span, Word, WordList, fold, words};

const GRAMMAR: &str = include_str!("../../assets/grammar.txt");
static LINKING: WordList = WordList::part(GRAMMAR, "linking");
static PARTING: WordList = WordList::part(GRAMMAR, "parting");
static JOINING: WordList = WordList::part(GRAMMAR, "joining");
static PRONOUNS: WordList = WordList::part(GRAMMAR, "pronouns");
static FINITE: WordList = WordList::part(GRAMMAR, "finite");
static DETERMINERS: WordList = WordList::part(GRAMMAR, "determiners");
static NO_PARTICIPLES: WordList = WordList::part(GRAMMAR, "no participles");

/// A part of a sentence that has a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its words, without the marks around them; offsets into the text.
    pub span: Span,
    /// Whether it hangs on another: it begins with a conjunction, a relative pronoun or a participle, or goes on after a
    /// clause that led up to it.
    pub hangs: bool,
}

/// The clauses of the sentence at `sentence`, in order and apart. What has no verb goes with the part before it; before
/// the first verb it stands alone.
///
/// Nothing is parsed: a clause begins after a comma, a dash or the like when it has a verb, and at some conjunctions.
pub fn clauses(text: &str, sentence: Span) -> Vec<Clause> {
    let tokens: Vec<Token<'_>> = words(sentence.of(text))
        .map(|word| Token::new(word, sentence))
        .collect();
    let starts = (0..tokens.len()).filter(|&at| at == 0 || begins(text, &tokens, at));
    let starts: Vec<usize> = starts.collect();
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    let mut parts: Vec<&[Token<'_>]> = Vec::new();
    let mut from = 0;
    for (&start, end) in starts.iter().zip(ends) {
        let part = tokens.get(start..end).unwrap_or_default();
        let semicolon = between(text, &tokens, start).contains(';');
        if start > 0 && !semicolon && !is_clause(part) {
            parts.pop();
        } else {
            from = start;
        }
        parts.extend(tokens.get(from..end));
    }
    let leads = parts.first().is_some_and(|first| leads_up(first));
    let each = parts.into_iter().enumerate();
    each.filter_map(|(place, part)| {
        Some(Clause {
            span: Span::covering(part.iter().map(|token| token.span))?,
            hangs: match place {
                0 => leads,
                1 if leads && part.first()?.is(&PRONOUNS) => true,
                _ => hangs(part),
            },
        })
    })
    .collect()
}

struct Token<'a> {
    word: Word<'a>,
    folded: String,
    span: Span,
}

impl<'a> Token<'a> {
    fn new(word: Word<'a>, sentence: Span) -> Token<'a> {
        Token {
            word,
            folded: fold(word.text).into_owned(),
            span: word.span.shifted(sentence.start),
        }
    }

    fn is(&self, list: &WordList) -> bool {
        list.has(&self.folded)
    }

    /// Whether it may be the verb of a clause: a form in *-ed*, or one of an irregular or a reporting verb.
    fn is_verb(&self) -> bool {
        let form = is_past(&self.folded) || is_irregular(&self.folded);
        !self.word.is_capitalised() && (form || self.is(&REPORTING_VERBS))
    }

    fn is_participle(&self) -> bool {
        let ing = self.folded.len() > 5 && self.folded.ends_with("ing");
        ing && !self.word.is_capitalised() && !self.is(&NO_PARTICIPLES)
    }
}

/// Whether a part of the sentence may begin with the token at `at`.
fn begins(text: &str, tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let (Some(before), Some(token)) = (before, tokens.get(at)) else {
        return false;
    };
    let between = between(text, tokens, at);
    let dash = ["--", " –", " - "];
    if between.contains([',', ';', ':', '—', '―', '(', ')'])
        || dash.into_iter().any(|dash| between.contains(dash))
    {
        return true;
    }
    let verb = |next: &Token<'_>| next.is(&FINITE) || next.is(&PRONOUNS) || next.is_verb();
    !before.is(&JOINING)
        && (token.is(&PARTING) || token.is(&JOINING) && tokens.get(at + 1).is_some_and(verb))
}

/// What stands before the token at `at`.
fn between<'a>(text: &'a str, tokens: &[Token<'_>], at: usize) -> &'a str {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let ends = before.zip(tokens.get(at));
    ends.map_or("", |(before, token)| {
        Span::new(before.span.end, token.span.start).of(text)
    })
}

/// Whether these words have a verb of their own.
fn is_clause(part: &[Token<'_>]) -> bool {
    let joining = part.iter().take_while(|token| token.is(&JOINING)).count();
    let part = part.get(joining..).unwrap_or_default();
    let Some(first) = part.first() else {
        return false;
    };
    if first.is(&LINKING) {
        return part.len() > 3;
    }
    // *the alleged gunman* has none.
    let after_determiner = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| part.get(at));
        before.is_some_and(|before| before.is(&DETERMINERS))
    };
    let mut each = part.iter().enumerate();
    first.is_participle()
        || first.is(&PRONOUNS)
        || each.any(|(at, token)| token.is(&FINITE) || token.is_verb() && !after_determiner(at))
}

/// Whether a clause that does not come first hangs on another.
fn hangs(part: &[Token<'_>]) -> bool {
    let first = part.first();
    first.is_some_and(|first| first.is(&LINKING) || first.is(&JOINING) || first.is_participle())
}

/// Whether a sentence's first clause leads up to another: *While he refused*, but not *That was it*, nor *As a result*.
fn leads_up(part: &[Token<'_>]) -> bool {
    let parting = part.first().is_some_and(|first| first.is(&PARTING));
    parting
        && part
            .iter()
            .any(|token| token.is(&FINITE) || token.is_verb())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{mark, unmark};

    #[test]
    fn a_conjunction_begins_a_clause() {
        check(
            "[The mayor cannot sell the harbour], [though he offered to talk of a lease].",
            "though he offered to talk of a lease",
        );
        check(
            "[She left the party] [because it had failed her].",
            "because it had failed her",
        );
        check(
            "[The bridge was closed] [and reopened a day later].",
            "and reopened a day later",
        );
    }

    #[test]
    fn what_a_clause_leads_up_to_hangs_on_it() {
        check(
            "[While the mayor refused to sell], [he was open to a lease].",
            "While the mayor refused to sell|he was open to a lease",
        );
    }

    #[test]
    fn what_is_added_is_a_clause() {
        check(
            "[He will not sell], [adding that the charter forbids it].",
            "adding that the charter forbids it",
        );
        check(
            "[He will not sell]; [the charter forbids it], [she was told].",
            "",
        );
    }

    #[test]
    fn a_relative_clause_stands_apart_from_what_goes_on_after_it() {
        check(
            "[Doe], [who left the council in May], [called it a scandal].",
            "who left the council in May",
        );
    }

    #[test]
    fn a_list_is_no_clause() {
        check(
            "[They came from Springfield, Shelbyville, and the old harbour].",
            "",
        );
        check(
            "[Jane Doe, the former head of the council], [resigned on Monday].",
            "",
        );
    }

    /// Expects the clauses in brackets, and of those the ones that hang on another.
    #[track_caller]
    fn check(marked: &str, hanging: &str) {
        let (text, _) = unmark(marked);
        let found = clauses(&text, Span::new(0, text.len()));
        let spans: Vec<Span> = found.iter().map(|clause| clause.span).collect();
        assert_eq!(mark(&text, &spans), marked);
        let hang = found.iter().filter(|clause| clause.hangs);
        let hang: Vec<&str> = hang.map(|clause| clause.span.of(&text)).collect();
        assert_eq!(hang.join("|"), hanging);
    }
}
