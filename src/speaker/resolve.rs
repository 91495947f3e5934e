//! Which person the words that name a source stand for.

use super::channel::{channel, second_hand};
use super::find::is_description;
use super::grammar::AT_A_PLACE;
use super::listed;
use super::mention::{Reference, reference};
use super::own_words::{head_word, is_plural, plain};
use super::people::People;
use super::presence::{Choice, Presence, Said};
use super::reason::Reason;
use super::role::fits_role;
use crate::name::{EntityKind, is_role, is_source_noun};
use crate::quote::{Owner, Quote, QuoteKind};
use crate::reading::Reading;
use crate::text::{Span, fold, words};

/// Whom a quote is attributed to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Whom {
    /// Somebody named, by number.
    Person(usize),
    /// Somebody whom the reader names, and no text.
    Typed(String),
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
        presence: Presence::new(article, reading, people),
    };
    let quotes = reading.quotes.iter();
    quotes.map(|quote| resolving.quote(quote)).collect()
}

// How often what was found is right, if the quote is one: shares of 60 American news articles, rounded.

/// The name stands there.
const NAMED: f32 = 0.97;
/// The source's own words are all that is known.
const OWN_WORDS: f32 = 0.77;
/// A pronoun or description, before it is told how present its person is.
const INFERRED: f32 = 0.6;
/// Little speaks for it.
const DOUBTFUL: f32 = 0.5;

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
        let sure = (INFERRED + choice.score * 0.1).clamp(0.3, NAMED);
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

    /// A source whose own words are all that is known; doubtful when none of them says that it can speak: *the shutdown*.
    fn own_words(source: &str) -> Found {
        let mut all = words(source).enumerate();
        let speaks = all.any(|(at, word)| {
            is_source_noun(&fold(word.bare())) || at > 0 && word.is_capitalised()
        });
        let sure = if speaks || is_plural(source) {
            OWN_WORDS
        } else {
            DOUBTFUL
        };
        Found::described(source, sure, Reason::OwnWords)
    }

    fn nobody(reason: Reason) -> Found {
        Found {
            whom: None,
            joint: Vec::new(),
            sure: DOUBTFUL,
            reason,
        }
    }
}

struct Resolving<'a> {
    presence: Presence<'a>,
}

