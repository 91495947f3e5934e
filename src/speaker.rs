//! Whom quotes are attributed to: mentions resolved across the articles that are open together.

mod channel;
mod epithet;
#[cfg(test)]
mod example;
mod find;
mod gender;
mod grammar;
mod joint;
mod mention;
mod own_words;
mod people;
mod presence;
mod reason;
mod resolve;
mod role;

use foldhash::{HashMap, HashMapExt};
use serde::{Deserialize, Serialize};

use crate::quote::Quote;
use crate::reading::Reading;
use crate::text::{Span, fold, words};
use people::People;
use resolve::{Resolved, Whom, resolve};

/// What stands in place of a speaker whom the text does not tell.
pub const NOBODY_NAMED: &str = "nobody named";

/// Everybody who is quoted in some articles, and which quote is whose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cast {
    /// Each once, those quoted most first.
    pub speakers: Vec<Speaker>,
    /// For each article, for each of its quotes, whose it is.
    pub attributions: Vec<Vec<Attribution>>,
    /// Who is named and not quoted: people first, bodies and places last, of each those named most first.
    pub named: Vec<Speaker>,
}

/// Somebody who is quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The fullest form in any of the articles, or the words that describe an unnamed source.
    pub name: String,
    /// The role that stands with the name.
    pub role: Option<String>,
    /// Other forms and spellings.
    pub aliases: Vec<String>,
    /// Whether the words describe a source that goes unnamed: *a senior official*.
    pub described: bool,
}

impl Speaker {
    /// What somebody who looks for the speaker may have in mind: the name, the role and other names, folded.
    pub fn searched(&self) -> String {
        let role = self.role.as_deref().unwrap_or_default();
        fold(&format!("{} {role} {}", self.name, self.aliases.join(" "))).into_owned()
    }
}

/// Whose a quote is, and why it is thought to be.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// The number of the speaker in `Cast::speakers`; `None` when the text does not say.
    pub speaker: Option<usize>,
    /// Others whose words they are as much, in the order in which the text names them: *Graham and Collins said*. Empty
    /// when there is no first.
    pub joint: Vec<usize>,
    /// The outlet through which the article has the words, in its own text: *told CNN*, *according to Politico*. An outlet
    /// that speaks for itself is the speaker instead.
    pub channel: Option<Span>,
    /// How sure the quote and its speaker are together, from 0 to 1. Below 0.5 it is shown as *perhaps*.
    pub confidence: f32,
    /// Why, for the reader: `he → Steve Witkoff: spoke last`.
    pub reason: String,
}

/// Below this confidence a speaker is shown as *perhaps*.
const SURE: f32 = 0.5;

impl Attribution {
    /// Whether the speaker can be named without *perhaps*.
    pub fn is_sure(&self) -> bool {
        self.confidence >= SURE
    }

    /// Why `quote` is thought to be its speaker's, and how sure that is unless the reader has said so.
    pub fn why(&self, quote: &Quote) -> String {
        if self.speaker.is_none() || quote.set_by_reader.is_some() {
            return self.reason.clone();
        }
        let sure = self.confidence * 100.0;
        format!("{} ({sure:.0} % sure)", self.reason)
    }

    /// All whose words they are, the first one named first.
    pub fn speakers(&self) -> impl Iterator<Item = usize> {
        self.speaker.into_iter().chain(self.joint.iter().copied())
    }
}

impl Cast {
    /// Whose the quote of that number is, in the article of that number.
    pub fn attribution(&self, article: usize, quote: usize) -> Option<&Attribution> {
        self.attributions.get(article)?.get(quote)
    }

    /// The names of all whose a quote is: *Donald Trump and JD Vance*.
    pub fn names(&self, attribution: &Attribution) -> Option<String> {
        self.listed(attribution.speakers())
    }

    /// The names of speakers by their numbers: *Donald Trump and JD Vance*; `None` when there are none.
    pub fn listed(&self, numbers: impl IntoIterator<Item = usize>) -> Option<String> {
        let numbers = numbers.into_iter();
        let speakers = numbers.filter_map(|number| self.speakers.get(number));
        let names: Vec<&str> = speakers.map(|speaker| speaker.name.as_str()).collect();
        (!names.is_empty()).then(|| listed(&names))
    }

