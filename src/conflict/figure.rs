//! Who and what is named in a sentence, the same in both articles.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::alignment::Couple;
use crate::name::{Country, Entity, EntityKind, country, is_leader};
use crate::reading::Reading;
use crate::text::{Pair, Side, Span, WordList, fold};

use super::account::{MOST, Token};

static LESSER: WordList = WordList::part(include_str!("../../assets/claims.txt"), "lesser");

/// Somebody or something that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Figure {
    /// A country, its government or its capital.
    Country(Country),
    /// A person.
    Person(usize),
    /// A body or another place.
    Other(usize),
}

/// Where one is named.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// The words, with the role that stands before the name.
    pub(super) words: Range<usize>,
    pub(super) figure: Figure,
    /// Whether it is a place, or the government that sits there.
    pub(super) is_place: bool,
    /// Whether only a role tells who it is: *the Ukrainian leader*.
    pub(super) described: bool,
}

/// Who is named in two articles.
pub(super) struct Roster<'a> {
    readings: Pair<&'a Reading>,
    /// For each article, what each of its entities is.
    figures: Pair<Vec<Figure>>,
    /// Who leads a country, where the articles know of one alone; and which country one leads.
    leader_of: HashMap<Country, Figure>,
    led_by: HashMap<Figure, Country>,
    names: Vec<&'a str>,
}

impl<'a> Roster<'a> {
    pub(super) fn new(couple: &Couple<'a>) -> Roster<'a> {
        let speakers = couple.cast.speakers.iter().filter(|one| !one.described);
        let known: Vec<_> = speakers.chain(&couple.cast.named).collect();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        for (number, one) in known.iter().enumerate() {
            let name = fold(&one.name).into_owned();
            numbers.entry(name).or_insert(number);
        }
        for (number, one) in known.iter().enumerate() {
            for alias in &one.aliases {
                let name = fold(alias).into_owned();
                numbers.entry(name).or_insert(number);
            }
        }
        let mut names: Vec<&str> = known.iter().map(|one| one.name.as_str()).collect();
        let mut people: HashSet<usize> = HashSet::new();
        let numbered = couple.readings.map(|reading| {
            let entities = reading.names.entities.iter();
            let each = entities.map(|entity| {
                let name = fold(&entity.name).into_owned();
                let number = *numbers.entry(name).or_insert_with(|| {
                    names.push(&entity.name);
                    names.len() - 1
                });
                if is_person(entity) {
                    people.insert(number);
                }
                number
            });
            each.collect::<Vec<usize>>()
        });
        let figures = couple.readings.zip(numbered).map(|(reading, numbers)| {
            let each = reading.names.entities.iter().zip(numbers);
            let figure = |(entity, number): (&Entity, usize)| match country(&entity.name) {
                Some(country) => Figure::Country(country),
                None if people.contains(&number) => Figure::Person(number),
                None => Figure::Other(number),
            };
            each.map(figure).collect::<Vec<Figure>>()
        });
        let mut roster = Roster {
            readings: couple.readings,
            figures,
            leader_of: HashMap::new(),
            led_by: HashMap::new(),
            names,
        };
        roster.find_leaders();
        roster
    }

    fn find_leaders(&mut self) {
        let mut leaders: HashMap<Country, Vec<Figure>> = HashMap::new();
        for (reading, figures) in self.readings.zip(self.figures.as_ref()) {
            for (entity, &figure) in reading.names.entities.iter().zip(figures) {
                let role = entity.role.as_deref().unwrap_or_default();
                if let Some(country) = entity.country.filter(|_| leads(role)) {
                    leaders.entry(country).or_default().push(figure);
                    self.led_by.insert(figure, country);
                }
            }
        }
        for (country, mut figures) in leaders {
            figures.sort_unstable();
            figures.dedup();
            if let [one] = figures.as_slice() {
                self.leader_of.insert(country, *one);
            }
        }
    }

    /// Who is named in the sentence of these words at `span`, in order.
    pub(super) fn named(&self, side: Side, span: Span, tokens: &[Token<'_>]) -> Vec<Named> {
        let told = &self.readings.get(side).names;
        let from = told
            .mentions
            .partition_point(|mention| mention.span.start < span.start);
        let mentions = told.mentions.get(from..).unwrap_or_default().iter();
        let mentions = mentions.take_while(|mention| mention.span.start < span.end);
        let at = |byte: usize| tokens.partition_point(|token| token.term.span.start < byte);
        let mut named: Vec<Named> = mentions
            .filter_map(|mention| {
                let entity = told.entities.get(mention.entity)?;
                let figure = *self.figures.get(side).get(mention.entity)?;
                Some(Named {
                    words: at(mention.span.start)..at(mention.span.end),
                    figure,
                    is_place: entity.kind == EntityKind::Place
                        || matches!(figure, Figure::Country(_)),
                    described: false,
                })
            })
            .filter(|named| !named.words.is_empty())
            .take(MOST)
            .collect();
        let described = self.described(tokens, &named);
        named.extend(described.into_iter().take(MOST));
        named.sort_by_key(|named| named.words.start);
        named
    }

    /// The leaders that a country and a role alone tell.
    fn described(&self, tokens: &[Token<'_>], named: &[Named]) -> Vec<Named> {
        let role = |at: usize| tokens.get(at).is_some_and(|token| leads(&token.word));
        let free = |at: usize| !named.iter().any(|named| named.words.contains(&at));
        let each = tokens.iter().enumerate().filter(|(at, _)| role(at + 1));
        each.filter_map(|(at, token)| {
            let country = country(&token.term.key).or_else(|| country(&token.word))?;
            let figure = *self.leader_of.get(&country)?;
            let named_so =
                |next: &Token<'_>, role: &Token<'_>| next.term.span.start == role.term.span.end + 1;
            let next = tokens
                .get(at + 1)
                .zip(tokens.get(at + 2))
                .is_some_and(|(role, next)| {
                    named_so(next, role) && named.iter().any(|named| named.words.start == at + 2)
                });
            (free(at + 1) && !next).then_some(Named {
                words: at..at + 2,
                figure,
                is_place: false,
                described: true,
            })
        })
        .collect()
    }

    /// The same, but a country for whoever leads it, as lists of those who meet have it.
    pub(super) fn as_country(&self, figure: Figure) -> Figure {
        let country = self.led_by.get(&figure);
        country.map_or(figure, |&country| Figure::Country(country))
    }

    /// Its name; empty for a country.
    pub(super) fn name(&self, figure: Figure) -> &'a str {
        match figure {
            Figure::Country(_) => "",
            Figure::Person(number) | Figure::Other(number) => {
                self.names.get(number).copied().unwrap_or_default()
            }
        }
    }
}

fn is_person(entity: &Entity) -> bool {
    let told = entity.role.is_some() || entity.gender.is_some();
    entity.kind == EntityKind::Person || entity.kind.may_be_person() && told
}

/// Whether a role, in any case, is that of who leads a country.
fn leads(role: &str) -> bool {
    let role = fold(role);
    let words: Vec<&str> = role.split([' ', '-']).collect();
    let minister = words.last() == Some(&"minister") && !words.contains(&"prime");
    words
        .last()
        .is_some_and(|last| is_leader(last) && !matches!(*last, "head" | "chief"))
        && !minister
        && !words.iter().any(|word| LESSER.has(word))
}
