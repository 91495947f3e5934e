//! Runs of capitalised words, from which names are taken.

use std::borrow::Cow;
use std::ops::Range;

use foldhash::{HashSet, HashSetExt};

use super::role::{is_modifier, is_role, is_source_noun, is_title};
use crate::text::list::{DATE_WORDS, FUNCTION_WORDS};
use crate::text::{Span, Word, WordList, fold, words};

const SOURCE: &str = include_str!("../../assets/name_words.txt");

static NO_NAMES: WordList = WordList::part(SOURCE, "no names");
static PARTICLES: WordList = WordList::part(SOURCE, "particles");
static PAPERS: WordList = WordList::part(SOURCE, "papers");
static HALVES: WordList = WordList::part(SOURCE, "halves");
static CAUSES: WordList = WordList::part(SOURCE, "causes");
static BODIES: WordList = WordList::part(SOURCE, "bodies");
static NO_INITIALS: WordList = WordList::part(SOURCE, "no initials");

/// Whether `folded` has no letter among the initials of a body.
pub(super) fn is_no_initial(folded: &str) -> bool {
    NO_INITIALS.has(folded)
}

/// Whether a name that holds `folded` is that of an organisation.
pub(super) fn is_body_word(folded: &str) -> bool {
    BODIES.has(folded)
}

/// Whether a paper goes by `folded` alone: *the Times*.
pub(super) fn is_paper(folded: &str) -> bool {
    PAPERS.has(folded)
}

/// Whether `folded` is a small word inside names.
pub(super) fn is_particle(folded: &str) -> bool {
    PARTICLES.has(folded)
}

/// The words of one block with the runs among them.
pub(super) struct Line<'a> {
    pub(super) words: Vec<Word<'a>>,
    pub(super) runs: Vec<Run>,
}

/// Capitalised words that stand together; ranges are of `Line::words`.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) words: Range<usize>,
    /// Its first word may be capitalised only because a sentence begins with it.
    pub(super) begins: bool,
}

/// The words of the block at `block`, with their places in `text`.
pub(super) fn words_of(text: &str, block: Span) -> Vec<Word<'_>> {
    words(block.of(text))
        .map(|word| Word {
            span: word.span.shifted(block.start),
            ..word
        })
        .collect()
}

/// The runs among the words `found` in the block at `block`. `lower` holds the folded words that the article also writes in
/// lower case.
pub(super) fn line<'a>(
    text: &str,
    block: Span,
    found: Vec<Word<'a>>,
    lower: &HashSet<Cow<'_, str>>,
) -> Line<'a> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < found.len() {
        if !found[at].is_capitalised() {
            at += 1;
            continue;
        }
        let end = run_end(text, &found, at);
        let begins = begins_sentence(text, block, &found, at);
        runs.extend(trimmed(
            &found,
            Run {
                words: at..end,
                begins,
            },
            lower,
        ));
        at = end;
    }
    Line { words: found, runs }
}

/// The words of a title at `block` that are `known` names. Its other capitals tell nothing: *Obama Taunts Rivals*.
pub(super) fn known_words<'a>(text: &'a str, block: Span, known: &HashSet<String>) -> Line<'a> {
    let Line { words, .. } = line(text, block, words_of(text, block), &HashSet::new());
    let named = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.is_capitalised() && known.contains(fold(word.bare()).as_ref()));
    let runs = named
        .map(|(at, _)| Run {
            words: at..at + 1,
            begins: false,
        })
        .collect();
    Line { words, runs }
}

/// Two words of a name as `lower_case_words` holds them.
fn paired(first: &Word<'_>, second: &Word<'_>) -> String {
    format!("{} {}", fold(first.bare()), fold(second.bare()))
}

/// A word as `lower_case_words` holds it that stands capitalised within a sentence.
fn within(word: &Word<'_>) -> String {
    format!(" {}", fold(word.bare()))
}

/// The folded words that `blocks` of `text`, given as their words, hold in lower case, and each two that stand capitalised
/// within a sentence.
pub(super) fn lower_case_words<'a>(text: &str, blocks: &[Vec<Word<'a>>]) -> HashSet<Cow<'a, str>> {
    let mut found = HashSet::new();
    for all in blocks {
        let lower = all.iter().filter(|word| !word.is_capitalised());
        found.extend(lower.map(|word| fold(word.text)));
        for two in all.windows(2) {
            if let [before, word] = two
                && word.is_capitalised()
                && text.get(before.span.end..word.span.start) == Some(" ")
            {
                found.insert(within(word).into());
            }
        }
        for three in all.windows(3) {
            if let [before, first, second] = three
                && !before.is_capitalised()
                && first.is_capitalised()
                && second.is_capitalised()
                && text.get(before.span.end..first.span.start) == Some(" ")
            {
                found.insert(paired(first, second).into());
            }
        }
    }
    found
}

fn gap<'a>(text: &'a str, before: &Word<'_>, after: &Word<'_>) -> &'a str {
    text.get(before.span.end..after.span.start)
        .unwrap_or_default()
}

