//! Who is present in a reader's mind at a place in an article: who was named, who spoke, who a sentence is about.

use super::grammar::{OPENERS, PREPOSITIONS, SUBORDINATE};
use super::mention::{Description, description};
use super::people::People;
use super::reason::Reason;
use super::resolve::Whom;
use super::role::{could_be, fits};
use crate::name::{Gender, Mention, is_standing};
use crate::quote::Quote;
use crate::reading::Reading;
use crate::text::{Span, fold, words};

/// What an article has told up to a place, which moves on through it.
pub(super) struct Presence<'a> {
    article: usize,
    pub(super) reading: &'a Reading,
    pub(super) people: &'a People,
    /// Who was found to have said what so far.
    pub(super) said: Vec<Said>,
    /// Pronouns and descriptions that begin a sentence, and whom they stand for, in order.
    stand_ins: Vec<(Span, usize)>,
    /// How many sentences have been searched for these.
    searched: usize,
    /// For each sentence, how many before it lie within somebody's direct words.
    quoted: Vec<usize>,
}

/// That somebody said something.
pub(super) struct Said {
    pub(super) whom: Whom,
    pub(super) joint: Vec<usize>,
    /// Where the words and their attribution end.
    pub(super) end: usize,
}

/// A candidate for a pronoun or description.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) person: usize,
    pub(super) score: f32,
    pub(super) reason: Reason,
}

/// A place where somebody is named or stood for.
struct Stand {
    span: Span,
    name: Span,
    person: usize,
}

