use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashMap;

use super::group::{Story, stories};
use super::terms::{Terms, key};
use crate::article::Article;
use crate::name::{is_role, is_source_noun};
use crate::text::form::{is_like_adjective, is_seldom_noun};
use crate::text::{Span, Term, TermKind, WordList, fold, on_one_line, terms, without_possessive};

const GRAMMAR: &str = include_str!("../../assets/grammar.txt");
static DETERMINERS: WordList = WordList::part(GRAMMAR, "determiners");
static PREPOSITIONS: WordList = WordList::part(GRAMMAR, "prepositions");
static NO_HEADS: WordList = WordList::part(GRAMMAR, "no heads");

/// The most phrases of a label.
const PHRASES: usize = 3;

/// The most words of a phrase.
const WORDS: usize = 3;

/// What a phrase must be worth beside the best, so that a telling one does not stand among chance ones.
const LEAST: f32 = 0.3;

/// So many bytes of an article are looked through: what it is about stands at its beginning.
const BYTES: usize = 4_000;

/// Of so many times that words stand in a story, they must once stand as a noun does.
const ONCE_OF: usize = 3;

/// Words that stand together, as some articles of a story have them.
#[derive(Default)]
struct Phrase {
    worth: f32,
    articles: BTreeSet<usize>,
    /// How often it stands as a noun does.
    as_noun: usize,
    /// How often each way of writing it occurs.
    written: BTreeMap<String, usize>,
}

type Phrases = BTreeMap<Vec<u32>, Phrase>;

/// What stands above the articles that are each about an event of their own.
pub const ALONE: &str = "On their own";

/// Articles about the same event, and what the story is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedStory {
    /// A few words, names above all, that most of its articles share and others do not: *Corby paint factory, blaze*. Empty
    /// for an article alone.
    pub label: String,
    /// Their numbers, in order.
    pub articles: Vec<usize>,
}

/// Groups articles by event as [`stories`] does, and reads from each story's articles what it is called.
pub fn named_stories(articles: &[(&Article, &Terms)]) -> Vec<NamedStory> {
    let terms: Vec<&Terms> = articles.iter().map(|(_, terms)| *terms).collect();
    let stories = stories(&terms).into_iter();
    let named = stories.map(|story| {
        let members = story.articles.iter().filter_map(|&one| articles.get(one));
        let members: Vec<&Article> = members.map(|(article, _)| *article).collect();
        NamedStory {
            label: story.label(&members),
            articles: story.articles,
        }
    });
    named.collect()
}

/// What stands above the articles of a story: its place among all, from 0, and its label if it has one.
pub fn story_name(place: usize, label: &str) -> String {
    let name = format!("Story {}", place + 1);
    if label.is_empty() {
        name
    } else {
        format!("{name}: {label}")
    }
}

impl Story {
    /// `articles` are its articles, in whatever order.
    fn label(&self, articles: &[&Article]) -> String {
        let telling: HashMap<u32, f32> = self.telling.iter().copied().collect();
        if telling.is_empty() {
            return String::new();
        }
        let mut phrases = Phrases::new();
        for (number, article) in articles.iter().enumerate() {
            collect(number, article, &telling, &mut phrases);
        }
        phrases.retain(|_, phrase| {
            let times: usize = phrase.written.values().sum();
            2 * phrase.articles.len() > articles.len() && ONCE_OF * phrase.as_noun >= times
        });
        joined(phrases)
    }
}

/// Adds the phrases of telling words that an article has.
fn collect(number: usize, article: &Article, telling: &HashMap<u32, f32>, phrases: &mut Phrases) {
    let mut left = BYTES;
    for span in article.body() {
        let words = span.of(&article.text);
        let words = words
            .get(..words.floor_char_boundary(left))
            .unwrap_or(words);
        let terms = terms(words);
        for from in 0..terms.len() {
            let (before, run) = terms.split_at(from);
            add_run(
                before,
                run,
                words,
                telling,
                |keys, worth, written, is_noun| {
                    let phrase = phrases.entry(keys.to_vec()).or_default();
                    phrase.worth = phrase.worth.max(worth);
                    phrase.articles.insert(number);
                    phrase.as_noun += usize::from(is_noun);
                    *phrase.written.entry(bare(written)).or_default() += 1;
                },
            );
        }
        left = left.saturating_sub(span.len());
        if left == 0 {
            return;
        }
    }
}

/// What the words of a phrase tell: the most telling one, and the others.
#[derive(Default)]
struct Worth {
    best: f32,
    others: f32,
}

