use super::{Highlights, Line, Role, Roles, quotes, wrap};
use crate::coverage::{Cell, Coverage, Disagreement, Flag, Row};
use crate::quote::QuoteKind;
use crate::text::Span;

/// The signs of depth, each from so many words on.
const DEPTHS: [(usize, &str); 3] = [(90, "###"), (40, "##"), (0, "#")];

/// What stands where an article does not tell a topic.
const ABSENT: &str = "·";

/// A line of what the articles tell of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicLine {
    /// The number of the article whose text it shows; `None` when it is about several.
    pub article: Option<usize>,
    /// Whether the article begins here.
    pub begins: bool,
    /// Whether there is more of the article than is shown.
    pub cut: bool,
    /// What it shows.
    pub line: Line,
}

/// A cell in at most six columns: how much there is, the kind of the strongest quote, `c` for a cut one.
pub fn cell_words(cell: Option<&Cell>) -> String {
    let Some(cell) = cell else {
        return ABSENT.to_owned();
    };
    let depth = depth(cell.words);
    match &cell.said {
        None => depth.to_owned(),
        Some(said) => {
            let cut = if said.cut { "c" } else { "" };
            format!("{depth:<3} {}{cut}", said.kind.letter())
        }
    }
}

fn depth(words: usize) -> &'static str {
    let found = DEPTHS.into_iter().find(|&(from, _)| words >= from);
    found.map_or("", |(_, sign)| sign)
}

/// What the signs of cells and flags mean.
pub fn cell_legend() -> String {
    let [(much, most), (some, middle), (_, least)] = DEPTHS;
    let kinds = QuoteKind::ALL.map(|kind| format!("{} {}", kind.letter(), kind.name()));
    format!(
        "{least} {middle} {most} under {some}, under {much}, more words  {ABSENT} absent  {}  \
         c cut  CAPITALS disagree",
        kinds.join("  ")
    )
}

/// A flag in a word or two; capitals are for disagreement. `name` gives what an article is called.
pub fn flag_words(flag: Flag, name: impl Fn(usize) -> String) -> String {
    match flag {
        Flag::Disputed(kind) => kind.flag().to_owned(),
        Flag::Ascribed => "SPEAKER".to_owned(),
        Flag::Quote => "quote".to_owned(),
        Flag::Word => "word".to_owned(),
        Flag::Only(article) => format!("only {}", name(article)),
        Flag::Omits(article) => format!("{} omits", name(article)),
    }
}

/// A disagreement on one line: on what, and what each article says.
fn conflict_words(one: &Disagreement, name: impl Fn(usize) -> String) -> String {
    let conflict = &one.conflict;
    let claims = one.articles.zip(conflict.claims.as_ref());
    let claims = claims.map(|(article, claim)| format!("{}: {}", name(article), claim.says));
    let about = if conflict.about.is_empty() {
        String::new()
    } else {
        format!(" {}:", conflict.about)
    };
    let on = conflict.kind.flag();
    format!("{on}{about} {}; {}", claims.left, claims.right)
}

/// What a row's articles disagree on, a line each: the conflicts, then who says the same words.
pub fn disagreements(
    coverage: &Coverage,
    row: &Row,
    name: impl Fn(usize) -> String,
) -> Vec<String> {
    let conflicts = row.conflicts.iter();
    let conflicts = conflicts.map(|one| conflict_words(one, &name));
    let ascribed = row.ascribed.iter().map(|quote| {
        let each = quote.iter().filter_map(|(&article, speakers)| {
            let who = coverage.cast.listed(speakers.iter().copied())?;
            Some(format!("{}: {who}", name(article)))
        });
        let each: Vec<String> = each.collect();
        format!("{} {}", flag_words(Flag::Ascribed, &name), each.join("; "))
    });
    conflicts.chain(ascribed).collect()
}

