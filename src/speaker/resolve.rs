//! Which person the words that name a source stand for.

use super::channel::{channel, second_hand};
use super::listed;
use super::mention::{Description, Reference, reference};
use super::people::People;
use super::reason::Reason;
use crate::name::{Gender, Mention, is_leader};
use crate::quote::{Owner, Quote, QuoteKind};
use crate::reading::Reading;
use crate::text::Span;

/// Whom a quote is attributed to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Whom {
    /// Somebody named, by number.
    Person(usize),
    /// Somebody the text does not name, in its words.
    Described(String),
}

/// A quote's source, found.
pub(super) struct Resolved {
    pub(super) whom: Option<Whom>,
    /// People whose words they are as much.
    pub(super) joint: Vec<usize>,
    /// Through whom the words came.
    pub(super) channel: Option<Span>,
    pub(super) confidence: f32,
    pub(super) reason: String,
}

/// Resolves the quotes of one article, in order.
pub(super) fn resolve(article: usize, reading: &Reading, people: &People) -> Vec<Resolved> {
    let mut resolving = Resolving {
        article,
        reading,
        people,
        said: Vec::new(),
    };
    reading
        .quotes
        .iter()
        .map(|quote| resolving.quote(quote))
        .collect()
}

struct Resolving<'a> {
    article: usize,
    reading: &'a Reading,
    people: &'a People,
    /// Who was found to have said what so far.
    said: Vec<Said>,
}

/// That somebody said something.
struct Said {
    /// The words that name them.
    mention: Span,
    person: usize,
    joint: Vec<usize>,
}

/// A candidate for a pronoun or description.
#[derive(Clone, Copy)]
struct Choice {
    person: usize,
    score: f32,
    reason: Reason,
}

/// Whom a source stands for.
struct Found {
    whom: Option<Whom>,
    joint: Vec<usize>,
    /// From 0 to 1, if the quote is one.
    sure: f32,
    reason: Reason,
}

impl Found {
    fn person(person: usize, sure: f32, reason: Reason) -> Found {
        Found {
            whom: Some(Whom::Person(person)),
            joint: Vec::new(),
            sure,
            reason,
        }
    }

    fn chosen(choice: Choice) -> Found {
        let sure = (0.55 + choice.score * 0.1).clamp(0.3, 0.97);
        Found::person(choice.person, sure, choice.reason)
    }

    fn described(words: &str, sure: f32, reason: Reason) -> Found {
        Found {
            whom: Some(Whom::Described(plain(words))),
            joint: Vec::new(),
            sure,
            reason,
        }
    }

    fn nobody(reason: Reason) -> Found {
        Found {
            whom: None,
            joint: Vec::new(),
            sure: 0.5,
            reason,
        }
    }
}