impl Resolving<'_> {
    fn quote(&mut self, quote: &Quote) -> Resolved {
        let reading = self.presence.reading;
        let (mention, channel) = match second_hand(reading, quote) {
            Some((speaker, outlet)) => (Some(speaker), Some(outlet)),
            None => (quote.mention, channel(reading, quote)),
        };
        if let Some(owner) = &quote.set_by_reader {
            let place = mention.unwrap_or_else(|| quote.span());
            return self.set_by_reader(owner, quote, place, channel);
        }
        let Some(mention) = mention else {
            return Resolved {
                whom: None,
                joint: Vec::new(),
                channel: None,
                confidence: quote.confidence.min(0.4),
                reason: Reason::NoSource.words().to_owned(),
            };
        };
        let words = mention.of(&reading.article.text);
        self.presence.move_on(mention.start);
        let found = self.found(mention, words, quote);
        if let Some(whom) = &found.whom {
            if let (Whom::Person(person), true) = (whom, found.reason.is_inferred()) {
                self.presence.stand_in(mention, *person);
            }
            self.presence.said.push(Said {
                whom: whom.clone(),
                joint: found.joint.clone(),
                end: quote.span().end.max(mention.end),
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
                    .map(|&person| self.presence.people.get(person).entity.name.as_str())
                    .collect();
                let names = listed(&names);
                if words == names {
                    why.to_owned()
                } else {
                    format!("{words} → {names}: {why}")
                }
            }
            Some(Whom::Typed(_) | Whom::Described(_)) => why.to_owned(),
            None => format!("{words}: {why}"),
        }
    }

    /// What the reader says is so; pronouns that follow are resolved as if the text had named the speaker at `place`.
    fn set_by_reader(
        &mut self,
        owner: &Owner,
        quote: &Quote,
        place: Span,
        channel: Option<Span>,
    ) -> Resolved {
        let text = &self.presence.reading.article.text;
        // An outlet whose words they are does not hand them on.
        let is_owner = |outlet: &Span| match owner {
            Owner::Somebody(name) => fold(name.trim()) == fold(outlet.of(text)),
            Owner::Nobody => false,
        };
        let channel = channel.filter(|outlet| !is_owner(outlet));
        self.presence.move_on(place.start);
        let whom = match owner {
            Owner::Nobody => None,
            Owner::Somebody(name) => Some(match self.presence.people.called(name) {
                Some(person) => Whom::Person(person),
                None if is_description(name.trim()) => Whom::Described(name.trim().to_owned()),
                None => Whom::Typed(name.trim().to_owned()),
            }),
        };
        if let Some(whom) = &whom {
            if let Whom::Person(person) = whom {
                self.presence.stand_in(place, *person);
            }
            self.presence.said.push(Said {
                whom: whom.clone(),
                joint: Vec::new(),
                end: quote.span().end.max(place.end),
            });
        }
        Resolved {
            whom,
            joint: Vec::new(),
            channel,
            confidence: 1.0,
            reason: Reason::SetByReader.words().to_owned(),
        }
    }

    fn found(&self, mention: Span, words: &str, quote: &Quote) -> Found {
        let person = |entity: usize| self.presence.person(entity);
        match reference(self.presence.reading, mention) {
            Reference::Named(first, others) => {
                let first = person(first);
                if !self.presence.people.get(first).is_human()
                    && let Some(subject) = self.subject_instead(mention, true, quote)
                {
                    return subject;
                }
                let mut found = Found::person(first, NAMED, Reason::Named);
                found.joint = others.into_iter().map(person).collect();
                found
            }
            Reference::Pronoun(gender, others) => {
                let mut others = others.into_iter().map(person);
                let chosen = self.typed_before(mention).or_else(|| {
                    let choice = self.presence.pronoun(mention, gender, &quote.parts);
                    choice.map(Found::chosen)
                });
                // Where nobody fits *she*, *she and John Roe* are as far as is known John Roe.
                let first = || Some(Found::person(others.next()?, NAMED, Reason::Named));
                let mut found = chosen
                    .or_else(first)
                    .unwrap_or_else(|| Found::nobody(Reason::NobodyFits));
                let is_first = |other: &usize| found.whom == Some(Whom::Person(*other));
                found.joint = others.filter(|other| !is_first(other)).collect();
                found
            }
            Reference::Two(roles) => self
                .two(mention, &roles)
                .unwrap_or_else(|| Found::own_words(words)),
            Reference::Description(description) => self
                .presence
                .description(mention, &description)
                .map_or_else(
                    || match self.presence.variation(mention, &description) {
                        Some(choice) => Found::chosen(choice),
                        None => Found::described(words, DOUBTFUL, Reason::Described),
                    },
                    Found::chosen,
                ),
            Reference::OwnWords => self
                .subject_instead(mention, false, quote)
                .unwrap_or_else(|| Found::own_words(words)),
            Reference::Thing => self.spoke_last(|said| self.is_thing(&said.whom)),
            Reference::Several => {
                self.spoke_last(|said| !said.joint.is_empty() || self.is_several(&said.whom))
            }
            Reference::Vague if quote.kind == QuoteKind::Indirect => Found::nobody(Reason::Vague),
            Reference::Vague => self.spoke_last(|_| true),
        }
    }

    /// Whoever spoke last, just before, when that is a name of the reader's, which the text does not know.
    fn typed_before(&self, mention: Span) -> Option<Found> {
        let last = self.presence.said.last()?;
        let is_typed = matches!(last.whom, Whom::Typed(_));
        let is_near = self.presence.distance(last.end, mention.start) <= 1;
        (is_typed && is_near).then(|| Found {
            whom: Some(last.whom.clone()),
            joint: Vec::new(),
            sure: INFERRED,
            reason: Reason::SpokeLast,
        })
    }

    /// The last who spoke and fits.
    fn spoke_last(&self, fits: impl Fn(&Said) -> bool) -> Found {
        const REMEMBERED: usize = 4;
        let mut last = self.presence.said.iter().rev().take(REMEMBERED);
        match last.find(|said| fits(said)) {
            Some(said) => Found {
                whom: Some(said.whom.clone()),
                joint: said.joint.clone(),
                sure: DOUBTFUL,
                reason: Reason::SpokeLast,
            },
            None => Found::nobody(Reason::Vague),
        }
    }

    fn is_thing(&self, whom: &Whom) -> bool {
        match whom {
            Whom::Person(person) => !self.presence.people.get(*person).is_human(),
            Whom::Typed(_) => false,
            Whom::Described(words) => !is_role(&head_word(words)) && !is_plural(words),
        }
    }

    fn is_several(&self, whom: &Whom) -> bool {
        match whom {
            Whom::Person(person) => {
                self.presence.people.get(*person).entity.kind == EntityKind::Body
            }
            Whom::Typed(_) => false,
            Whom::Described(words) => is_plural(words),
        }
    }

    /// Whoever the sentence is about, when what was taken for the source only says where or to whom they spoke: *Doe told
    /// it [at the Senate], saying*.
    fn subject_instead(&self, mention: Span, is_named: bool, quote: &Quote) -> Option<Found> {
        let cue = quote.cue?;
        let text = &self.presence.reading.article.text;
        let before = text.get(..mention.start)?.trim_end();
        let before = before.strip_suffix(" the").unwrap_or(before);
        let last = before.rsplit([' ', '\n']).next()?;
        let adjunct = last == "to" || is_named && AT_A_PLACE.has(last);
        if cue.start < mention.end || !adjunct {
            return None;
        }
        let subject = self.presence.subject_of_sentence(mention.start)?;
        Some(Found::person(subject, OWN_WORDS, Reason::SentenceSubject))
    }

    /// The two whom *both leaders* stands for: those who spoke together last, else the two named last who fit.
    fn two(&self, mention: Span, roles: &[String]) -> Option<Found> {
        const NEAR: usize = 3;
        let last = self.presence.said.last();
        let last = last.filter(|last| self.presence.distance(last.end, mention.start) <= NEAR);
        if let Some(last) = last.filter(|last| last.joint.len() == 1) {
            return Some(Found {
                whom: Some(last.whom.clone()),
                joint: last.joint.clone(),
                sure: OWN_WORDS,
                reason: Reason::SpokeLast,
            });
        }
        let fits = |person: &usize| {
            roles.is_empty() || fits_role(&self.presence.people.get(*person).roles, roles)
        };
        let mut near = self.presence.people_before(mention.start);
        near.retain(fits);
        let &[later, earlier, ref more @ ..] = near.as_slice() else {
            return None;
        };
        if !more.is_empty() && roles.is_empty() {
            return None;
        }
        let mut found = Found::person(earlier, OWN_WORDS, Reason::Both);
        found.joint.push(later);
        Some(found)
    }
}
