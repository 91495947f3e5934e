//! The people and bodies of several articles, made one where they are one.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::Speaker;
use super::find::is_description;
use crate::name::{BEARERS, Country, Entity, EntityKind, Gender, name_words, same_person, surname};
use crate::reading::Reading;
use crate::text::{Spellings, fold, same_spelling};

/// Everybody named in some articles.
pub(super) struct People {
    people: Vec<Person>,
    /// For each article, the person that each of its entities is.
    of_entity: Vec<Vec<usize>>,
}

/// Somebody, as all articles together name them.
pub(super) struct Person {
    pub(super) entity: Entity,
    /// How often they are named.
    pub(super) mentions: usize,
    /// Every role that stands with the name, folded.
    pub(super) roles: Vec<String>,
}

impl People {
    pub(super) fn gather(readings: &[&Reading]) -> People {
        let all = readings.iter().flat_map(|reading| &reading.names.entities);
        let names: Vec<Vec<String>> = all.map(|entity| name_words(&entity.name)).collect();
        let spellings = Spellings::among(names.iter().flatten().map(String::as_str));
        let mut people = People {
            people: Vec::new(),
            of_entity: Vec::new(),
        };
        let mut by_surname: HashMap<String, Vec<usize>> = HashMap::new();
        for reading in readings {
            let mut numbers = Vec::with_capacity(reading.names.entities.len());
            let mut here = HashSet::new();
            for entity in &reading.names.entities {
                let words = name_words(&entity.name);
                let known = by_surname
                    .entry(spellings.of(surname(&words)).to_owned())
                    .or_default();
                let same = known.iter().copied().take(BEARERS).find(|&person| {
                    !here.contains(&person) && is_same(&people.people[person].entity, entity)
                });
                let number = same.unwrap_or_else(|| {
                    known.push(people.people.len());
                    people.people.push(Person {
                        entity: entity.clone(),
                        mentions: 0,
                        roles: Vec::new(),
                    });
                    people.people.len() - 1
                });
                people.learn(number, entity);
                here.insert(number);
                numbers.push(number);
            }
            for mention in &reading.names.mentions {
                people.people[numbers[mention.entity]].mentions += 1;
            }
            people.of_entity.push(numbers);
        }
        people
    }

    fn learn(&mut self, number: usize, entity: &Entity) {
        let person = &mut self.people[number];
        person.roles.extend(entity.role.as_deref().map(fold));
        let known = &mut person.entity;
        if name_words(&entity.name).len() > name_words(&known.name).len() {
            let shorter = std::mem::replace(&mut known.name, entity.name.clone());
            known.aliases.push(shorter);
        }
        for alias in entity.aliases.iter().chain([&entity.name]) {
            if *alias != known.name && !known.aliases.contains(alias) {
                known.aliases.push(alias.clone());
            }
        }
        let name = known.name.clone();
        known.aliases.retain(|alias| *alias != name);
        let weak = |role: &Option<String>| {
            role.as_deref()
                .is_none_or(|role| role.ends_with("counterpart"))
        };
        if weak(&known.role) && !weak(&entity.role) {
            known.role.clone_from(&entity.role);
        }
        if known.kind == EntityKind::Unknown {
            known.kind = entity.kind;
        }
        known.gender = known.gender.or(entity.gender);
        known.country = known.country.or(entity.country);
    }

    /// Whom a reader means by `name`: who is called just that, else who bears the surname and can be called so; of
    /// several the one named most. Words that describe somebody (*a spokesman for Jane Doe*) are nobody's name.
    pub(super) fn called(&self, name: &str) -> Option<usize> {
        let words = name_words(name);
        if words.is_empty() || words.len() > 1 && is_description(name) {
            return None;
        }
        let whole = |person: &Person| person.names().any(|known| name_words(known) == words);
        let bears = |person: &Person| {
            let known = name_words(&person.entity.name);
            person.is_human()
                && same_spelling(surname(&known), surname(&words))
                && same_person(&known, &words)
        };
        self.most_named(whole).or_else(|| self.most_named(bears))
    }

    /// Of those who fit the one named most, and of several such the first.
    fn most_named(&self, fits: impl Fn(&Person) -> bool) -> Option<usize> {
        let fitting = self.all().filter(|(_, person)| fits(person));
        let most = fitting.max_by_key(|&(number, person)| (person.mentions, Reverse(number)))?;
        Some(most.0)
    }

    /// The person that an entity of an article is.
    pub(super) fn of(&self, article: usize, entity: usize) -> usize {
        self.of_entity[article][entity]
    }

    pub(super) fn get(&self, person: usize) -> &Person {
        &self.people[person]
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &Person)> {
        self.people.iter().enumerate()
    }

    /// Those who are not `known`: people first, then those of whom nothing tells, then bodies and places; of each those
    /// named most first.
    pub(super) fn others(&self, known: impl Fn(usize) -> bool) -> Vec<Speaker> {
        let mut others: Vec<(usize, &Person)> =
            self.all().filter(|&(number, _)| !known(number)).collect();
        let sort = |person: &Person| match person.entity.kind {
            EntityKind::Person => 0,
            EntityKind::Unknown => 1,
            EntityKind::Body | EntityKind::Place => 2,
        };
        others.sort_by_key(|(_, person)| (sort(person), Reverse(person.mentions)));
        let numbers = others.into_iter().map(|(number, _)| number);
        numbers.map(|number| self.speaker(number)).collect()
    }

    pub(super) fn speaker(&self, person: usize) -> Speaker {
        let entity = &self.people[person].entity;
        Speaker {
            name: entity.name.clone(),
            role: entity.role.clone(),
            aliases: entity.aliases.clone(),
        }
    }
}

impl Person {
    fn names(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.entity.name).chain(&self.entity.aliases)
    }

    pub(super) fn is_human(&self) -> bool {
        self.entity.kind.may_be_person()
    }

    /// Whether a pronoun of `gender` can stand for them.
    pub(super) fn can_be(&self, gender: Gender) -> bool {
        self.entity.gender.is_none_or(|known| known == gender)
    }

    pub(super) fn is_of(&self, country: Country) -> bool {
        self.entity.country == Some(country)
    }
}

/// Whether entities of two articles, whose surnames are one, are one.
fn is_same(a: &Entity, b: &Entity) -> bool {
    let (first, second) = (name_words(&a.name), name_words(&b.name));
    if !a.kind.may_be_person() || !b.kind.may_be_person() {
        return a.kind == b.kind && first == second;
    }
    let genders = a.gender.is_none() || b.gender.is_none() || a.gender == b.gender;
    genders && same_person(&first, &second)
}
