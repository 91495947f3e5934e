//! What a training program needs to make the tables: the same sequences and pairs that the tagger and linkers judge.

use super::attach::{self, Carry};
use super::feature::features;
use super::link::Spans;
use super::paragraph::Paragraph;
pub use super::role::{LABELS, Role, RoleSpan};
use super::{blocks, marked};
use crate::article::Article;
use crate::model::FeatureSet;
use crate::name::Names;
use crate::text::Span;

/// A paragraph as a sequence of items, with what the tagger sees of each.
pub struct Sequence {
    /// Where each item stands; a run in quotation marks is one.
    pub items: Vec<Span>,
    /// What the tagger sees of each.
    pub features: Vec<FeatureSet>,
}

/// Two spans of a paragraph that may belong to one attribution.
pub struct Join {
    /// Their numbers among the spans given: a content and a cue, a cue and a source, or two contents in a row.
    pub spans: (usize, usize),
    /// What the linker sees of them.
    pub features: FeatureSet,
}

/// Calls `each` with every paragraph of an article, and with a function that pairs up the spans of given roles in it.
pub fn paragraphs(
    article: &Article,
    names: &Names,
    mut each: impl FnMut(Sequence, &dyn Fn(&[RoleSpan]) -> Vec<Join>),
) {
    let (spans, headlines) = blocks(article);
    let runs = marked(&article.text, &spans);
    for ((&span, &headline), runs) in spans.iter().zip(&headlines).zip(&runs) {
        let paragraph = Paragraph::new(&article.text, span, runs);
        let proposed = attach::drafts(&paragraph, headline, Carry::default());
        let sequence = Sequence {
            items: paragraph.items.iter().map(|item| item.span).collect(),
            features: features(&paragraph, names, &proposed).collect(),
        };
        each(sequence, &|spans| joins(&paragraph, spans));
    }
}

fn joins(paragraph: &Paragraph<'_>, spans: &[RoleSpan]) -> Vec<Join> {
    let spans = Spans::new(paragraph, spans);
    let mut found = Vec::new();
    for (from, to) in [(Role::Content, Role::Cue), (Role::Cue, Role::Source)] {
        for a in spans.of(from) {
            found.extend(spans.of(to).map(|b| Join {
                spans: (a, b),
                features: spans.join(a, b),
            }));
        }
    }
    let contents: Vec<usize> = spans.of(Role::Content).collect();
    let in_a_row = contents.iter().zip(contents.iter().skip(1));
    found.extend(in_a_row.map(|(&a, &b)| Join {
        spans: (a, b),
        features: spans.continuation(a, b),
    }));
    found
}
