//! Words that say who somebody is, beside the name or instead of it: *Sen. Jane Doe (R-Ariz.)*, *the Arizona Republican*.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use foldhash::HashMap;

use crate::name::{Mention, is_role, is_title};
use crate::text::list::{FUNCTION_WORDS, entries};
use crate::text::{Word, fold, words};

const SOURCE: &str = include_str!("../../assets/epithets.txt");

/// Words that say who somebody is, folded, short forms written out.
pub(super) type Epithets = BTreeSet<String>;

/// What the words of a description or of a role say.
pub(super) fn epithets(phrase: &str) -> Epithets {
    // *Mass.* is a state, *mass* is none; *Miss* is one only with its stop.
    let can_be_short = |word: &Word<'_>, folded: &str| {
        let stop = phrase.get(word.span.end..).unwrap_or_default();
        word.is_capitalised() && (!is_title(folded) || stop.starts_with('.'))
    };
    let (folded, may_be_short): (Vec<_>, Vec<bool>) = words(phrase)
        .map(|word| {
            let folded = fold(word.bare());
            let short = can_be_short(&word, &folded);
            (folded, short)
        })
        .unzip();
    let mut said = Epithets::new();
    let mut at = 0;
    while let Some(word) = folded.get(at) {
        let two = folded.get(at + 1).map(|next| format!("{word}-{next}"));
        if let Some(known) = two.as_deref().and_then(|two| written_out().get(two)) {
            said.insert((*known).to_owned());
            at += 2;
            continue;
        }
        let short = may_be_short[at] || !word_is_short_state(word);
        at += 1;
        if !FUNCTION_WORDS.has(word) {
            let known = written_out().get(word.as_ref()).copied();
            let known = known.filter(|_| short);
            said.insert(known.unwrap_or(word).to_owned());
        }
    }
    said
}

/// What stands beside a name in the text: the role before it, a party and state or an apposition after it.
pub(super) fn beside(text: &str, mention: &Mention) -> Epithets {
    let before = text.get(mention.span.start..mention.name.start);
    let mut said = epithets(before.unwrap_or_default());
    let after = text.get(mention.name.end..).unwrap_or_default();
    said.extend(after_name(after).map(epithets).unwrap_or_default());
    said
}

/// The words right after a name that say who it is: *(R-Ariz.)*, *, a Republican of Arizona,*, *of Arizona*.
fn after_name(after: &str) -> Option<&str> {
    const LONGEST: usize = 120;
    // A line may have any length: no more of it is searched for its end than its two bytes need.
    let near = after.get(..after.floor_char_boundary(LONGEST + 2))?;
    let line = near.lines().next()?;
    let line = line.get(..line.floor_char_boundary(LONGEST))?;
    if let Some(inner) = line.strip_prefix(" (") {
        let inner = inner.split(')').next()?;
        return is_party_and_state(inner).then_some(inner);
    }
    if let Some(place) = line.strip_prefix(" of ") {
        let end = place.find([',', '.', ';', ')']).unwrap_or(place.len());
        let two: Vec<&str> = place[..end].split(' ').take(2).collect();
        let first = two.first()?;
        let whole = place.get(..two.join(" ").len())?;
        return [whole, *first].into_iter().find(|place| is_state(place));
    }
    let apposed = line
        .strip_prefix(", ")
        .or_else(|| line.strip_prefix(" — "))?;
    let end = apposed.find([',', ';', '—', '(']).unwrap_or(apposed.len());
    let apposed = &apposed[..end];
    let mut all = words(apposed);
    let first = fold(all.next()?.text);
    let opens = matches!(first.as_ref(), "the" | "a" | "an" | "former") || is_role(&first);
    let role = words(apposed).any(|word| is_role(&fold(word.text)) || is_title(&fold(word.text)));
    (is_party_and_state(apposed) || opens && role).then_some(apposed)
}

/// *R-Ariz.*, *D-Calif.*, *Ariz.*
fn is_party_and_state(phrase: &str) -> bool {
    let phrase = phrase.trim();
    let state = match phrase.split_once(['-', '‑', '–']) {
        Some(("R" | "D" | "I", state)) => state,
        Some(_) => return false,
        None => phrase,
    };
    is_state(state)
}

fn word_is_short_state(word: &str) -> bool {
    let whole = written_out().get(word);
    whole.is_some_and(|whole| *whole != word && states().contains(whole))
}

fn is_state(phrase: &str) -> bool {
    let said = epithets(phrase);
    said.len() == 1 && said.iter().all(|word| states().contains(word.as_str()))
}

/// The states among epithets.
pub(super) fn states_of(epithets: &Epithets) -> impl Iterator<Item = &String> {
    epithets
        .iter()
        .filter(|word| states().contains(word.as_str()))
}

fn written_out() -> &'static HashMap<&'static str, &'static str> {
    static WORDS: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    WORDS.get_or_init(|| {
        lines()
            .filter_map(|(_, line)| Some((line.split_whitespace().next()?, line)))
            .flat_map(|(word, line)| line.split_whitespace().map(move |form| (form, word)))
            .collect()
    })
}

fn states() -> &'static BTreeSet<&'static str> {
    static STATES: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    STATES.get_or_init(|| {
        let states = lines().filter(|(part, _)| *part == "states");
        let heads = states.filter_map(|(_, line)| line.split_whitespace().next());
        heads.collect()
    })
}

/// The lines of the list, each with the name of its part.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut part = "";
    entries(SOURCE).filter_map(move |line| {
        let name = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'));
        part = name.unwrap_or(part);
        name.is_none().then_some((part, line))
    })
}
