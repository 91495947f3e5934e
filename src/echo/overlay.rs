//! A version of a quote laid over the fullest one: what it has in common with it, what it leaves out, what it has instead.

use super::{Likeness, Member};
use crate::text::Span;

/// Words in a row that stand alike to the fullest version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// How they stand to it.
    pub laid: Laid,
    /// Where they stand, with the punctuation at them: in the text of the fullest's article when they are missing, else in
    /// that of their own.
    pub span: Span,
    /// How many words that are.
    pub words: usize,
    /// The number of the piece within whose quotation marks they stand; `None` for what is missing outside of all.
    pub piece: Option<usize>,
}

/// How words stand to the fullest version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Laid {
    /// Both have them.
    Shared,
    /// Both have them, here in other capitals.
    Recased,
    /// Only the fullest has them.
    Missing,
    /// Only this version has them, or has them in another inflection.
    Added,
}

/// What is missing has been exchanged for what is added when it has at most so many words more: it then stands within the
/// marks, beside that.
const EXCHANGED: usize = 3;

/// Lays `pieces` over the fullest version, with what they leave out in its place. The pieces are of one article, whose text
/// is `text`, and have no words of the fullest in common; `whole` is the text of the fullest's article.
pub(super) fn overlay(
    fullest: &Member,
    whole: &str,
    pieces: &[&Member],
    text: &str,
) -> Vec<Segment> {
    let mut laying = Laying {
        whole: reaches(fullest, whole),
        covered: vec![false; fullest.words.len()],
        next: 0,
        segments: Vec::new(),
        last: None,
    };
    for word in pieces.iter().flat_map(|piece| &piece.words) {
        let place = word.place.filter(|_| word.likeness != Likeness::Other);
        if let Some(covered) = place.and_then(|place| laying.covered.get_mut(place)) {
            *covered = true;
        }
    }
    let mut ordered: Vec<(usize, &Member)> = pieces.iter().copied().enumerate().collect();
    let first = |piece: &Member| piece.words.iter().find_map(|word| word.place);
    ordered.sort_by_key(|&(number, piece)| (first(piece), number));
    for (number, piece) in ordered {
        laying.lay(number, piece, &reaches(piece, text));
    }
    laying.leave_out(fullest.words.len(), None);
    laying.segments
}

/// What is laid so far.
struct Laying {
    /// The words of the fullest.
    whole: Vec<Span>,
    /// Which of them the pieces have.
    covered: Vec<bool>,
    /// Words before this one are done with.
    next: usize,
    segments: Vec<Segment>,
    /// The number of the last word of the last segment, in its own text.
    last: Option<usize>,
}

impl Laying {
    fn lay(&mut self, number: usize, piece: &Member, reaches: &[Span]) {
        let inside = Some(number);
        // Words of its own wait until it is known what they stand for.
        let mut held: Vec<usize> = Vec::new();
        let mut begun = false;
        for (at, word) in piece.words.iter().enumerate() {
            let place = word.place.filter(|_| word.likeness != Likeness::Other);
            let Some(place) = place else {
                held.push(at);
                continue;
            };
            let is_inside = begun || self.is_exchanged(place, held.len());
            self.leave_out(place, inside.filter(|_| is_inside));
            self.add_all(&held, reaches, inside);
            held.clear();
            begun = true;
            let laid = match word.likeness {
                Likeness::Recased => Laid::Recased,
                Likeness::Same | Likeness::Other => Laid::Shared,
            };
            self.add(laid, at, reaches, inside);
            self.next = self.next.max(place + 1);
        }
        let rest = self.covered.iter().skip(self.next);
        let end = self.next + rest.take_while(|covered| !**covered).count();
        if self.is_exchanged(end, held.len()) {
            self.leave_out(end, inside);
        }
        self.add_all(&held, reaches, inside);
    }

    /// Whether what is missing up to `end` stands where there are `held` words instead.
    fn is_exchanged(&self, end: usize, held: usize) -> bool {
        held > 0 && end.saturating_sub(self.next) <= held + EXCHANGED
    }

    /// Puts what no piece has up to the word `end` of the fullest.
    fn leave_out(&mut self, end: usize, piece: Option<usize>) {
        let whole = std::mem::take(&mut self.whole);
        for at in self.next..end.max(self.next) {
            if self.covered.get(at) == Some(&false) {
                self.add(Laid::Missing, at, &whole, piece);
            }
        }
        self.whole = whole;
        self.next = self.next.max(end);
    }

    fn add_all(&mut self, words: &[usize], reaches: &[Span], piece: Option<usize>) {
        for &at in words {
            self.add(Laid::Added, at, reaches, piece);
        }
    }

    /// Puts a word, of those that stand at `reaches`.
    fn add(&mut self, laid: Laid, at: usize, reaches: &[Span], piece: Option<usize>) {
        let Some(&span) = reaches.get(at) else { return };
        let goes_on = at.checked_sub(1).is_some() && at.checked_sub(1) == self.last;
        let alike = |last: &&mut Segment| goes_on && (last.laid, last.piece) == (laid, piece);
        match self.segments.last_mut().filter(alike) {
            Some(last) => {
                last.span.end = span.end;
                last.words += 1;
            }
            None => self.segments.push(Segment {
                laid,
                span,
                words: 1,
                piece,
            }),
        }
        self.last = Some(at);
    }
}

/// The words of a member, each with the punctuation before it and after.
fn reaches(member: &Member, text: &str) -> Vec<Span> {
    let mut start = member.span.start;
    let mut reaches = Vec::with_capacity(member.words.len());
    for (at, word) in member.words.iter().enumerate() {
        let Some(next) = member.words.get(at + 1) else {
            reaches.push(Span::new(start, member.span.end.max(start)));
            break;
        };
        let between = Span::new(word.span.end, next.span.start.max(word.span.end));
        let (end, after) = parted(between, text);
        reaches.push(Span::new(start, end));
        start = after;
    }
    reaches
}

/// Where what stands between two words ends the first, and where it begins the second: a mark without space before the
/// second is its own.
fn parted(between: Span, text: &str) -> (usize, usize) {
    let marks = between.of(text);
    let Some((last, space)) = marks.char_indices().rfind(|(_, one)| one.is_whitespace()) else {
        return (between.end, between.end);
    };
    let first = marks.get(..last).unwrap_or_default().trim_end();
    (
        between.start + first.len(),
        between.start + last + space.len_utf8(),
    )
}
