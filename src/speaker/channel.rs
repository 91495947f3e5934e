//! Through whom words came that an article has at second hand.
//!
//! A report with a cue of its own within it (*Politico reports that the mayor said …*) is taken apart before this, by
//! `quote::second_hand`.

use crate::article::Label;
use crate::name::{EntityKind, Names, name_words};
use crate::quote::Quote;
use crate::reading::Reading;
use crate::text::list::{OUTLET_ENDINGS, OUTLET_NAMES, OUTLET_VERBS, SPEECH_VERBS};
use crate::text::{Span, Word, WordList, fold, words};

const SOURCE: &str = include_str!("../../assets/outlets.txt");

static AFTER_THE: WordList = WordList::part(SOURCE, "after the");
static BEFORE: WordList = WordList::part(SOURCE, "before");

/// The paper, station or agency through which a quote came: *told CNN*, *according to Politico*, *wrote in the
/// Guardian*. `None` when the quote is at first hand, which it is too when the outlet is the article's own.
///
/// It stands in the reporter's words of the sentence that names the source, and nearer to this source than to another.
pub(super) fn channel(reading: &Reading, quote: &Quote) -> Option<Span> {
    let mention = quote.mention?;
    let region = region(reading, mention)?;
    let all = words_in(reading, region);
    let text = &reading.article.text;
    let mut at = 0;
    while at < all.len() {
        let Some(end) = outlet_end(text, &all, at) else {
            at += 1;
            continue;
        };
        let span = covering(&all[at..end]);
        let said = quote.parts.iter().any(|part| part.shared(span).is_some());
        // *Jane Doe in an interview with the Times*
        let source = span.shared(mention).is_some()
            && !Span::new(mention.start, span.start.max(mention.start))
                .of(text)
                .contains(" interview ");
        if !said && !source && is_led(&all, at, end) && is_other(reading, span) {
            return Some(span);
        }
        at = end;
    }
    None
}

/// Whose words a quote passes on whose source is an outlet: *according to Politico, Jane Doe said it is over*. The words
/// that name them, and the outlet.
pub(super) fn second_hand(reading: &Reading, quote: &Quote) -> Option<(Span, Span)> {
    let mention = quote.mention?;
    let source = words_in(reading, mention);
    let text = &reading.article.text;
    let start = source.iter().position(Word::is_capitalised)?;
    let (start, end) = (start..source.len().min(start + 2))
        .find_map(|at| outlet_end(text, &source, at).map(|end| (at, end)))?;
    let outlet = covering(&source[start..end]);
    if !is_other(reading, outlet) {
        return None;
    }
    if end < source.len() {
        // *Politico, Jane Doe*
        let rest = Span::new(source[end].span.start, mention.end);
        let named = name_at(reading, rest)?;
        let comma = Span::new(outlet.end, rest.start).of(text) == ", ";
        return (comma && named == rest).then_some((named, outlet));
    }
    let content = *quote.parts.first()?;
    let named = name_at(reading, content)?;
    let before = Span::new(content.start, named.start).of(text);
    let after = words_in(reading, Span::new(named.end, content.end));
    let verb = after.first()?;
    let subject = matches!(before.trim(), "" | "that" | "the");
    (subject && SPEECH_VERBS.has(&fold(verb.text))).then_some((named, outlet))
}

/// The first name within a span.
fn name_at(reading: &Reading, span: Span) -> Option<Span> {
    let mentions = &reading.names.mentions;
    let near = mentions.partition_point(|mention| mention.span.start < span.start);
    let first = mentions.get(near).map(|mention| mention.span);
    first.filter(|named| span.contains(*named))
}

fn words_in(reading: &Reading, span: Span) -> Vec<Word<'_>> {
    words(span.of(&reading.article.text))
        .map(|word| Word {
            span: word.span.shifted(span.start),
            ..word
        })
        .collect()
}

