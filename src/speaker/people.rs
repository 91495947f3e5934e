//! The people and bodies of several articles, made one where they are one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::Speaker;
use super::channel::is_outlet;
use super::epithet::{Epithets, beside};
use super::find::is_description;
use super::gender::by_pronouns;
use crate::name::{
    BEARERS, Country, Entity, EntityKind, Gender, Mention, is_office, name_words, same_person,
    surname,
};
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
    pub(super) roles: BTreeSet<String>,
    /// All that stands beside the name and says who it is.
    pub(super) epithets: Epithets,
    /// Whether something stands *in* it somewhere.
    is_place: bool,
}

impl People {
    pub(super) fn gather(readings: &[&Reading]) -> People {
        let all = readings.iter().flat_map(|reading| &reading.names.entities);
        let names: Vec<Vec<String>> = all.map(|entity| name_words(&entity.name)).collect();
        let spellings = Spellings::among(names.iter().flatten().map(String::as_str));
        let each = readings.iter();
        let mut people = People {
            people: Vec::new(),
            of_entity: each
                .map(|reading| vec![usize::MAX; reading.names.entities.len()])
                .collect(),
        };
        let mut by_surname: HashMap<String, Vec<usize>> = HashMap::new();
        let pronouns: Vec<BTreeMap<usize, Gender>> = readings
            .iter()
            .map(|reading| by_pronouns(reading))
            .collect();
        let often = often(readings);
        let numbered = |(article, reading): (usize, &&Reading)| {
            (0..reading.names.entities.len()).map(move |entity| (article, entity))
        };
        let mut order: Vec<(usize, usize)> =
            readings.iter().enumerate().flat_map(numbered).collect();
        let entity_of = |(article, entity): (usize, usize)| {
            let mut known = readings[article].names.entities[entity].clone();
            known.gender = known.gender.or(pronouns[article].get(&entity).copied());
            known
        };
        // Full names first, so that a surname in one article finds the full name in another; those named most first, so
        // that it finds the best known, whichever article is the first.
        order.sort_by_cached_key(|&at| {
            let words = name_words(&entity_of(at).name);
            let often = often.get(&words).copied().unwrap_or_default();
            (words.len() < 2, Reverse(often), words)
        });
        let mut here: HashSet<(usize, usize)> = HashSet::new();
        for (article, at) in order {
            let entity = entity_of((article, at));
            let words = name_words(&entity.name);
            let known = by_surname
                .entry(spellings.of(surname(&words)).to_owned())
                .or_default();
            let same = known.iter().copied().take(BEARERS).find(|&person| {
                !here.contains(&(article, person))
                    && is_same(&people.people[person].entity, &entity)
            });
            let number = same.unwrap_or_else(|| {
                known.push(people.people.len());
                people.people.push(Person::new(&entity));
                people.people.len() - 1
            });
            people.learn(number, &entity);
            here.insert((article, number));
            people.of_entity[article][at] = number;
        }
        people.see(readings);
        people
    }

    /// Takes over what the texts tell around all mentions.
    fn see(&mut self, readings: &[&Reading]) {
        for (article, reading) in readings.iter().enumerate() {
            for mention in &reading.names.mentions {
                let number = self.of_entity[article][mention.entity];
                self.people[number].see(&reading.article.text, mention);
            }
        }
    }

