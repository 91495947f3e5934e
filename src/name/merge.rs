//! Which names are one person or body.

use foldhash::{HashMap, HashMapExt};

use super::candidate::Candidate;
use super::person::{BEARERS, has_generation, same_person, surname};
use super::role::{is_office, is_title};
use super::run::{is_no_initial, is_paper};
use super::{Entity, EntityKind, Mention, Names};
use crate::text::{Spellings, fold};

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
    by_key: HashMap<String, Vec<usize>>,
    by_first_name: HashMap<String, Vec<usize>>,
    /// Bodies by their initials, and papers by their last word: *NRA*, *the Post*.
    by_short_form: HashMap<String, usize>,
    /// The candidate that named each entity last.
    last: Vec<Option<usize>>,
}

impl Merging<'_> {
    /// What names of one entity have in common: a person's surname, all words of a body or place.
    fn key(&self, candidate: &Candidate) -> String {
        if candidate.kind.may_be_person() {
            return self.spellings.of(surname(&candidate.words)).to_owned();
        }
        let words: Vec<&str> = candidate
            .words
            .iter()
            .map(|word| self.spellings.of(word))
            .collect();
        words.join(" ")
    }

    fn full_name(&mut self, candidate: &Candidate) -> usize {
        let key = self.key(candidate);
        let known = self.by_key.get(&key).into_iter().flatten().take(BEARERS);
        let same = known
            .copied()
            .find(|&entity| self.is_same(entity, candidate));
        let entity = same.unwrap_or_else(|| self.add(candidate));
        self.learn(entity, candidate);
        entity
    }

    /// A surname or first name alone is the person of that name who was named last, else the first to come.
    fn single_word(&mut self, candidate: &Candidate) -> usize {
        let key = self.key(candidate);
        let bearers = self
            .by_key
            .get(&key)
            .or_else(|| self.by_first_name.get(&candidate.words[0]));
        let body = self.by_short_form.get(&candidate.words[0]).copied();
        if let Some(body) = body.filter(|_| bearers.is_none() && candidate.role.is_none()) {
            self.learn(body, candidate);
            return body;
        }
        let fits = |entity: &usize| {
            let known = &self.entities[*entity];
            let genders = known.gender.is_none()
                || candidate.gender.is_none()
                || known.gender == candidate.gender;
            let office = self.office(candidate).is_none_or(|office| {
                known
                    .role
                    .as_ref()
                    .is_none_or(|role| fold(role).contains(&office))
                    && (known.role.is_some() || self.words[*entity].len() == 1)
            });
            genders && office && known.kind.may_be_person() == candidate.kind.may_be_person()
        };
        let bearer = bearers
            .into_iter()
            .flatten()
            .rev()
            .take(BEARERS)
            .copied()
            .filter(fits)
            .max_by_key(|&entity| {
                // *Trump* alone is the elder, not *Donald Trump Jr*.
                (
                    !has_generation(&self.words[entity]),
                    // nor *Resist Trump*, and *Obama* the president rather than *Malia Obama*.
                    self.entities[entity].gender.is_some() || self.holds_office(entity),
                    self.last[entity],
                    std::cmp::Reverse(entity),
                )
            });
        let entity = bearer.unwrap_or_else(|| self.add(candidate));
        self.learn(entity, candidate);
        entity
    }

    fn holds_office(&self, entity: usize) -> bool {
        let role = self.entities[entity].role.as_deref().map(fold);
        role.is_some_and(|role| role.split(' ').any(is_office))
    }

    /// The office before a bare surname that sets its holder apart from others of the name: *President Obama* is no
    /// *Malia Obama*.
    fn office(&self, candidate: &Candidate) -> Option<String> {
        let role = fold(candidate.role?.of(self.text));
        role.split(' ')
            .find(|word| is_office(word))
            .map(str::to_owned)
    }

    /// Whether an entity of the same key is the one that a full name means.
    fn is_same(&self, entity: usize, candidate: &Candidate) -> bool {
        let person = self.entities[entity].kind.may_be_person();
        person == candidate.kind.may_be_person()
            && (!person || same_person(&self.words[entity], &candidate.words))
    }

    fn add(&mut self, candidate: &Candidate) -> usize {
        let entity = self.entities.len();
        self.entities.push(Entity {
            name: candidate.name.of(self.text).to_owned(),
            role: None,
            aliases: Vec::new(),
            kind: candidate.kind,
            gender: None,
            country: None,
        });
        self.words.push(candidate.words.clone());
        self.last.push(None);
        if candidate.kind == EntityKind::Person && candidate.words.len() > 1 {
            self.by_first_name
                .entry(candidate.words[0].clone())
                .or_default()
                .push(entity);
        }
        if candidate.kind == EntityKind::Body && candidate.words.len() > 1 {
            self.by_short_form.extend(
                short_forms(&candidate.words)
                    .into_iter()
                    .map(|short| (short, entity)),
            );
        }
        self.by_key
            .entry(self.key(candidate))
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
        let role = candidate
            .role
            .map(|role| role.of(self.text))
            .filter(|role| !ends_with_title(role));
        if role.is_some_and(|role| {
            known
                .role
                .as_deref()
                .is_none_or(|known| tells_more(role, known))
        }) {
            known.role = role.map(str::to_owned);
        }
        known.gender = known.gender.or(candidate.gender);
        known.country = known.country.or(candidate.country);
        if known.kind == EntityKind::Unknown {
            known.kind = candidate.kind;
        }
    }
}

/// What else a body of these folded words goes by in one word: its initials when they are three or more, and the last word
/// of a paper.
fn short_forms(words: &[String]) -> Vec<String> {
    let telling = words.iter().filter(|word| !is_no_initial(word));
    let initials: String = telling.filter_map(|word| word.chars().next()).collect();
    let paper = words.last().filter(|last| is_paper(last)).cloned();
    let initials = Some(initials).filter(|initials| initials.chars().count() >= 3);
    initials.into_iter().chain(paper).collect()
}

/// Whether a role is only a title: *Republican Sen*.
fn ends_with_title(role: &str) -> bool {
    role.rsplit(' ')
        .next()
        .is_some_and(|last| is_title(&fold(last)))
}

/// Whether one role tells more than another: a *counterpart* is so only of somebody else named there.
fn tells_more(role: &str, known: &str) -> bool {
    let counterpart = |role: &str| role.ends_with("counterpart");
    match (counterpart(role), counterpart(known)) {
        (false, true) => true,
        (true, false) => false,
        _ => role.len() > known.len(),
    }
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
        .map(tidy)
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
