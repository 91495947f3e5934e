use std::{borrow::Cow, sync::OnceLock};

use foldhash::{HashMap, HashMapExt, HashSet};
use frostem::{Algorithm, Stemmer};

use super::list::{FUNCTION_WORDS, entries};
use super::{Span, Word, fold, words};

static GENERAL_WORDS: &str = include_str!("../../assets/general_words.txt");
static GENERAL: OnceLock<HashSet<String>> = OnceLock::new();
static EQUAL_WORDS: &str = include_str!("../../assets/equal_words.txt");

/// A word, or a few that stand for one, as two articles are compared by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The same for inflections, number words and digits, and the forms of `assets/equal_words.txt`.
    pub key: String,
    /// Where it stands.
    pub span: Span,
    /// What sort of word it is.
    pub kind: TermKind,
}

/// What a term is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermKind {
    /// Grammar: *the*, *of*, *was*.
    Function,
    /// Written with digits or as a number word.
    Number,
    /// Begins with a capital letter; a name, or the first word of a sentence.
    Capitalised,
    /// Any other word.
    Word,
}

impl Term {
    /// Whether it says something on its own.
    pub fn is_content(&self) -> bool {
        self.kind != TermKind::Function
    }

    /// Whether it is a word of any news text (*said*, *Monday*), which tells nothing of what a passage is about.
    pub fn is_general(&self) -> bool {
        is_general(&self.key)
    }
}

/// Whether `key` is of a word of any news text; see [`Term::is_general`].
pub fn is_general(key: &str) -> bool {
    GENERAL
        .get_or_init(|| {
            let words = entries(GENERAL_WORDS).flat_map(str::split_whitespace);
            words.map(stem).collect()
        })
        .contains(key)
}

/// The terms of `text`, in order.
pub fn terms(text: &str) -> Vec<Term> {
    let words: Vec<Word<'_>> = words(text).collect();
    let mut terms = Vec::with_capacity(words.len());
    let mut rest = words.as_slice();
    while let Some(word) = rest.first() {
        let (term, length) = equal_form(text, rest).unwrap_or_else(|| (plain_term(word), 1));
        terms.push(term);
        rest = &rest[length..];
    }
    terms
}

/// What the English Snowball stemmer leaves of a folded word; its possessive is cut off first.
pub fn stem(folded: &str) -> String {
    let bare = folded
        .strip_suffix("'s")
        .or_else(|| folded.strip_suffix('\''));
    STEMMER
        .get_or_init(|| Stemmer::new(Algorithm::English))
        .stem(bare.unwrap_or(folded))
        .into_owned()
}

static STEMMER: OnceLock<Stemmer> = OnceLock::new();

fn plain_term(word: &Word<'_>) -> Term {
    let folded = fold(word.text);
    let (key, kind) = if let Some(number) = number(&folded) {
        (number, TermKind::Number)
    } else if FUNCTION_WORDS.has(&folded) {
        (folded.into_owned(), TermKind::Function)
    } else if word.is_capitalised() {
        (stem(&without_stops(&folded)), TermKind::Capitalised)
    } else {
        (stem(&folded), TermKind::Word)
    };
    Term {
        key,
        span: word.span,
        kind,
    }
}

/// Initials as they are written without full stops: *F.B.I.*, *FBI*.
fn without_stops(folded: &str) -> Cow<'_, str> {
    let initials = folded.contains('.') && !folded.chars().any(|letter| letter.is_ascii_digit());
    if initials {
        Cow::Owned(folded.replace('.', ""))
    } else {
        Cow::Borrowed(folded)
    }
}

/// A number's digits, without the commas that part thousands.
fn number(folded: &str) -> Option<String> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const TENS: [&str; 7] = [
        "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    if folded.starts_with(|first: char| first.is_ascii_digit()) {
        return Some(folded.replace(',', ""));
    }
    // "one" is a pronoun more often than a number.
    let small = WORDS
        .iter()
        .position(|&word| word == folded && word != "one");
    let tens = || {
        TENS.iter()
            .position(|&word| word == folded)
            .map(|at| 30 + 10 * at)
    };
    small.or_else(tens).map(|number| number.to_string())
}

/// The term that the first of `words` begin, if they are one of the forms that are compared as another.
fn equal_form(text: &str, words: &[Word<'_>]) -> Option<(Term, usize)> {
    let forms = FORMS
        .get_or_init(equal_forms)
        .get(fold(words[0].text).as_ref())?;
    let (form, length) = forms.iter().find_map(|form| {
        let length = form.words.len();
        let candidate = words.get(..length)?;
        let same = candidate.iter().zip(&form.words).all(|(word, wanted)| {
            let possessive = word.text.trim_end_matches("'s").trim_end_matches("’s");
            if form.in_capitals {
                possessive == *wanted
            } else {
                fold(possessive) == *wanted
            }
        });
        same.then_some((form, length))
    })?;
    let span = Span::new(words[0].span.start, words[length - 1].span.end);
    let kind = if span.of(text).starts_with(char::is_uppercase) {
        TermKind::Capitalised
    } else {
        TermKind::Word
    };
    let term = Term {
        key: form.key.to_owned(),
        span,
        kind,
    };
    Some((term, length))
}

struct Form {
    words: Vec<&'static str>,
    key: &'static str,
    in_capitals: bool,
}

static FORMS: OnceLock<HashMap<String, Vec<Form>>> = OnceLock::new();

/// The forms by their first word, folded, the longest first.
fn equal_forms() -> HashMap<String, Vec<Form>> {
    let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
    for line in entries(EQUAL_WORDS) {
        let key = line.split('|').next().unwrap_or_default().trim();
        for form in line.split('|') {
            let words: Vec<&str> = form.split_whitespace().collect();
            let Some(first) = words.first() else { continue };
            let first = fold(first).into_owned();
            for first in [format!("{first}'s"), first] {
                let in_capitals = form.chars().any(char::is_uppercase);
                forms.entry(first).or_default().push(Form {
                    words: words.clone(),
                    key,
                    in_capitals,
                });
            }
        }
    }
    for same_start in forms.values_mut() {
        same_start.sort_by_key(|form| std::cmp::Reverse(form.words.len()));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_key() {
        same("Russian attacks continued", "russian attack continues");
        same(
            "The U.S. and Britain’s allies",
            "the US and United Kingdom’s ally",
        );
        same("twelve dead", "12 dead");
        same("12,500 troops", "12500 troops");
        same("the F.B.I. and N.A.A.C.P. men", "the FBI and NAACP men");
        same(
            "Sen. Jane Doe and Gov. Roe",
            "Senator Jane Doe and Governor Roe",
        );
        same("the senators", "the Senator");
    }

    #[test]
    fn different_words_have_different_keys() {
        assert_ne!(key_list("he told us"), key_list("he told US"));
        assert_ne!(key_list("four regions"), key_list("two regions"));
    }

    #[test]
    fn a_few_words_can_be_one_term() {
        let text = "In the United Kingdom now";
        let found: Vec<_> = terms(text).iter().map(|term| term.span.of(text)).collect();
        assert_eq!(found, ["In", "the", "United Kingdom", "now"]);
    }

    #[track_caller]
    fn same(a: &str, b: &str) {
        assert_eq!(key_list(a), key_list(b));
    }

    fn key_list(text: &str) -> Vec<String> {
        terms(text).into_iter().map(|term| term.key).collect()
    }
}
