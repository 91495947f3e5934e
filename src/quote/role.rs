//! The roles of words in an attribution, as the tagger labels them and the linkers join them.

use std::ops::Range;

/// What words are in an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// What is reported.
    Content,
    /// The words that report it.
    Cue,
    /// The words that name whose it is.
    Source,
}

/// How many labels the tagger has: none, and for each role its first item and the rest.
pub const LABELS: usize = 7;

impl Role {
    /// All, in the order of their labels.
    pub const ALL: [Role; 3] = [Role::Content, Role::Cue, Role::Source];

    /// The label of an item with this role.
    pub fn label(self, begins: bool) -> usize {
        1 + 2 * self as usize + usize::from(!begins)
    }

    fn of_label(label: usize) -> Option<(Role, bool)> {
        let role = Role::ALL.get(label.checked_sub(1)? / 2)?;
        Some((*role, label % 2 == 1))
    }
}

/// Items that have one role together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleSpan {
    /// Which.
    pub role: Role,
    /// The items, numbers in their paragraph.
    pub items: Range<usize>,
}

/// The runs of one role that `labels` give, in order.
pub(super) fn role_spans(labels: &[usize]) -> Vec<RoleSpan> {
    let mut spans: Vec<RoleSpan> = Vec::new();
    let mut open = false;
    for (at, &label) in labels.iter().enumerate() {
        let Some((role, begins)) = Role::of_label(label) else {
            open = false;
            continue;
        };
        match spans
            .last_mut()
            .filter(|last| open && !begins && last.role == role)
        {
            Some(last) => last.items.end = at + 1,
            None => spans.push(RoleSpan {
                role,
                items: at..at + 1,
            }),
        }
        open = true;
    }
    spans
}