    fn learn(&mut self, number: usize, entity: &Entity) {
        let person = &mut self.people[number];
        person
            .roles
            .extend(entity.role.as_deref().map(|role| fold(role).into_owned()));
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

    /// Of those who fit the one named most.
    fn most_named(&self, fits: impl Fn(&Person) -> bool) -> Option<usize> {
        let fitting = self.all().filter(|(_, person)| fits(person));
        let most = fitting.max_by_key(|&(number, person)| (person.mentions, Reverse(number)))?;
        Some(most.0)
    }

    /// The person that an entity of an article is.
    pub(super) fn of(&self, article: usize, entity: usize) -> usize {
        self.of_entity[article][entity]
    }

    fn all(&self) -> impl Iterator<Item = (usize, &Person)> {
        self.people.iter().enumerate()
    }

    pub(super) fn get(&self, person: usize) -> &Person {
        &self.people[person]
    }

    /// Those of whom something is said beside their names, as far as a reader could have them in mind.
    pub(super) fn described(&self) -> impl Iterator<Item = (usize, &Person)> {
        /// A bound on work, not on writing.
        const MOST: usize = 512;
        let people = self.all();
        let told = |person: &Person| !person.roles.is_empty() || !person.epithets.is_empty();
        people.filter(move |(_, person)| told(person)).take(MOST)
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
            described: false,
        }
    }
}

impl Person {
    fn names(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.entity.name).chain(&self.entity.aliases)
    }

    fn new(entity: &Entity) -> Person {
        Person {
            entity: entity.clone(),
            mentions: 0,
            roles: BTreeSet::new(),
            epithets: Epithets::new(),
            is_place: false,
        }
    }

    /// Takes over what the text tells around a mention.
    fn see(&mut self, text: &str, mention: &Mention) {
        self.mentions += 1;
        let before = text.get(..mention.span.start).unwrap_or_default();
        let after = text.get(mention.name.end..).unwrap_or_default();
        self.is_place |= before.ends_with(" in ") && !after.starts_with(['\'', '’']);
        self.epithets.extend(beside(text, mention));
    }

    pub(super) fn is_human(&self) -> bool {
        let doubtful = self.entity.kind == EntityKind::Unknown && self.entity.gender.is_none();
        let other = self.is_place || is_outlet(&self.entity.name);
        self.entity.kind.may_be_person() && !(doubtful && other)
    }

    /// Whether it is surely a person, not one word of which nothing tells.
    pub(super) fn is_surely_human(&self) -> bool {
        self.entity.kind == EntityKind::Person || self.entity.gender.is_some()
    }

    /// Whether a pronoun of `gender` can stand for them.
    pub(super) fn can_be(&self, gender: Gender) -> bool {
        self.entity.gender.is_none_or(|known| known == gender)
    }

    pub(super) fn is_of(&self, country: Country) -> bool {
        self.entity.country == Some(country)
    }
}

/// How often each name, in folded words, stands for somebody in all articles together.
fn often(readings: &[&Reading]) -> HashMap<Vec<String>, usize> {
    let mut often = HashMap::new();
    for reading in readings {
        let mut counts = vec![0; reading.names.entities.len()];
        for mention in &reading.names.mentions {
            counts[mention.entity] += 1;
        }
        for (entity, count) in reading.names.entities.iter().zip(counts) {
            *often.entry(name_words(&entity.name)).or_default() += count;
        }
    }
    often
}

/// Whether entities of two articles, whose surnames are one, are one.
fn is_same(a: &Entity, b: &Entity) -> bool {
    let (first, second) = (name_words(&a.name), name_words(&b.name));
    if !a.kind.may_be_person() || !b.kind.may_be_person() {
        return a.kind == b.kind && first == second;
    }
    let genders = a.gender.is_none() || b.gender.is_none() || a.gender == b.gender;
    // *President Doe* is no *Mary Doe* who never goes by her surname.
    let child = |full: &Entity, words: &[String], single: &Entity| {
        let role = single.role.as_deref().map(fold).unwrap_or_default();
        let goes_by_surname = full
            .aliases
            .iter()
            .any(|alias| name_words(alias) == [surname(words)]);
        words.len() > 1 && role.split(' ').any(is_office) && !goes_by_surname && full.role.is_none()
    };
    let office = match (first.len(), second.len()) {
        (_, 1) => child(a, &first, b),
        (1, _) => child(b, &second, a),
        _ => false,
    };
    genders && !office && same_person(&first, &second)
}
