//! Whether whoever says so is named.

use std::ops::Range;

use crate::alignment::{Couple, shared_by};
use crate::name::is_role;
use crate::quote::Quote;
use crate::reading::Reading;
use crate::speaker::Speaker;
use crate::text::list::{FUNCTION_WORDS, OUTLET_VERBS, SPEECH_VERBS, is_outlet};
use crate::text::{Pair, Side, Span, Term, Word, WordList, fold, terms, words};

use super::account::{Account, MOST};
use super::found::Found;
use super::ground::{Ground, Linked};
use super::{Claim, ConflictKind};

const SOURCE: &str = include_str!("../../assets/claims.txt");
static UNNAMED: WordList = WordList::part(SOURCE, "unnamed");
static KNOWING: WordList = WordList::part(SOURCE, "knowing");
static LEARNED: WordList = WordList::part(SOURCE, "learned");

/// What a sentence reports, and on whose word.
pub(super) struct Report {
    /// The words that name or describe the source.
    mention: Span,
    /// The name; `None` when only what sort of source it is is told.
    pub(super) name: Option<String>,
    /// What it says.
    parts: Vec<Span>,
}

/// For each sentence of one article what it reports, where the source is sure.
pub(super) fn reports(
    couple: &Couple<'_>,
    side: Side,
    accounts: &[Account<'_>],
) -> Vec<Vec<Report>> {
    let reading: &Reading = couple.readings.get(side);
    let article = *couple.articles.get(side);
    let mut reports: Vec<Vec<Report>> = reading.sentences.iter().map(|_| Vec::new()).collect();
    for (number, quote) in reading.quotes.iter().enumerate() {
        let speaker = couple
            .cast
            .attribution(article, number)
            .filter(|one| one.is_sure());
        let speaker = speaker.and_then(|one| couple.cast.speakers.get(one.speaker?));
        let Some(report) = speaker.and_then(|speaker| report(reading, quote, speaker)) else {
            continue;
        };
        let start = report.mention.start;
        let at = reading
            .sentences
            .partition_point(|one| one.span.end <= start);
        if let Some((here, account)) = reports.get_mut(at).zip(accounts.get(at))
            && !is_no_name(account, report.mention)
        {
            here.push(report);
        }
    }
    for (reports, account) in reports.iter_mut().zip(accounts) {
        if let Some(report) = learned(account) {
            *reports = vec![report];
        } else if reports.is_empty() {
            reports.extend(at_the_end(reading, account));
        }
    }
    reports
}

/// What a quote reports; `None` when it does not say so, or not on whose word.
fn report(reading: &Reading, quote: &Quote, speaker: &Speaker) -> Option<Report> {
    let mention = quote.mention?;
    let text = &reading.article.text;
    let cue = quote.cue.map_or("", |cue| cue.of(text));
    let cue: Vec<String> = words(cue)
        .map(|word| fold(word.text).into_owned())
        .collect();
    let mut says = cue.iter();
    let says = says.any(|word| SPEECH_VERBS.has(word) || word == "according");
    // An outlet that hands words on has them from somebody else.
    let says = says && !cue.iter().any(|word| OUTLET_VERBS.has(word));
    let told: Vec<Word<'_>> = words(mention.of(text)).collect();
    let whole = told
        .last()
        .is_some_and(|last| !FUNCTION_WORDS.has(&fold(last.text)));
    let pronoun = told.len() == 1;
    if !says || quote.stance(text).is_some() || !whole && !pronoun {
        return None;
    }
    let unnamed = speaker.described && is_unnamed(reading, mention);
    // Its first word may be capitalised for other reasons, but *Doe’s lawyer* is somebody’s.
    let identified = told.iter().enumerate().any(|(at, word)| {
        let owns = word.bare().len() < word.text.len();
        word.is_capitalised() && (at > 0 || owns)
    });
    let known = !speaker.described || unnamed || identified;
    known.then(|| Report {
        mention,
        name: (!unnamed).then(|| speaker.name.clone()),
        parts: quote.parts.clone(),
    })
}

/// Whether a mention is only the capitalised first word of its sentence: *Dozens sang*.
fn is_no_name(account: &Account<'_>, mention: Span) -> bool {
    let first = account.tokens.first();
    first.is_some_and(|first| first.term.span == mention && first.is_capitalised())
        && !account.named.iter().any(|named| named.words.start == 0)
}

/// What a whole sentence tells, where only its end says on whose word: *according to aides*, *, two officials said*.
fn at_the_end(reading: &Reading, account: &Account<'_>) -> Option<Report> {
    let words = according(account).or_else(|| said_last(account))?;
    let mention = account.place(words.clone());
    let unnamed = is_unnamed(reading, mention);
    let mut named = account.named.iter();
    let named = named.any(|named| words.contains(&named.words.start));
    (unnamed || named).then(|| Report {
        mention,
        name: (!unnamed).then(|| mention.of(account.text).to_owned()),
        parts: vec![account.span],
    })
}

/// What an outlet has at the word of somebody it does not name: *, Fox News has learned*.
fn learned(account: &Account<'_>) -> Option<Report> {
    /// How many words the longest name has, and what follows it.
    const LONGEST: usize = 8;
    let end = account.tokens.len();
    let comma = (end.saturating_sub(LONGEST)..end).rev();
    let from = comma
        .take_while(|&at| at > 0)
        .find(|&at| account.gap(at).contains(','))?;
    let verb = (from + 1..end).find(|&at| {
        let rest: Vec<&str> = (at..end).map(|at| account.word(at)).collect();
        LEARNED.has(&rest.join("-"))
    })?;
    is_outlet(account.words(from..verb)).then(|| Report {
        mention: account.place(from..end),
        name: None,
        parts: vec![account.span],
    })
}

/// The words after *according to*.
fn according(account: &Account<'_>) -> Option<Range<usize>> {
    let mut all = 0..account.tokens.len();
    let at = all.find(|&at| account.word(at) == "according" && account.word(at + 1) == "to")?;
    let end = (at + 3..account.tokens.len()).find(|&at| !account.gap(at).trim().is_empty());
    Some(at + 2..end.unwrap_or(account.tokens.len()))
}

/// The words between the last comma and the verb of speech after it.
fn said_last(account: &Account<'_>) -> Option<Range<usize>> {
    const LONGEST: usize = 10;
    let comma = (1..account.tokens.len())
        .rev()
        .find(|&at| account.gap(at).contains(','))?;
    let near = comma + 1..(comma + LONGEST).min(account.tokens.len());
    let verb = near
        .clone()
        .find(|&at| SPEECH_VERBS.has(account.word(at)))?;
    // *, an elaborate plan* has no source.
    let ends_in_noun = !FUNCTION_WORDS.has(account.before(verb, 1));
    ends_in_noun.then_some(comma..verb)
}

/// Whether the words tell only what sort of source it is: *a senior official*, not *Doe’s lawyer* nor *the police*.
fn is_unnamed(reading: &Reading, mention: Span) -> bool {
    let text = mention.of(&reading.article.text);
    let words: Vec<String> = words(text)
        .map(|word| fold(word.text).into_owned())
        .collect();
    let head = words
        .iter()
        .position(|word| UNNAMED.has(word) || is_role(word));
    let unnamed = head
        .and_then(|head| words.get(head))
        .is_some_and(|head| UNNAMED.has(head));
    // *an official statement* is no official.
    let next = head.and_then(|head| words.get(head + 1));
    let ends = next.is_none_or(|next| FUNCTION_WORDS.has(next) || KNOWING.has(next));
    let whole = words.last().is_some_and(|last| !FUNCTION_WORDS.has(last));
    unnamed && ends && whole && !text.starts_with("The ") && !text.starts_with("the ")
}

impl Ground<'_> {
    /// The words that describe the unnamed source of all that a sentence tells.
    pub(super) fn unnamed(&self, side: Side, sentence: usize) -> Option<Span> {
        let reports = self.reports.get(side).get(sentence)?;
        match reports.as_slice() {
            [only] if only.name.is_none() => Some(only.mention),
            _ => None,
        }
    }
}