fn run_end(text: &str, words: &[Word<'_>], start: usize) -> usize {
    const LONGEST: usize = 10;
    let mut end = start + 1;
    while end < words.len() && end - start < LONGEST {
        let last = &words[end - 1];
        let next = &words[end];
        if last.is_possessive() || !joined(gap(text, last, next), last) {
            break;
        }
        if next.is_capitalised() {
            end += 1;
            continue;
        }
        let Some(after) = after_particles(text, words, start, end) else {
            break;
        };
        end = after;
    }
    end
}

/// Whether what stands between two words leaves them one name.
fn joined(gap: &str, before: &Word<'_>) -> bool {
    let folded = fold(before.text);
    let abbreviated = before.text.chars().count() == 1
        || is_title(&folded)
        || matches!(folded.as_ref(), "jr" | "sr" | "st");
    matches!(gap, " " | "\u{a0}" | "-" | "‑" | " & ")
        || (abbreviated && matches!(gap, ". " | "." | ".\u{a0}"))
}

/// The end of a run after *von der Leyen* or *Department of Justice*, when small words at `at` lead on to a capital.
fn after_particles(text: &str, words: &[Word<'_>], start: usize, at: usize) -> Option<usize> {
    let reach = (at..words.len().min(at + 3)).find(|&next| words[next].is_capitalised())?;
    let plain = (at..=reach).all(|next| gap(text, &words[next - 1], &words[next]) == " ");
    let small = &words[at..reach];
    let particles = small.iter().all(|word| PARTICLES.has(word.text));
    let headed = words[start..at]
        .last()
        .is_some_and(|word| is_role(&fold(word.text)) || is_body_word(&fold(word.text)));
    // *Sen. Angus King of Maine*
    let headed = headed && !(at >= start + 3 && is_title(&fold(words[start].text)));
    let of = small[0].text == "of" && headed && small[1..].iter().all(|word| word.text == "the");
    // *Americans for Prosperity*
    let cause = small.len() == 1 && small[0].text == "for" && at == start + 1;
    let of = of || cause && CAUSES.has(&fold(words[start].text));
    let half = small.len() == 1 && small[0].text == "and" && HALVES.has(&fold(words[at - 1].text));
    (plain && (particles || of || half)).then_some(reach + 1)
}

/// Whether the word at `at` is capitalised perhaps only because of where it stands.
fn begins_sentence(text: &str, block: Span, words: &[Word<'_>], at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .map_or(block.start, |before| words[before].span.end);
    let between = Span::new(before, words[at].span.start).of(text);
    at == 0 || between.contains(['.', '?', '!', ':', '“', '"', '‘', '\'', '«', '…', '—', '•'])
}

/// A run without words at its start that only begin a sentence or name nobody; `None` when nothing is left.
fn trimmed(words: &[Word<'_>], mut run: Run, lower: &HashSet<Cow<'_, str>>) -> Option<Run> {
    while let Some(word) = words.get(run.words.start).filter(|_| !run.words.is_empty()) {
        let folded = fold(word.bare());
        let alone = run.words.len() == 1;
        // *Safari Club* is a name even where *safari* is a word, if it stands so within a sentence.
        let known = words
            .get(run.words.start + 1)
            .filter(|_| !alone)
            .is_some_and(|next| lower.contains(paired(word, next).as_str()));
        let lower_case = lower.contains(&folded) && !known;
        let group = alone && is_source_noun(&folded);
        // *Vice President*
        let leads_up = !alone
            && is_modifier(&folded)
            && words
                .get(run.words.start + 1)
                .is_some_and(|next| is_role(&fold(next.text)));
        // *Throwing*, *Publicly* begin a sentence; *Manning* stands elsewhere too.
        let suffixed = ["ing", "ly", "ed"]
            .iter()
            .any(|ending| folded.ends_with(ending));
        let opening = alone && suffixed && !lower.contains(within(word).as_str());
        let by_position = run.begins
            && (lower_case || group || opening)
            && (alone || !is_role(&folded))
            && !leads_up;
        let title = is_title(&folded) && !alone;
        let small = FUNCTION_WORDS.has(&folded) && word.text != "US" && !title;
        let particle = PARTICLES.has(&folded) && !alone;
        if particle || !small && !by_position && !(NO_NAMES.has(&folded) && (alone || run.begins)) {
            break;
        }
        run.words.start += 1;
        run.begins = false;
    }
    // *Doe Monday* is Doe, on a Monday.
    let day = |word: &Word<'_>| DATE_WORDS.has(&fold(word.text)) && word.text.ends_with("day");
    while run.words.len() > 1 && words.get(run.words.end - 1).is_some_and(day) {
        run.words.end -= 1;
    }
    // A party and state is no name: *R-Calif.*
    let party = words
        .get(run.words.start)
        .is_some_and(|word| matches!(word.text, "R" | "D" | "I"));
    let empty = run.words.is_empty() || (party && run.words.len() <= 3);
    (!empty).then_some(run)
}