/// From the first of `words` to the last, without its possessive.
fn covering(words: &[Word<'_>]) -> Span {
    let ends = words.first().zip(words.last());
    ends.map_or_else(Span::default, |(first, last)| {
        Span::new(first.span.start, last.span.start + last.bare().len())
    })
}

/// Whether a name of one word is that of an outlet.
pub(super) fn is_outlet(name: &str) -> bool {
    OUTLET_NAMES.has(&fold(name))
}

/// The sentence around a source, as far as the sources of other quotes.
fn region(reading: &Reading, mention: Span) -> Option<Span> {
    let at = reading.sentence_at(mention.start);
    let mut region = reading.sentences.get(at)?.span;
    let near = reading
        .quotes
        .partition_point(|quote| quote.span().start < region.start);
    let around = reading.quotes.get(near.saturating_sub(3)..)?.iter();
    let reach = region.end + mention.len();
    let around = around.take_while(|quote| quote.span().start < reach);
    for other in around.filter_map(|quote| quote.mention) {
        if other.end <= mention.start {
            region.start = region.start.max(other.end);
        } else if other.start >= mention.end {
            region.end = region.end.min(other.start);
        }
    }
    (region.start < region.end).then_some(region)
}

/// The end of a run of capitals at `at` that names an outlet: a known name, or one that ends as those of papers do.
fn outlet_end(text: &str, all: &[Word<'_>], at: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let first = all.get(at).filter(|word| word.is_capitalised())?;
    if first.text == "The" {
        return None;
    }
    let mut end = at + 1;
    while end < all.len() && end - at < LONGEST {
        let (last, next) = (&all[end - 1], &all[end]);
        let gap = text.get(last.span.end..next.span.start);
        if last.is_possessive() || gap != Some(" ") || !next.is_capitalised() {
            break;
        }
        end += 1;
    }
    let is = |list: &WordList, word: &Word<'_>| list.has(&fold(word.bare()));
    if is(&OUTLET_NAMES, first) {
        let news = all
            .get(at + 1)
            .filter(|word| at + 1 < end && is(&OUTLET_ENDINGS, word));
        return Some(at + 1 + usize::from(news.is_some()));
    }
    let last = &all[end - 1];
    let article = at > 0 && fold(all[at - 1].text) == "the";
    let is_one = if end == at + 1 {
        article && is(&AFTER_THE, last)
    } else {
        is(&OUTLET_ENDINGS, last)
    };
    is_one.then_some(end)
}

/// Whether words came through an outlet: *told*, *according to* before it, *reported* after it.
fn is_led(all: &[Word<'_>], at: usize, end: usize) -> bool {
    let mut before = all[..at].iter().rev().map(|word| fold(word.text));
    let lead = before.find(|word| word != "the");
    let after = all.get(end).map(|word| fold(word.text));
    lead.is_some_and(|word| BEFORE.has(&word)) || after.is_some_and(|word| OUTLET_VERBS.has(&word))
}

/// Whether an outlet is the article's own: *the Gazette* in the *Springfield Gazette*.
fn is_own(label: &Label, outlet: &str) -> bool {
    let Some(own) = &label.outlet else {
        return false;
    };
    let (own, outlet) = (name_words(own), name_words(outlet));
    let within = |part: &[String], whole: &[String]| part.iter().all(|word| whole.contains(word));
    within(&own, &outlet) || within(&outlet, &own)
}

/// Whether an outlet's name is not that of the article's own, nor within somebody's: *Fox* in an article on Vicente Fox.
fn is_other(reading: &Reading, outlet: Span) -> bool {
    let Names { entities, mentions } = &reading.names;
    let near = mentions.partition_point(|mention| mention.span.end <= outlet.start);
    let mention = mentions.get(near);
    let mention = mention.filter(|mention| mention.name.shared(outlet).is_some());
    let entity = mention.and_then(|mention| entities.get(mention.entity));
    let is_person = entity.is_some_and(|entity| entity.kind == EntityKind::Person);
    !is_person && !is_own(&reading.article.label, outlet.of(&reading.article.text))
}