/// The claims that one article has from somebody it names, the other from somebody it does not.
pub(super) fn find(ground: &Ground<'_>, linked: &Linked<'_, '_>) -> Vec<Found> {
    if linked.weak || linked.support < 2 {
        return Vec::new();
    }
    let none: &[Report] = &[];
    let reports = ground.reports.as_ref().zip(linked.sentences);
    let reports = reports.map(|(reports, at)| reports.get(at).map_or(none, Vec::as_slice));
    let mut found = Vec::new();
    for pair in reports.crossed() {
        if pair.left.name.is_some() != pair.right.name.is_some()
            && !knows_both(ground, pair)
            && !speaks_of_both(linked, pair)
            && let Some(about) = same_claim(linked, pair)
        {
            found.push(told(linked, pair, about));
        }
    }
    found
}

/// Whether the article that leaves its source unnamed reports words of the other's source too.
fn knows_both(ground: &Ground<'_>, pair: Pair<&Report>) -> bool {
    pair.sides().into_iter().any(|(side, report)| {
        let across = ground.sources.get(side.other());
        report
            .name
            .as_ref()
            .is_some_and(|name| across.contains(name))
    })
}

/// Whether the sentence that leaves its source unnamed speaks of the other’s source.
fn speaks_of_both(linked: &Linked<'_, '_>, pair: Pair<&Report>) -> bool {
    pair.sides().into_iter().any(|(side, report)| {
        let name = report.name.as_deref().unwrap_or_default();
        let other = linked.accounts.get(side.other());
        let head = terms(name).pop();
        head.is_some_and(|head| other.tokens.iter().any(|token| token.term.key == head.key))
    })
}

/// What both sources say, in the words of each; `None` when that is not sure to be one thing.
fn same_claim(linked: &Linked<'_, '_>, pair: Pair<&Report>) -> Option<Pair<String>> {
    let said = linked
        .accounts
        .zip(pair)
        .map(|(account, report)| said(account, report));
    let common = shared_by(said.as_ref().map(Vec::as_slice));
    let least = said.left.len().min(said.right.len());
    let shared = common.left.len().min(common.right.len());
    let telling = shared >= 4 && 3 * shared >= least || shared >= 3 && 2 * shared >= least;
    let short = 2 * shared >= least && shared + linked.common >= 2;
    let surely =
        linked.strong && (shared >= 2 && shared + linked.common >= 3 || shared >= 1 && short);
    (telling || surely).then(|| linked.in_words(common))
}

fn said<'a>(account: &Account<'a>, report: &Report) -> Vec<&'a Term> {
    let tokens = account.tokens.iter().filter(|token| {
        token.tells()
            && !token.is_capitalised()
            && !report.mention.contains(token.term.span)
            && report
                .parts
                .iter()
                .any(|part| part.contains(token.term.span))
    });
    tokens.take(MOST).map(|token| token.term).collect()
}

fn told(linked: &Linked<'_, '_>, pair: Pair<&Report>, about: Pair<String>) -> Found {
    Found {
        kind: ConflictKind::Source,
        claims: linked.accounts.zip(pair).map(|(account, report)| Claim {
            spans: vec![report.mention],
            says: match &report.name {
                Some(name) => name.clone(),
                None => format!("unnamed: {}", report.mention.of(account.text)),
            },
        }),
        about,
        evidence: linked.support,
    }
}
