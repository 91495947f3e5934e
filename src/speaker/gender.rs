//! What pronoun stands for somebody, told by the pronouns beside their name.

use std::collections::{BTreeMap, BTreeSet};

use super::grammar::{HE, SHE};
use crate::name::Gender;
use crate::reading::Reading;
use crate::text::{fold, words};

/// The entities of an article of which the text only tells by pronouns what they are: those that are the only ones named in
/// sentences with *he* or *she* in them, at least twice and mostly with one of the two.
pub(super) fn by_pronouns(reading: &Reading) -> BTreeMap<usize, Gender> {
    /// Once tells little: a pronoun can stand for somebody of another sentence.
    const LEAST: usize = 2;
    let mut votes: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mentions = &reading.names.mentions;
    for sentence in &reading.sentences {
        let from = mentions.partition_point(|mention| mention.span.end <= sentence.span.start);
        let here = mentions[from..].iter();
        let here = here.take_while(|mention| mention.span.start < sentence.span.end);
        let people = here.map(|mention| mention.entity).filter(|&entity| {
            let entity = reading.names.entities.get(entity);
            entity.is_some_and(|entity| entity.kind.may_be_person())
        });
        let people: BTreeSet<usize> = people.collect();
        let (Some(&only), 1) = (people.first(), people.len()) else {
            continue;
        };
        let all = words(sentence.span.of(&reading.article.text)).map(|word| fold(word.text));
        let (mut he, mut she) = (false, false);
        for word in all {
            he |= HE.has(&word);
            she |= SHE.has(&word);
        }
        let count = votes.entry(only).or_default();
        count.0 += usize::from(he && !she);
        count.1 += usize::from(she && !he);
    }
    let told = votes.into_iter().filter_map(|(entity, (he, she))| {
        if he >= LEAST && he >= 4 * she {
            Some((entity, Gender::Male))
        } else if she >= LEAST && she >= 4 * he {
            Some((entity, Gender::Female))
        } else {
            None
        }
    });
    told.collect()
}
