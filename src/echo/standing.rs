//! How what one quote has of an echo stands to what another article has of it.

use std::collections::BTreeMap;

use super::{Cut, Echo, MOST, Member, QuotePlace};
use crate::text::Span;

/// What another article, or another place of the same one, has of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counterpart {
    /// The first of its members, a number in `Echo::members`.
    pub member: usize,
    /// How its words stand to those of the quote asked about.
    pub standing: Standing,
    /// Whether it has them in other capitals.
    pub recased: bool,
    /// Whether it names other speakers, and none of the same; only where both are sure.
    pub otherwise: bool,
}

/// How the words of a counterpart stand to those of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The same.
    Same,
    /// So many words are gone.
    Shorter(usize),
    /// So many words more.
    Longer(usize),
    /// So many words that only either side has.
    Altered(usize),
}

impl Echo {
    /// What other articles have of a quote, one counterpart each, in order of article; the same article's own repeats come
    /// in their place. Empty when the quote is not among the members.
    pub fn counterparts(&self, quoted: QuotePlace) -> Vec<Counterpart> {
        let is_own = |member: &Member| member.place() == quoted;
        let own: Vec<&Member> = self
            .members
            .iter()
            .filter(|member| is_own(member))
            .take(MOST)
            .collect();
        let mut theirs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (number, member) in self.members.iter().enumerate().take(MOST) {
            if !is_own(member) && own.iter().any(|own| meets(own, member)) {
                theirs.entry(member.article).or_default().push(number);
            }
        }
        let counterpart = |theirs: Vec<usize>| {
            let first = *theirs.first()?;
            let theirs: Vec<&Member> = theirs
                .into_iter()
                .filter_map(|number| self.members.get(number))
                .collect();
            let standing = self.standing(&own, &theirs);
            let recased = |members: &[&Member]| members.iter().any(|member| member.recased);
            Some(Counterpart {
                member: first,
                standing,
                recased: recased(&own) != recased(&theirs),
                otherwise: own
                    .iter()
                    .any(|own| theirs.iter().any(|their| own.is_otherwise(their))),
            })
        };
        theirs.into_values().filter_map(counterpart).collect()
    }

    fn standing(&self, own: &[&Member], theirs: &[&Member]) -> Standing {
        let members = own.iter().chain(theirs);
        let apart: usize = members.map(|member| member.apart).sum();
        let words = |cut: Option<&Cut>| cut.map_or(0, |cut| cut.words);
        let (mine, other) = (self.missing(own), self.missing(theirs));
        let (more, gone) = (words(mine), words(other));
        if apart > 0 {
            Standing::Altered(apart)
        } else if gone > more {
            Standing::Shorter(gone - more)
        } else if more > gone {
            Standing::Longer(more - gone)
        } else if mine.map(|cut| &cut.missing) == other.map(|cut| &cut.missing) {
            Standing::Same
        } else {
            Standing::Altered(gone + more)
        }
    }

    /// What these members of one article leave out of the fullest.
    fn missing(&self, members: &[&Member]) -> Option<&Cut> {
        let all = self.members.get(self.fullest)?.shared.as_slice();
        let first = members.first()?;
        if members.iter().any(|member| member.shared == all) {
            return None;
        }
        self.cuts.iter().find(|cut| cut.article == first.article)
    }

    /// What an article that only has pieces of the fullest leaves out of it: spans in the text of the fullest's article.
    pub fn cut(&self, article: usize) -> &[Span] {
        let cut = self.cuts.iter().find(|cut| cut.article == article);
        cut.map_or(&[], |cut| &cut.missing)
    }
}

/// Whether two members have words of the fullest in common.
pub(super) fn meets(one: &Member, other: &Member) -> bool {
    let mut theirs = other.shared.iter().peekable();
    one.shared.iter().any(|mine| {
        while theirs.next_if(|their| their.end <= mine.start).is_some() {}
        theirs.peek().is_some_and(|their| their.start < mine.end)
    })
}