/// What the articles tell of a row, for a width and at most `height` lines: what they disagree on, then the words of each,
/// those of the article `first` before the others'. Where that is not all, the articles share the lines, and the last says
/// how many find no room. `name` gives what an article is called.
pub fn typeset_row(
    coverage: &Coverage,
    row: &Row,
    first: usize,
    (width, height): (usize, usize),
    name: impl Fn(usize) -> String,
) -> Vec<TopicLine> {
    let note = |words: String, role: Role| TopicLine {
        article: None,
        begins: false,
        cut: false,
        line: Line::note(words, role),
    };
    let disagreements = disagreements(coverage, row, &name).into_iter();
    let mut lines: Vec<TopicLine> = disagreements
        .take(height / 2)
        .map(|words| note(words, Role::Warning))
        .collect();
    if !row.cells.contains_key(&first) {
        let words = format!("{} does not tell this", name(first));
        lines.push(note(words, Role::Dim));
    }
    let room = height.saturating_sub(lines.len());
    let others = row.cells.keys().copied().filter(|&one| one != first);
    let articles = std::iter::once(first).chain(others);
    let texts = articles.filter_map(|article| {
        let (cell, reading) = (row.cells.get(&article)?, coverage.reading(article)?);
        let text = reading.article.text.as_str();
        let passages = coverage.passages(article, cell).into_iter();
        let spans = passages.flat_map(|passage| wrap(text, passage, width, 0));
        // No more than there is room for, however long the text is.
        Some((article, spans.take(room + 1).collect()))
    });
    let mut texts: Vec<(usize, Vec<Span>)> = texts.collect();
    let left_out = texts.len().saturating_sub(room);
    if left_out > 0 {
        texts.truncate(room.saturating_sub(1));
    }
    let lengths: Vec<usize> = texts.iter().map(|(_, spans)| spans.len()).collect();
    let shares = shared(&lengths, room - usize::from(left_out > 0 && room > 0));
    for ((article, spans), share) in texts.into_iter().zip(shares) {
        let all = spans.len();
        let shown = spans.into_iter().take(share).enumerate();
        lines.extend(shown.map(|(number, span)| TopicLine {
            article: Some(article),
            begins: number == 0,
            cut: number + 1 == share && share < all,
            line: Line::text(span, 0),
        }));
    }
    if left_out > 0 {
        let words = format!("… and {} more articles", left_out + 1);
        lines.push(note(words, Role::Dim));
    }
    lines.truncate(height);
    lines
}

/// How many of `room` lines each gets: all its own where that leaves enough for the others, else the same as they; what
/// is left over goes to the first ones.
fn shared(lengths: &[usize], room: usize) -> Vec<usize> {
    let mut shares = vec![0; lengths.len()];
    let mut left = room;
    loop {
        let before = left;
        for (share, length) in shares.iter_mut().zip(lengths) {
            if *share < *length && left > 0 {
                *share += 1;
                left -= 1;
            }
        }
        if left == 0 || left == before {
            return shares;
        }
    }
}

/// What is lit in the words of one article: quotes, the claims that another article disagrees with, what another leaves
/// out, what it calls things, and numbers and names of its own.
pub fn row_marks(coverage: &Coverage, row: &Row, article: usize) -> Highlights {
    let cell = row.cells.get(&article);
    let quoted = coverage.reading(article).into_iter().flat_map(quotes);
    let own = cell.into_iter().flat_map(|cell| cell.own.iter().copied());
    let parts = row.omissions.iter().filter(|one| one.told_by == article);
    let choices = row
        .choices
        .iter()
        .filter_map(|&one| coverage.choices.get(one));
    let called = choices.flat_map(|choice| &choice.wordings);
    let called = called
        .filter(|one| one.article == article)
        .map(|one| one.span);
    let differing = own.chain(parts.map(|one| one.part.span)).chain(called);
    let claims = row.conflicts.iter().flat_map(|one| {
        let claims = one.articles.zip(one.conflict.claims.as_ref());
        let own = claims.into_iter().filter(|&(of, _)| of == article);
        own.flat_map(|(_, claim)| claim.spans.iter().copied())
            .collect::<Vec<Span>>()
    });
    let differing = differing.map(|span| (span, Roles::from(Role::Differing)));
    let claims = claims.map(|span| (span, Roles::from(Role::Warning)));
    Highlights::new(quoted.chain(differing).chain(claims))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conflict::ConflictKind;
    use crate::coverage::Said;

    #[test]
    fn a_cell_tells_how_much_there_is_and_whose_words() {
        let cell = |words: usize, said: Option<(QuoteKind, bool)>| {
            let said = said.map(|(kind, cut)| Said {
                kind,
                speakers: Vec::new(),
                cut,
            });
            cell_words(Some(&Cell {
                words,
                said,
                ..Cell::default()
            }))
        };
        assert_eq!(cell_words(None), "·");
        assert_eq!(cell(12, None), "#");
        assert_eq!(cell(40, Some((QuoteKind::Direct, false))), "##  d");
        assert_eq!(cell(200, Some((QuoteKind::Mixed, true))), "### mc");
    }

    #[test]
    fn articles_share_the_lines() {
        assert_eq!(shared(&[3, 1, 2], 10), [3, 1, 2]);
        assert_eq!(shared(&[9, 1, 9], 6), [3, 1, 2]);
        assert_eq!(shared(&[2, 2], 1), [1, 0]);
        assert_eq!(shared(&[], 3), [0; 0]);
    }

    #[test]
    fn only_disagreements_stand_in_capitals() {
        let words = |flag| flag_words(flag, |article| format!("00{article}"));
        let kinds = [
            Flag::Disputed(ConflictKind::Number),
            Flag::Ascribed,
            Flag::Quote,
            Flag::Word,
            Flag::Only(3),
            Flag::Omits(1),
        ];
        for flag in kinds {
            let words = words(flag);
            assert_eq!(
                words == words.to_uppercase(),
                flag.is_disagreement(),
                "{words}"
            );
        }
        assert_eq!(words(Flag::Only(3)), "only 003");
        assert_eq!(words(Flag::Omits(1)), "001 omits");
    }
}
