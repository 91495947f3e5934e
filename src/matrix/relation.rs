use std::collections::HashMap;

use crate::echo::{Echo, EchoKind, Echoed, QuotePlace};
use crate::text::Span;

/// How articles have the same words of a speaker, or tell them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The words.
    pub seen: Seen,
    /// The number of the article that the others are seen from.
    pub article: usize,
    /// Each other article; none when one article has them twice.
    pub others: Vec<Other>,
}

/// What a relation is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Words that several quotes have.
    Echo {
        /// The number of the echo.
        echo: usize,
        /// The member that the others are seen from, of this speaker: the fullest if it is, else the first.
        member: usize,
        /// How many members are this speaker's.
        own: usize,
        /// The member whose words tell this echo from others of the same fullest version: one that alters it, else the
        /// same as `member`.
        shown: usize,
    },
    /// A quote that others only tell in their own words.
    Quote(QuotePlace),
}

/// How another article has the same words, or tells them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// The number of the article.
    pub article: usize,
    /// How it has them.
    pub how: Echoed,
    /// To whom it ascribes them when that is somebody else, numbers in `Cast::speakers`.
    pub speakers: Vec<usize>,
    /// Where it only tells them, the number of the quote that does so first.
    pub told: Option<usize>,
}

impl Relation {
    /// The quote that the others are seen from.
    pub fn place(&self, echoes: &[Echo]) -> Option<QuotePlace> {
        match self.seen {
            Seen::Echo { echo, member, .. } => Some(echoes.get(echo)?.members.get(member)?.place()),
            Seen::Quote(place) => Some(place),
        }
    }

    /// How the articles of an echo stand to the speaker whose members are `own`.
    pub(super) fn of(number: usize, echo: &Echo, own: &[usize]) -> Option<Relation> {
        let fullest = own.iter().find(|&&member| member == echo.fullest);
        let member = *fullest.or(own.first())?;
        let base = echo.members.get(member)?;
        let cuts = echo.cuts.iter();
        let cuts: HashMap<usize, &[Span]> = cuts
            .map(|cut| (cut.article, cut.missing.as_slice()))
            .collect();
        let cut = |article: usize| cuts.get(&article).copied().unwrap_or_default();
        let articles = echo.members.chunk_by(|a, b| a.article == b.article);
        let others = articles.filter_map(|theirs| {
            let article = theirs.first()?.article;
            if article == base.article {
                return None;
            }
            let otherwise = theirs.iter().find(|one| one.is_otherwise(base));
            let is_same = theirs.iter().all(|one| one.differing.is_empty())
                && base.differing.is_empty()
                && cut(article) == cut(base.article);
            Some(Other {
                article,
                how: match otherwise {
                    Some(_) => Echoed::Otherwise,
                    None if is_same => Echoed::Same,
                    None => Echoed::Altered,
                },
                speakers: otherwise
                    .map(|one| one.speakers.clone())
                    .unwrap_or_default(),
                told: None,
            })
        });
        let is_altered = |place: &&usize| {
            let member = echo.members.get(**place);
            member.is_some_and(|one| one.kind == EchoKind::Altered)
        };
        let seen = Seen::Echo {
            echo: number,
            member,
            own: own.len(),
            shown: *own.iter().find(is_altered).unwrap_or(&member),
        };
        Some(Relation {
            seen,
            article: base.article,
            others: others.collect(),
        })
    }
}
