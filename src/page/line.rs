use super::wrap::is_space;
use super::{Highlights, Roles};
use crate::text::{Span, visible};

/// One line of a page on one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The bytes of the article's text that it shows; empty when it is blank or a note.
    pub span: Span,
    /// Columns left free before it.
    pub indent: usize,
    /// Words of parallax's own, where the line shows no text. They may be wider than the page, and are to be cut.
    pub note: Option<Box<Piece>>,
}

/// Text that looks the same throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Why they look as they do.
    pub roles: Roles,
}

impl Line {
    /// A line of the article's own text.
    pub fn text(span: Span, indent: usize) -> Line {
        Line {
            span,
            indent,
            note: None,
        }
    }

    /// A line that says something about the text.
    pub fn note(words: impl Into<String>, roles: impl Into<Roles>) -> Line {
        Line {
            span: Span::default(),
            indent: 0,
            note: Some(Box::new(Piece {
                text: words.into(),
                roles: roles.into(),
            })),
        }
    }

    /// An empty line.
    pub fn blank() -> Line {
        Line::text(Span::default(), 0)
    }

    /// What it shows, safe to print and cut where the roles change; `text` is the article's.
    pub fn pieces(&self, text: &str, layers: &[&Highlights]) -> Vec<Piece> {
        if let Some(note) = &self.note {
            return vec![Piece {
                text: visible(&note.text).into_owned(),
                roles: note.roles,
            }];
        }
        let mut pieces = Vec::new();
        let mut after_space = true;
        for (span, roles) in cut(self.span, layers) {
            let words = one_space(span.of(text), &mut after_space);
            if !words.is_empty() {
                pieces.push(Piece {
                    text: visible(&words).into_owned(),
                    roles,
                });
            }
        }
        pieces
    }
}

/// The stretches of `span` within which no layer changes.
fn cut(span: Span, layers: &[&Highlights]) -> Vec<(Span, Roles)> {
    let mut cuts = vec![span.start, span.end];
    for (run, _) in layers.iter().flat_map(|layer| layer.within(span)) {
        cuts.extend([run.start, run.end]);
    }
    cuts.retain(|&at| span.start <= at && at <= span.end);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|ends| {
            let &[start, end] = ends else { return None };
            let roles = layers
                .iter()
                .fold(Roles::NONE, |all, layer| all.and(layer.at(start)));
            Some((Span::new(start, end), roles))
        })
        .collect()
}

/// `words` with each run of white space as one space, as lines are measured.
fn one_space(words: &str, after_space: &mut bool) -> String {
    let mut shown = String::with_capacity(words.len());
    for letter in words.chars() {
        let space = is_space(letter);
        if !space {
            shown.push(letter);
        } else if !*after_space {
            shown.push(' ');
        }
        *after_space = space;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Role;

    #[test]
    fn pieces_carry_all_roles_of_all_layers() {
        let text = "He said  “never”\nagain";
        let quote = Highlights::new([(Span::new(12, 17), Role::Quote.into())]);
        let found = Highlights::new([(Span::new(3, 14), Role::Found.into())]);
        let line = Line::text(Span::new(0, text.len()), 0);
        let shown: Vec<_> = line
            .pieces(text, &[&quote, &found])
            .into_iter()
            .map(|piece| (piece.text, piece.roles.each().collect::<Vec<_>>()))
            .collect();
        assert_eq!(
            shown,
            [
                ("He ".to_owned(), vec![]),
                ("said “".to_owned(), vec![Role::Found]),
                ("ne".to_owned(), vec![Role::Quote, Role::Found]),
                ("ver".to_owned(), vec![Role::Quote]),
                ("” again".to_owned(), vec![]),
            ]
        );
    }

    #[test]
    fn nothing_that_acts_on_a_terminal_comes_out() {
        let text = "red \u{1b}[31m \u{202e}txet";
        let line = Line::text(Span::new(0, text.len()), 0);
        let shown: String = line
            .pieces(text, &[])
            .into_iter()
            .map(|piece| piece.text)
            .collect();
        assert_eq!(shown, "red ␛[31m �txet");
    }
}