impl Resolving<'_> {
    fn quote(&mut self, quote: &Quote) -> Resolved {
        if let Some(owner) = &quote.set_by_reader {
            return self.set_by_reader(owner, quote);
        }
        let Some(mention) = quote.mention else {
            return Resolved {
                whom: None,
                joint: Vec::new(),
                channel: None,
                confidence: quote.confidence.min(0.4),
                reason: Reason::NoSource.words().to_owned(),
            };
        };
        let second_hand = second_hand(self.reading, quote);
        let (mention, channel) = match second_hand {
            Some((speaker, outlet)) => (speaker, Some(outlet)),
            None => (mention, channel(self.reading, quote)),
        };
        let words = mention.of(&self.reading.article.text);
        let found = self.found(mention, words, quote);
        if let Some(Whom::Person(person)) = found.whom {
            self.said.push(Said {
                mention,
                person,
                joint: found.joint.clone(),
            });
        }
        Resolved {
            reason: self.reason(words, &found),
            channel,
            whom: found.whom,
            joint: found.joint,
            confidence: quote.confidence * found.sure,
        }
    }

    /// For the reader: *he → Steve Witkoff: spoke last*.
    fn reason(&self, words: &str, found: &Found) -> String {
        let why = found.reason.words();
        match &found.whom {
            Some(Whom::Person(person)) => {
                let all = std::iter::once(person).chain(&found.joint);
                let names: Vec<&str> = all
                    .map(|&person| self.people.get(person).entity.name.as_str())
                    .collect();
                let names = listed(&names);
                if words == names {
                    why.to_owned()
                } else {
                    format!("{words} → {names}: {why}")
                }
            }
            Some(Whom::Described(_)) => why.to_owned(),
            None => format!("{words}: {why}"),
        }
    }

    /// What the reader says is so; pronouns that follow are resolved as if the text had named the speaker here.
    fn set_by_reader(&mut self, owner: &Owner, quote: &Quote) -> Resolved {
        let whom = match owner {
            Owner::Nobody => None,
            Owner::Somebody(name) => Some(match self.people.called(name) {
                Some(person) => Whom::Person(person),
                None => Whom::Described(name.trim().to_owned()),
            }),
        };
        if let Some(Whom::Person(person)) = whom {
            let place = quote.mention.unwrap_or_else(|| quote.span());
            self.said.push(Said {
                mention: place,
                person,
                joint: Vec::new(),
            });
        }
        Resolved {
            whom,
            joint: Vec::new(),
            channel: channel(self.reading, quote),
            confidence: 1.0,
            reason: Reason::SetByReader.words().to_owned(),
        }
    }

    fn found(&self, mention: Span, words: &str, quote: &Quote) -> Found {
        match reference(self.reading, mention) {
            Reference::Named(first, others) => {
                let person = |entity: usize| self.people.of(self.article, entity);
                let mut found = Found::person(person(first), 0.97, Reason::Named);
                found.joint = others.into_iter().map(person).collect();
                found
            }
            Reference::Pronoun(gender) => self
                .pronoun(mention, gender, quote)
                .map_or_else(|| Found::nobody(Reason::NobodyFits), Found::chosen),
            Reference::Two(roles) => self
                .two(mention, &roles)
                .unwrap_or_else(|| Found::described(words, 0.72, Reason::OwnWords)),
            Reference::Description(description) => {
                self.description(mention, &description).map_or_else(
                    || Found::described(words, 0.5, Reason::Described),
                    Found::chosen,
                )
            }
            Reference::OwnWords => Found::described(words, 0.72, Reason::OwnWords),
            Reference::Vague => match self.said.last() {
                Some(last) if quote.kind != QuoteKind::Indirect => Found {
                    joint: last.joint.clone(),
                    ..Found::person(last.person, 0.4, Reason::SpokeLast)
                },
                _ => Found::nobody(Reason::Vague),
            },
        }
    }

    /// The two whom *both leaders* stands for: those who spoke together last, else the two named last who fit.
    fn two(&self, mention: Span, roles: &[String]) -> Option<Found> {
        const NEAR: usize = 3;
        const SURE: f32 = 0.6;
        let near = |at: usize| self.sentences_between(at, mention.start) <= NEAR;
        let last = self.said.last().filter(|last| near(last.mention.start));
        if let Some(last) = last.filter(|last| last.joint.len() == 1) {
            let mut found = Found::person(last.person, SURE, Reason::SpokeLast);
            found.joint.clone_from(&last.joint);
            return Some(found);
        }
        let mut pair: Vec<usize> = Vec::new();
        for named in self.named_before(mention.start) {
            let person = self.people.of(self.article, named.entity);
            let known = self.people.get(person);
            let fits = roles.is_empty() || fits_role(&known.roles, roles);
            if near(named.span.start) && known.is_human() && fits && !pair.contains(&person) {
                pair.push(person);
            }
        }
        let (&[later, earlier], false) = (pair.get(..2)?, pair.len() > 2 && roles.is_empty())
        else {
            return None;
        };
        let mut found = Found::person(earlier, SURE, Reason::Both);
        found.joint.push(later);
        Some(found)
    }

    /// The person a *he* or *she* stands for: who spoke last nearby, the subject of the sentence before, the one named
    /// last.
    fn pronoun(&self, mention: Span, gender: Gender, quote: &Quote) -> Option<Choice> {
        let mut best: Option<Choice> = None;
        for named in self.named_before(mention.start) {
            let person = self.people.of(self.article, named.entity);
            let known = self.people.get(person);
            if !known.is_human()
                || !known.can_be(gender)
                || quote.parts.iter().any(|part| part.contains(named.name))
            {
                continue;
            }
            let (score, reason) = self.salience(named, mention, person);
            let score = score
                + if known.entity.gender.is_some() {
                    0.5
                } else {
                    0.0
                };
            if best.as_ref().is_none_or(|best| score > best.score) {
                best = Some(Choice {
                    person,
                    score,
                    reason,
                });
            }
        }
        best
    }

    /// The mentions before `at` that a reader still has in mind, the nearest first.
    fn named_before(&self, at: usize) -> impl Iterator<Item = &Mention> {
        const REMEMBERED: usize = 12;
        let mentions = &self.reading.names.mentions;
        let before = mentions.partition_point(|mention| mention.span.start < at);
        mentions[..before].iter().rev().take(REMEMBERED)
    }

    /// How present a name is where `mention` stands.
    fn salience(&self, named: &Mention, mention: Span, person: usize) -> (f32, Reason) {
        let sentences = self.sentences_between(named.span.start, mention.start);
        let near = 2.0 - 0.6 * f32::from(u8::try_from(sentences).unwrap_or(u8::MAX));
        let spoke = self.said.last().is_some_and(|last| {
            last.person == person && self.sentences_between(last.mention.start, mention.start) <= 3
        });
        let subject = self.is_subject(named);
        let quoted = self.is_quoted(named.name);
        let owner = self
            .reading
            .article
            .text
            .get(named.name.end..)
            .is_some_and(|after| after.starts_with("'s") || after.starts_with("’s"));
        let score =
            near.max(-2.0) + if spoke { 2.0 } else { 0.0 } + if subject { 1.0 } else { 0.0 }
                - if quoted { 2.0 } else { 0.0 }
                - if owner { 0.3 } else { 0.0 };
        let reason = if spoke {
            Reason::SpokeLast
        } else if subject {
            Reason::Subject
        } else {
            Reason::NamedLast
        };
        (score, reason)
    }

    fn sentence_at(&self, at: usize) -> usize {
        self.reading
            .sentences
            .partition_point(|sentence| sentence.span.end <= at)
    }

    fn sentences_between(&self, from: usize, to: usize) -> usize {
        self.sentence_at(to).saturating_sub(self.sentence_at(from))
    }

    /// Whether a name stands at the beginning of its sentence.
    fn is_subject(&self, named: &Mention) -> bool {
        const NEAR: usize = 25;
        let sentence = self
            .reading
            .sentences
            .get(self.sentence_at(named.span.start));
        sentence
            .is_some_and(|sentence| named.span.start.saturating_sub(sentence.span.start) <= NEAR)
    }

    /// Whether a name stands within somebody's direct words, where it is spoken of.
    fn is_quoted(&self, name: Span) -> bool {
        let quotes = &self.reading.quotes;
        let near = quotes.partition_point(|quote| quote.span().start <= name.start);
        quotes[near.saturating_sub(3)..near]
            .iter()
            .any(|quote| quote.quoted.iter().any(|run| run.contains(name)))
    }

    /// The person whom a role fits, by country where one is given, the most present first.
    fn description(&self, mention: Span, description: &Description) -> Option<Choice> {
        let mut best: Option<Choice> = None;
        for (person, known) in self.people.all().filter(|(_, known)| known.is_human()) {
            let country = description.country.map(|country| known.is_of(country));
            let role = fits_role(&known.roles, &description.roles);
            if country == Some(false) || !role {
                continue;
            }
            let named = self
                .named_before(mention.start)
                .find(|named| self.people.of(self.article, named.entity) == person);
            let present = named.map_or(-1.0, |named| self.salience(named, mention, person).0);
            let often = f32::from(u8::try_from(known.mentions.min(20)).unwrap_or(20)) / 10.0;
            let score = present + often + if country == Some(true) { 2.0 } else { 0.0 };
            if best.as_ref().is_none_or(|best| score > best.score) {
                best = Some(Choice {
                    person,
                    score,
                    reason: if country.is_some() {
                        Reason::RoleAndCountry
                    } else {
                        Reason::Role
                    },
                });
            }
        }
        best
    }
}

/// Whether a person's roles fit a description: the same role, or *leader* for those who lead.
fn fits_role(known: &[String], wanted: &[String]) -> bool {
    let Some(last) = wanted.last() else {
        return false;
    };
    let vice = wanted.iter().any(|word| word == "vice");
    let leads = is_leader(last);
    known.iter().any(|known| {
        let words: Vec<&str> = known
            .split(|letter: char| !letter.is_alphanumeric())
            .collect();
        let deputy = words.iter().any(|word| matches!(*word, "vice" | "deputy"));
        let same = words.iter().any(|word| word == last);
        let leader = last == "leader" && words.iter().any(|word| is_leader(word));
        let counterpart = leads && words.contains(&"counterpart");
        (same || leader || counterpart) && (vice || !deputy)
    })
}

/// The words of a source without what hangs on them: after a comma, or a last *who* or *that*.
fn plain(words: &str) -> String {
    let short = words.split(',').next().unwrap_or(words);
    let mut words: Vec<&str> = short.split_whitespace().collect();
    while words.len() > 1
        && words
            .last()
            .is_some_and(|last| matches!(*last, "who" | "that" | "which" | "when" | "to" | "of"))
    {
        words.pop();
    }
    words.join(" ")
}
