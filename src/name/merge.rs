//! Which names are one person or body.

use std::collections::HashMap;

use super::candidate::Candidate;
use super::{Entity, EntityKind, Mention, Names};
use crate::text::{Spellings, same_spelling};

/// Short and long forms of first names, folded; a group a line.
const SHORT_FORMS: &str = include_str!("../../assets/short_names.txt");

/// Makes one entity of all names that stand for it.
pub(super) fn merge(text: &str, candidates: &[Candidate]) -> Names {
    let spellings = Spellings::among(
        candidates
            .iter()
            .flat_map(|candidate| candidate.words.iter().map(String::as_str)),
    );
    let mut merging = Merging {
        text,
        spellings,
        ..Merging::default()
    };
    // Full names first, so that a surname in the first sentence finds the full name of the third.
    let mut found: Vec<Option<usize>> = candidates
        .iter()
        .map(|candidate| (candidate.words.len() > 1).then(|| merging.full_name(candidate)))
        .collect();
    for (at, candidate) in candidates.iter().enumerate() {
        let entity = found[at].unwrap_or_else(|| merging.single_word(candidate));
        merging.last[entity] = Some(at);
        found[at] = Some(entity);
    }
    in_order(candidates, &found, merging.entities)
}

#[derive(Default)]
struct Merging<'a> {
    text: &'a str,
    spellings: Spellings,
    entities: Vec<Entity>,
    /// The folded words of each entity's name, the longest seen.
    words: Vec<Vec<String>>,
    by_surname: HashMap<String, Vec<usize>>,
    by_first_name: HashMap<String, Vec<usize>>,
    /// The candidate that named each entity last.
    last: Vec<Option<usize>>,
}

impl Merging<'_> {
    fn surname_key(&self, candidate: &Candidate) -> String {
        self.spellings.of(candidate.surname()).to_owned()
    }

    fn full_name(&mut self, candidate: &Candidate) -> usize {
        let key = self.surname_key(candidate);
        let known = self.by_surname.get(&key).into_iter().flatten();
        let same = known
            .copied()
            .find(|&entity| self.is_same(entity, candidate));
        let entity = same.unwrap_or_else(|| self.add(candidate));
        self.learn(entity, candidate);
        entity
    }

    /// A surname or first name alone is the person of that name who was named last, else the first to come.
    fn single_word(&mut self, candidate: &Candidate) -> usize {
        let key = self.surname_key(candidate);
        let bearers = self
            .by_surname
            .get(&key)
            .or_else(|| self.by_first_name.get(&candidate.words[0]));
        let fits = |entity: &usize| {
            let gender = self.entities[*entity].gender;
            gender.is_none() || candidate.gender.is_none() || gender == candidate.gender
        };
        let bearer = bearers
            .into_iter()
            .flatten()
            .copied()
            .filter(fits)
            .max_by_key(|&entity| (self.last[entity], std::cmp::Reverse(entity)));
        let entity = bearer.unwrap_or_else(|| self.add(candidate));
        self.learn(entity, candidate);
        entity
    }

    fn is_same(&self, entity: usize, candidate: &Candidate) -> bool {
        let known = &self.words[entity];
        let kinds = self.entities[entity].kind == candidate.kind.unwrap_or(EntityKind::Body);
        let persons = self.entities[entity].kind == EntityKind::Person;
        if !kinds {
            return false;
        }
        match (known.first(), candidate.words.first()) {
            (Some(a), Some(b)) if persons => known.len() == 1 || same_first_name(a, b),
            _ => known
                .iter()
                .map(|word| self.spellings.of(word))
                .eq(candidate.words.iter().map(|word| self.spellings.of(word))),
        }
    }

    fn add(&mut self, candidate: &Candidate) -> usize {
        let entity = self.entities.len();
        self.entities.push(Entity {
            name: candidate.name.of(self.text).to_owned(),
            role: None,
            aliases: Vec::new(),
            kind: candidate.kind.unwrap_or(EntityKind::Body),
            gender: None,
            country: None,
        });
        self.words.push(candidate.words.clone());
        self.last.push(None);
        if candidate.kind == Some(EntityKind::Person) && candidate.words.len() > 1 {
            self.by_first_name
                .entry(candidate.words[0].clone())
                .or_default()
                .push(entity);
        }
        self.by_surname
            .entry(self.surname_key(candidate))
            .or_default()
            .push(entity);
        entity
    }

    /// Takes over what a mention tells: a fuller name, a role, a pronoun, another spelling.
    fn learn(&mut self, entity: usize, candidate: &Candidate) {
        let name = candidate.name.of(self.text);
        let known = &mut self.entities[entity];
        if candidate.words.len() > self.words[entity].len() {
            let shorter = std::mem::replace(&mut known.name, name.to_owned());
            known.aliases.push(shorter);
            self.words[entity].clone_from(&candidate.words);
        }
        known.aliases.push(name.to_owned());
        let role = candidate.role.map(|role| role.of(self.text).to_owned());
        let longer = role.as_ref().is_some_and(|role| {
            known
                .role
                .as_ref()
                .is_none_or(|known| role.len() > known.len())
        });
        if longer
            && candidate
                .role
                .is_some_and(|role| !super::role::is_title(&crate::text::fold(role.of(self.text))))
        {
            known.role = role;
        }
        known.gender = known.gender.or(candidate.gender);
        known.country = known.country.or(candidate.country);
        if candidate.kind == Some(EntityKind::Person) && self.words[entity].len() == 1 {
            known.kind = EntityKind::Person;
        }
    }
}

/// Whether two first names, folded, can belong to one person: equal, an initial, or a short form.
pub fn same_first_name(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    let short_form = || {
        SHORT_FORMS.lines().any(|group| {
            let has = |name: &str| group.split_whitespace().any(|form| form == name);
            has(a) && has(b)
        })
    };
    a == b || initial(a, b) || initial(b, a) || same_spelling(a, b) || short_form()
}

/// The entities in order of first mention, each alias once and none equal to the name.
fn in_order(candidates: &[Candidate], found: &[Option<usize>], entities: Vec<Entity>) -> Names {
    let mut number: HashMap<usize, usize> = HashMap::new();
    let mut order: Vec<usize> = Vec::new();
    let mut mentions = Vec::new();
    for (candidate, entity) in candidates.iter().zip(found) {
        let Some(entity) = *entity else { continue };
        let next = number.len();
        let entity = *number.entry(entity).or_insert_with(|| {
            order.push(entity);
            next
        });
        mentions.push(Mention {
            span: candidate.span,
            name: candidate.name,
            entity,
        });
    }
    let mut slots: Vec<Option<Entity>> = entities.into_iter().map(Some).collect();
    let entities = order
        .into_iter()
        .filter_map(|at| slots.get_mut(at)?.take())
        .map(|entity| tidy(entity))
        .collect();
    Names { entities, mentions }
}

fn tidy(mut entity: Entity) -> Entity {
    let mut seen = vec![entity.name.clone()];
    entity.aliases.retain(|alias| {
        let new = !seen.contains(alias);
        if new {
            seen.push(alias.clone());
        }
        new
    });
    entity
}