impl<'a> Presence<'a> {
    pub(super) fn new(article: usize, reading: &'a Reading, people: &'a People) -> Presence<'a> {
        let mut runs = reading
            .quotes
            .iter()
            .flat_map(|quote| &quote.quoted)
            .peekable();
        let mut count = 0;
        let mut quoted = vec![0];
        for sentence in &reading.sentences {
            while runs.next_if(|run| run.end < sentence.span.start).is_some() {}
            let within = |run: &&Span| {
                run.start <= sentence.span.start + 3 && run.end + 3 >= sentence.span.end
            };
            count += usize::from(runs.peek().is_some_and(within));
            quoted.push(count);
        }
        Presence {
            article,
            reading,
            people,
            said: Vec::new(),
            stand_ins: Vec::new(),
            searched: 0,
            quoted,
        }
    }

    /// The person that an entity of the article is.
    pub(super) fn person(&self, entity: usize) -> usize {
        self.people.of(self.article, entity)
    }

    /// Moves on to the byte `at`: finds whom the pronouns and descriptions stand for that begin the sentences up to it.
    pub(super) fn move_on(&mut self, at: usize) {
        /// In bytes: less of a sentence is not yet its subject.
        const OPENING_BYTES: usize = 20;
        let end = self.reading.sentence_at(at);
        while self.searched <= end {
            let sentence = self.reading.sentences.get(self.searched);
            let Some(span) = sentence.map(|sentence| sentence.span) else {
                break;
            };
            // A pronoun at `at` itself is asked for there.
            let end = span.end.min(at);
            if self.searched == self.reading.sentence_at(at) && end < span.start + OPENING_BYTES {
                break;
            }
            self.searched += 1;
            self.begin(span);
        }
    }

    fn begin(&mut self, sentence: Span) {
        const LONGEST: usize = 4;
        let whole = sentence.of(&self.reading.article.text);
        // *Then, the congressman …*
        let opener = words(whole)
            .next()
            .filter(|first| OPENERS.has(&fold(first.text)));
        let skipped = opener.map_or(0, |opener| opener.span.end);
        let sentence = Span::new(sentence.start + skipped, sentence.end);
        let text = sentence.of(&self.reading.article.text);
        let Some(first) = words(text).next() else {
            return;
        };
        let place = first.span.shifted(sentence.start);
        if self.is_quoted(place) || self.is_stand_in(place) {
            return;
        }
        let folded = fold(first.text);
        let choice = match folded.as_ref() {
            "he" => self.pronoun(place, Gender::Male, &[]),
            "she" => self.pronoun(place, Gender::Female, &[]),
            "the" => {
                let phrase: Vec<&str> = words(text).take(LONGEST).map(|word| word.text).collect();
                (2..=phrase.len())
                    .rev()
                    .find_map(|count| description(&phrase[..count].join(" ")))
                    .and_then(|described| self.description(place, &described))
            }
            _ => None,
        };
        if let Some(choice) = choice {
            self.stand_in(place, choice.person);
        }
    }

    fn is_stand_in(&self, place: Span) -> bool {
        self.stand_ins
            .iter()
            .rev()
            .take(8)
            .any(|(known, _)| *known == place)
    }

    /// Remembers whom the words at `place` stand for.
    pub(super) fn stand_in(&mut self, place: Span, person: usize) {
        if !self.is_stand_in(place) {
            let at = self
                .stand_ins
                .partition_point(|(known, _)| known.start < place.start);
            self.stand_ins.insert(at, (place, person));
        }
    }

    /// The person a *he* or *she* stands for: who spoke last nearby, the subject of the sentence before, the one named
    /// last; nobody named within `parts`, whose own words they are.
    pub(super) fn pronoun(&self, at: Span, gender: Gender, parts: &[Span]) -> Option<Choice> {
        let fits = |stand: &Stand| {
            let known = self.people.get(stand.person);
            known.is_human()
                && known.can_be(gender)
                && !parts.iter().any(|part| part.contains(stand.name))
        };
        let stands: Vec<Stand> = self.before(at.start).into_iter().filter(fits).collect();
        let last = self.last_speaker(at.start);
        // Whoever spoke is in mind until a sentence is about somebody else.
        let holds = last.is_some_and(|(speaker, end)| {
            !stands.iter().any(|stand| {
                stand.person != speaker
                    && stand.span.start >= end
                    && self.people.get(stand.person).is_surely_human()
                    && self.is_subject(stand)
                    && !self.is_quoted(stand.name)
            })
        });
        let choices = stands.iter().map(|stand| {
            let known = self.people.get(stand.person);
            let mut choice = self.salience(stand, at, holds);
            choice.score += if known.entity.gender.is_some() {
                0.5
            } else {
                0.0
            };
            choice.score -= if known.is_surely_human() { 0.0 } else { 0.7 };
            choice
        });
        best(choices)
    }

    /// The person whom a role fits, by country and state where they are given, the most present first.
    pub(super) fn description(&self, at: Span, described: &Description) -> Option<Choice> {
        let stands = self.before(at.start);
        let choices = self.people.described().filter_map(|(person, known)| {
            let fit = fits(known, described).filter(|_| known.is_human())?;
            let stand = stands.iter().find(|stand| stand.person == person);
            let present = stand.map_or(-1.0, |stand| self.salience(stand, at, true).score);
            let often = f32::from(u8::try_from(known.mentions.min(20)).unwrap_or(20)) / 10.0;
            Some(Choice {
                person,
                score: present + often + fit.score,
                reason: fit.reason,
            })
        });
        best(choices)
    }

    /// The person whom a description names again in other words that fits nobody by what the text tells: *the billionaire*,
    /// *the nominee*. Only whoever is very present.
    pub(super) fn variation(&self, at: Span, described: &Description) -> Option<Choice> {
        const PRESENT: f32 = 3.0;
        let head = described.roles.last().filter(|head| is_standing(head))?;
        let stands = self.before(at.start);
        let choices = stands.iter().filter_map(|stand| {
            let known = self.people.get(stand.person);
            let fits = known.is_surely_human() && could_be(known, described, head);
            fits.then(|| self.salience(stand, at, true))
        });
        let choice = best(choices).filter(|choice| choice.score >= PRESENT)?;
        Some(Choice {
            score: 0.0,
            reason: Reason::Present,
            ..choice
        })
    }

    /// Whoever spoke last nearby, if it was one person, and where that ended.
    fn last_speaker(&self, at: usize) -> Option<(usize, usize)> {
        const NEAR: usize = 3;
        let last = self.said.last()?;
        let Whom::Person(person) = last.whom else {
            return None;
        };
        (self.distance(last.end.min(at), at) <= NEAR).then_some((person, last.end))
    }

    /// The places before `at` that a reader still has in mind, the nearest first.
    fn before(&self, at: usize) -> Vec<Stand> {
        const REMEMBERED: usize = 12;
        let mentions = &self.reading.names.mentions;
        let named = mentions.partition_point(|mention| mention.span.start < at);
        let named = mentions[..named].iter().rev().take(REMEMBERED);
        let stood = self
            .stand_ins
            .partition_point(|(place, _)| place.start < at);
        let stood = self.stand_ins[..stood].iter().rev().take(REMEMBERED);
        let named = named.map(|&Mention { span, name, entity }| Stand {
            span,
            name,
            person: self.person(entity),
        });
        let stood = stood.map(|&(span, person)| Stand {
            span,
            name: span,
            person,
        });
        let mut all: Vec<Stand> = named.chain(stood).collect();
        all.sort_by_key(|stand| std::cmp::Reverse(stand.span.start));
        all
    }

    /// The people named in the last sentences before `at`, the nearest first, each once.
    pub(super) fn people_before(&self, at: usize) -> Vec<usize> {
        const NEAR: usize = 3;
        let mut people = Vec::new();
        for stand in self.before(at) {
            let near = self.distance(stand.span.start, at) <= NEAR;
            if near && self.people.get(stand.person).is_human() && !people.contains(&stand.person) {
                people.push(stand.person);
            }
        }
        people
    }

    /// How present a name is at `at`. Whether whoever spoke last still `holds` the stage tells how much that counts.
    fn salience(&self, stand: &Stand, at: Span, holds: bool) -> Choice {
        let text = &self.reading.article.text;
        let distance = self.distance(stand.span.start, at.start);
        let near = 2.0 - 0.6 * f32::from(u8::try_from(distance).unwrap_or(u8::MAX));
        let last = self.last_speaker(at.start);
        let spoke = last.is_some_and(|(speaker, _)| speaker == stand.person);
        let subject = self.is_subject(stand);
        let after = text.get(stand.name.end..).unwrap_or_default();
        let owner = after.starts_with("'s") || after.starts_with("’s");
        let gap = Span::new(stand.span.end.min(at.start), at.start).of(text);
        let adjacent = gap.starts_with(", ") && gap.len() < 10;
        let weigh = |is: bool, weight: f32| if is { weight } else { 0.0 };
        let score = near.max(-2.0)
            + weigh(spoke, if holds { 2.0 } else { 0.5 })
            + weigh(subject, 1.0)
            + weigh(adjacent, 1.5)
            - weigh(self.is_quoted(stand.name), 2.0)
            - weigh(owner, 0.3);
        let reason = if spoke && holds {
            Reason::SpokeLast
        } else if subject {
            Reason::Subject
        } else {
            Reason::NamedLast
        };
        Choice {
            person: stand.person,
            score,
            reason,
        }
    }

    /// How many sentences lie between two places, not counting those that are somebody's direct words.
    pub(super) fn distance(&self, from: usize, to: usize) -> usize {
        let (from, to) = (self.reading.sentence_at(from), self.reading.sentence_at(to));
        let quoted = |at: usize| self.quoted.get(at).copied().unwrap_or_default();
        let quoted = quoted(to).saturating_sub(quoted(from + 1));
        to.saturating_sub(from).saturating_sub(quoted)
    }

    /// Whether a name is what its sentence is about: it begins it, or follows a clause that leads up to it.
    fn is_subject(&self, stand: &Stand) -> bool {
        const NEAR: usize = 25;
        let Some(sentence) = self
            .reading
            .sentences
            .get(self.reading.sentence_at(stand.span.start))
        else {
            return false;
        };
        let start = sentence.span.start.min(stand.span.start);
        let before = Span::new(start, stand.span.start).of(&self.reading.article.text);
        let first = words(before).next().map(|word| fold(word.text));
        let leads = first.is_some_and(|word| SUBORDINATE.has(&word) || PREPOSITIONS.has(&word));
        let owner = self.reading.article.text.get(stand.name.end..);
        let owner = owner.is_some_and(|after| after.starts_with("'s") || after.starts_with("’s"));
        !owner
            && if leads {
                before.ends_with(", ") && before.matches(", ").take(2).count() == 1
            } else {
                before.len() <= NEAR
            }
    }

    /// Whether words stand within somebody's direct words, where they are spoken of.
    fn is_quoted(&self, words: Span) -> bool {
        let quotes = &self.reading.quotes;
        let near = quotes.partition_point(|quote| quote.span().start <= words.start);
        let holds = |quote: &Quote| {
            let at = quote.quoted.partition_point(|run| run.end < words.end);
            quote.quoted.get(at).is_some_and(|run| run.contains(words))
        };
        quotes[near.saturating_sub(3)..near].iter().any(holds)
    }

    /// The person that the sentence of `at` is about, before that place: its first who is named and not quoted.
    pub(super) fn subject_of_sentence(&self, at: usize) -> Option<usize> {
        let sentence = self
            .reading
            .sentences
            .get(self.reading.sentence_at(at))?
            .span;
        let stands = self.before(at).into_iter();
        let here = stands.take_while(|stand| stand.span.start >= sentence.start);
        let people = here.filter(|stand| {
            self.people.get(stand.person).is_surely_human() && !self.is_quoted(stand.name)
        });
        people.last().map(|stand| stand.person)
    }
}

/// The first of the best choices.
fn best(choices: impl Iterator<Item = Choice>) -> Option<Choice> {
    choices.reduce(|best, next| if next.score > best.score { next } else { best })
}
