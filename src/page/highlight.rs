use super::{Role, Roles};
use crate::text::Span;

/// Byte spans of one article's text with the roles they have, of any number of kinds laid over one another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlights {
    runs: Vec<(Span, Roles)>,
}

impl Highlights {
    /// Lays `marks` over one another; they may nest and cross, and stand in any order.
    pub fn new(marks: impl IntoIterator<Item = (Span, Roles)>) -> Highlights {
        let mut edges: Vec<(usize, bool, Roles)> = Vec::new();
        for (span, roles) in marks.into_iter().filter(|(span, _)| !span.is_empty()) {
            edges.push((span.start, true, roles));
            edges.push((span.end, false, roles));
        }
        edges.sort_unstable_by_key(|&(at, begins, _)| (at, begins));
        let mut depth = [0_usize; Role::ALL.len()];
        let mut runs: Vec<(Span, Roles)> = Vec::new();
        let mut from = 0;
        for (at, begins, roles) in edges {
            let active = active(&depth);
            if from < at && active != Roles::NONE {
                push(&mut runs, Span::new(from, at), active);
            }
            from = at;
            for (role, depth) in Role::ALL.into_iter().zip(&mut depth) {
                if roles.has(role) {
                    *depth = if begins { *depth + 1 } else { *depth - 1 };
                }
            }
        }
        Highlights { runs }
    }

    /// The runs that reach into `span`, in order and apart.
    pub fn within(&self, span: Span) -> &[(Span, Roles)] {
        let first = self.runs.partition_point(|(run, _)| run.end <= span.start);
        let last = self.runs.partition_point(|(run, _)| run.start < span.end);
        self.runs.get(first..last).unwrap_or_default()
    }

    /// The roles at the byte `at`.
    pub fn at(&self, at: usize) -> Roles {
        self.within(Span::new(at, at + 1))
            .iter()
            .fold(Roles::NONE, |all, &(_, roles)| all.and(roles))
    }

    /// Whether nothing is marked.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }
}

fn active(depth: &[usize; Role::ALL.len()]) -> Roles {
    Role::ALL
        .into_iter()
        .zip(depth)
        .filter(|&(_, &depth)| depth > 0)
        .fold(Roles::NONE, |all, (role, _)| all.with(role))
}

/// Adds a run, or lengthens the last when it has the same roles.
fn push(runs: &mut Vec<(Span, Roles)>, span: Span, roles: Roles) {
    match runs.last_mut() {
        Some((last, same)) if last.end == span.start && *same == roles => last.end = span.end,
        _ => runs.push((span, roles)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_nest_and_cross() {
        let quote = Roles::from(Role::Quote);
        let lit = Roles::from(Role::Lit);
        let marks = [
            (Span::new(2, 8), quote),
            (Span::new(4, 10), lit),
            (Span::new(5, 6), quote),
        ];
        assert_eq!(
            Highlights::new(marks).within(Span::new(0, 20)),
            [
                (Span::new(2, 4), quote),
                (Span::new(4, 8), quote.and(lit)),
                (Span::new(8, 10), lit),
            ]
        );
    }

    #[test]
    fn gives_only_what_reaches_into_the_span() {
        let quote = Roles::from(Role::Quote);
        let marked = Highlights::new([(Span::new(0, 3), quote), (Span::new(5, 9), quote)]);
        assert_eq!(marked.within(Span::new(3, 5)), []);
        assert_eq!(marked.within(Span::new(3, 6)), [(Span::new(5, 9), quote)]);
    }
}
