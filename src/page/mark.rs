use super::{Role, Roles};
use crate::article::{Article, BlockKind};
use crate::comparison::{Comparison, Row};
use crate::difference::{Difference, LightSort, Nearness};
use crate::reading::Reading;
use crate::text::{Side, Span};

/// What is lit where two passages stand side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lighting {
    /// What fits: differences in copied stretches and reworded passages, what is shared in the rest.
    #[default]
    Fitting,
    /// The words that only one has.
    Differing,
    /// The words that both have.
    Shared,
    /// Nothing.
    Off,
}

impl Lighting {
    /// The next of them, around.
    pub fn next(self) -> Lighting {
        match self {
            Lighting::Fitting => Lighting::Differing,
            Lighting::Differing => Lighting::Shared,
            Lighting::Shared => Lighting::Off,
            Lighting::Off => Lighting::Fitting,
        }
    }

    /// One word for it.
    pub fn name(self) -> &'static str {
        match self {
            Lighting::Fitting => "auto",
            Lighting::Differing => "differs",
            Lighting::Shared => "shared",
            Lighting::Off => "off",
        }
    }
}

/// How a row's sides stand to each other, as the margin shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowMark {
    /// Nearly the same words.
    NearCopy,
    /// The same matter in other words.
    Linked,
    /// Only one side has it.
    Only(Side),
}

impl RowMark {
    /// The mark of a row.
    pub fn of(row: &Row) -> RowMark {
        let nearness = row
            .difference
            .as_ref()
            .map(|difference| difference.nearness);
        match (row.only(), nearness) {
            (Some(side), _) => RowMark::Only(side),
            (None, Some(Nearness::NearCopy)) => RowMark::NearCopy,
            (None, _) => RowMark::Linked,
        }
    }

    /// The letter that stands in the margin.
    pub fn letter(self) -> char {
        match self {
            RowMark::NearCopy => '=',
            RowMark::Linked => '~',
            RowMark::Only(_) => '+',
        }
    }
}

impl Role {
    /// The role of what belongs to one side.
    pub fn of(side: Side) -> Role {
        match side {
            Side::Left => Role::Left,
            Side::Right => Role::Right,
        }
    }
}

/// Marks what is not body text: title, subheads, byline, dateline, boilerplate.
pub fn structure(article: &Article) -> impl Iterator<Item = (Span, Roles)> {
    let blocks = article.blocks.iter().filter_map(|block| {
        let role = match block.kind {
            BlockKind::Headline => Role::Headline,
            BlockKind::Subhead => Role::Subhead,
            BlockKind::Byline | BlockKind::Boilerplate => Role::Dim,
            BlockKind::Paragraph => return None,
        };
        Some((block.span, role.into()))
    });
    blocks.chain(article.dateline.map(|span| (span, Role::Dim.into())))
}

/// Marks the words in quotation marks that are somebody's.
pub fn quotes(reading: &Reading) -> impl Iterator<Item = (Span, Roles)> {
    let quoted = reading.quotes.iter().flat_map(|quote| &quote.quoted);
    quoted.map(|&span| (span, Role::Quote.into()))
}

/// Marks the names of people, bodies and places, without their roles.
pub fn names(reading: &Reading) -> impl Iterator<Item = (Span, Roles)> {
    let mentions = reading.names.mentions.iter();
    mentions.map(|mention| (mention.name, Role::Name.into()))
}

/// Marks on one side of all rows what `lighting` asks for.
pub fn differences(
    comparison: &Comparison,
    side: Side,
    lighting: Lighting,
) -> impl Iterator<Item = (Span, Roles)> {
    let compared = comparison
        .rows
        .iter()
        .filter_map(|row| row.difference.as_ref());
    compared.flat_map(move |difference| lit(difference, side, lighting))
}

/// Marks on one side what the articles disagree on, and what the other leaves out of a passage that both have, where
/// differences are lit.
pub fn contested(
    comparison: &Comparison,
    side: Side,
    lighting: Lighting,
) -> impl Iterator<Item = (Span, Roles)> {
    let differing = Roles::from(Role::Differing).with(Role::of(side));
    let lit = matches!(lighting, Lighting::Fitting | Lighting::Differing);
    let conflicts = comparison.conflicts.iter();
    let claims = conflicts.flat_map(move |one| &one.claims.get(side).spans);
    let omissions = comparison.omissions.iter();
    let omissions = omissions.filter(move |one| lit && one.side == side);
    let claims = claims.filter(move |_| lighting != Lighting::Off);
    claims
        .map(|&span| (span, Role::Conflict.into()))
        .chain(omissions.map(move |one| (one.span, differing)))
}

fn lit(difference: &Difference, side: Side, lighting: Lighting) -> Vec<(Span, Roles)> {
    let differing = Roles::from(Role::Differing).with(Role::of(side));
    let shared = Roles::from(Role::Shared);
    let all = |spans: &[Span], roles| spans.iter().map(|&span| (span, roles)).collect();
    match lighting {
        Lighting::Fitting => difference
            .lights(side)
            .into_iter()
            .map(|light| match light.sort {
                LightSort::Differing => (light.span, differing),
                LightSort::Shared => (light.span, shared),
            })
            .collect(),
        Lighting::Differing => all(difference.differing.get(side), differing),
        Lighting::Shared => all(difference.shared.get(side), shared),
        Lighting::Off => Vec::new(),
    }
}