impl Worth {
    fn add(&mut self, told: f32) {
        self.others += told.min(self.best);
        self.best = self.best.max(told);
    }
}

/// Adds what begins with the first term of `run`: that alone, and with those after it that only a space or a hyphen parts
/// from it. What a hyphen joins to another word is not taken without that. `add` is told last whether it stands as a name or
/// a noun does: no other word of content follows.
fn add_run(
    before: &[Term],
    run: &[Term],
    text: &str,
    telling: &HashMap<u32, f32>,
    mut add: impl FnMut(&[u32], f32, &str, bool),
) {
    let Some(start) = run.first().map(|first| first.span.start) else {
        return;
    };
    if text
        .get(..start)
        .is_some_and(|before| before.ends_with('-'))
    {
        return;
    }
    let led = before.last().is_none_or(|before| may_lead(before, text));
    let (mut keys, mut worth, mut end) = (Vec::new(), Worth::default(), start);
    for (number, term) in run.iter().take(WORDS).enumerate() {
        let told = telling.get(&key(term)).copied().unwrap_or_default() * sort(term, text);
        let parted = !matches!(text.get(end..term.span.start), Some("" | " " | "-"));
        if told == 0.0 || parted {
            return;
        }
        keys.push(key(term));
        worth.add(told);
        end = term.span.end;
        let written = Span::new(start, end).of(text);
        let joined = text.get(end..).is_some_and(|after| after.starts_with('-'));
        let next = run
            .get(number + 1)
            .filter(|next| next.span.start == end + 1);
        // What stands before a role belongs to it: *Defence Secretary*.
        let before_role = next.is_some_and(|next| is_role(&fold(next.span.of(text))));
        let is_name = term.kind == TermKind::Capitalised;
        if !joined && !before_role && may_end(term, text) {
            let ends = next.is_none_or(|next| next.kind != TermKind::Word);
            let is_noun = is_name || led && ends;
            add(&keys, worth.best + worth.others / 2.0, written, is_noun);
        }
        if bare(written).len() < written.len() {
            return;
        }
    }
}

/// Whether a noun may stand after a word: not after *to*, *will*, *they*, which verbs follow.
fn may_lead(term: &Term, text: &str) -> bool {
    let word = fold(term.span.of(text));
    let of_noun = || DETERMINERS.has(&word) || word != "to" && PREPOSITIONS.has(&word);
    term.kind != TermKind::Function || of_noun()
}

/// Whether a phrase may end with a word: with a name or what seems a noun.
fn may_end(term: &Term, text: &str) -> bool {
    let word = fold(term.span.of(text));
    let is_verb = word.len() > 4 && word.ends_with("ed");
    term.kind == TermKind::Capitalised
        || !is_verb && !word.ends_with("ly") && !is_like_adjective(&word) && !NO_HEADS.has(&word)
}

/// What a sort of word is worth in a label.
fn sort(term: &Term, text: &str) -> f32 {
    let word = fold(term.span.of(text));
    match term.kind {
        TermKind::Function | TermKind::Number => 0.0,
        _ if term.is_general() || word.len() < 3 => 0.0,
        _ if is_role(&word) => 0.0,
        _ if is_source_noun(&word) => 0.3,
        // Names weigh double already.
        TermKind::Capitalised => 0.6,
        TermKind::Word if is_seldom_noun(&word) => 0.3,
        TermKind::Word => 1.0,
    }
}

/// Words without line breaks and a possessive at their end.
fn bare(written: &str) -> String {
    let words = on_one_line(written);
    without_possessive(words.trim_end_matches(['’', '\''])).to_owned()
}

/// The best phrases that share no word.
fn joined(phrases: Phrases) -> String {
    let mut ranked: Vec<(Vec<u32>, Phrase)> = phrases.into_iter().collect();
    ranked.sort_by(|(_, a), (_, b)| {
        let worth = b.worth.total_cmp(&a.worth);
        worth.then_with(|| a.written.keys().cmp(b.written.keys()))
    });
    let least = ranked.first().map_or(0.0, |(_, best)| LEAST * best.worth);
    let mut used: BTreeSet<u32> = BTreeSet::new();
    let mut label: Vec<String> = Vec::new();
    for (keys, phrase) in ranked {
        if label.len() == PHRASES || phrase.worth < least {
            break;
        }
        if keys.iter().any(|key| used.contains(key)) {
            continue;
        }
        used.extend(keys);
        let written = phrase.written.into_iter();
        let usual = written.max_by_key(|(written, times)| (*times, Reverse(written.clone())));
        label.extend(usual.map(|(written, _)| written));
    }
    label.join(", ")
}