    /// For each speaker the first of the same name. Unnamed sources of several articles are several speakers, but where words
    /// alone are compared, *officials* are *officials*.
    pub fn namesakes(&self) -> Vec<usize> {
        let mut first: HashMap<String, usize> = HashMap::new();
        let speakers = self.speakers.iter().enumerate();
        speakers
            .map(|(number, speaker)| {
                *first
                    .entry(fold(&speaker.name).into_owned())
                    .or_insert(number)
            })
            .collect()
    }
}

/// *Jane Doe, John Roe and Ann Poe*
fn listed(names: &[&str]) -> String {
    match names {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => names.concat(),
    }
}

/// Gathers the cast of `readings`. Their order decides only in which capitals a name is shown and with which of its roles,
/// and who comes first of those quoted as often.
pub fn cast(readings: &[&Reading]) -> Cast {
    let people = People::gather(readings);
    let found: Vec<Vec<Resolved>> = readings
        .iter()
        .enumerate()
        .map(|(article, reading)| resolve(article, reading, &people))
        .collect();
    let mut counting = Counting {
        people: &people,
        numbers: HashMap::new(),
        counted: Vec::new(),
    };
    let mut attributions: Vec<Vec<Attribution>> = found
        .into_iter()
        .enumerate()
        .map(|(article, quotes)| {
            let each = quotes.into_iter();
            each.map(|quote| counting.attribution(article, quote))
                .collect()
        })
        .collect();
    let Counting {
        numbers, counted, ..
    } = counting;
    let mut order: Vec<usize> = (0..counted.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(counted[at].1));
    let mut rank = vec![0; order.len()];
    for (place, &at) in order.iter().enumerate() {
        rank[at] = place;
    }
    for one in attributions.iter_mut().flatten() {
        for number in one.speaker.iter_mut().chain(&mut one.joint) {
            *number = rank[*number];
        }
    }
    Cast {
        named: people.others(|person| numbers.contains_key(&(Whom::Person(person), None))),
        speakers: order.into_iter().map(|at| counted[at].0.clone()).collect(),
        attributions,
    }
}

/// Numbers speakers in order of first quote, and counts their quotes.
struct Counting<'a> {
    people: &'a People,
    /// An unnamed source is one of its article.
    numbers: HashMap<(Whom, Option<usize>), usize>,
    counted: Vec<(Speaker, usize)>,
}

impl Counting<'_> {
    fn attribution(&mut self, article: usize, quote: Resolved) -> Attribution {
        let joint = quote.joint.into_iter().map(Whom::Person);
        Attribution {
            speaker: quote.whom.map(|whom| self.number(article, whom)),
            joint: joint.map(|whom| self.number(article, whom)).collect(),
            channel: quote.channel,
            confidence: quote.confidence,
            reason: quote.reason,
        }
    }

    fn number(&mut self, article: usize, whom: Whom) -> usize {
        let key = match &whom {
            Whom::Person(person) => (Whom::Person(*person), None),
            Whom::Typed(name) => (Whom::Typed(fold(name).into_owned()), None),
            Whom::Described(words) => {
                let article = (!is_plainly_one(words)).then_some(article);
                (Whom::Described(fold(words).into_owned()), article)
            }
        };
        let at = *self.numbers.entry(key).or_insert_with(|| {
            let described = matches!(whom, Whom::Described(_));
            let speaker = match whom {
                Whom::Person(person) => self.people.speaker(person),
                Whom::Typed(name) | Whom::Described(name) => Speaker {
                    name,
                    role: None,
                    aliases: Vec::new(),
                    described,
                },
            };
            self.counted.push((speaker, 0));
            self.counted.len() - 1
        });
        self.counted[at].1 += 1;
        at
    }
}

/// Whether two articles that describe a source in these words mean the same: *the Trump campaign*, not *a senior official*
/// nor *critics*.
fn is_plainly_one(description: &str) -> bool {
    let mut words = words(description);
    let first = words.next().map(|first| fold(first.text));
    first.is_some_and(|first| first == "the") && words.any(|word| word.is_capitalised())
}
