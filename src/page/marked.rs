use super::{Highlights, Line, Piece, Roles, wrap};
use crate::text::Span;

/// Words with their roles, put together from several texts.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    text: String,
    marks: Vec<(Span, Roles)>,
}

impl Marked {
    /// Words of one role.
    pub fn of(words: &str, roles: impl Into<Roles>) -> Marked {
        let mut marked = Marked::default();
        marked.put(words, roles);
        marked
    }

    /// Adds words, with nothing between them and those before.
    pub fn put(&mut self, words: &str, roles: impl Into<Roles>) {
        let start = self.text.len();
        self.text.push_str(words);
        self.marks
            .push((Span::new(start, self.text.len()), roles.into()));
    }

    /// Parts what comes next from what stands before it, if anything does.
    pub fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
    }

    /// All of them in lines for a width, each after `indent` spaces.
    pub fn lines(self, width: usize, indent: usize) -> Vec<Vec<Piece>> {
        let marked = Highlights::new(self.marks);
        let all = Span::new(0, self.text.len());
        let room = width.saturating_sub(indent);
        let spans = wrap(&self.text, all, room, 0);
        spans
            .map(|span| {
                let mut pieces = Line::text(span, 0).pieces(&self.text, &[&marked]);
                let before = Piece {
                    text: " ".repeat(indent),
                    roles: Roles::NONE,
                };
                pieces.insert(0, before);
                pieces
            })
            .collect()
    }
}
