use super::{Line, MEASURE, Page, Role, Slot, wrap};
use crate::article::{Article, BlockKind, TitleOrigin};
use crate::text::{Side, Span};

/// An article alone, at most [`MEASURE`] columns wide: its title, then its blocks with a blank line between.
pub fn typeset(article: &Article, width: usize) -> Page {
    let width = width.min(MEASURE);
    let mut lines = given_title(article, width);
    for block in &article.blocks {
        if !lines.is_empty() {
            lines.push(Line::blank());
        }
        lines.extend(text_lines(article, block.span, width, 0));
    }
    Page::new(
        lines
            .into_iter()
            .map(|line| Slot::on(Side::Left, line))
            .collect(),
    )
}

/// The lines of a title that the text itself does not have.
pub(super) fn given_title(article: &Article, width: usize) -> Vec<Line> {
    let in_text = article
        .blocks
        .iter()
        .any(|block| block.kind == BlockKind::Headline);
    if in_text || article.title.origin != TitleOrigin::Given {
        return Vec::new();
    }
    let title = article.title.text.as_str();
    wrap(title, Span::new(0, title.len()), width, 0)
        .map(|line| Line::note(line.of(title), Role::Headline))
        .collect()
}

/// The lines of a stretch of text, the first of them `indent` columns in.
pub(super) fn text_lines(
    article: &Article,
    span: Span,
    width: usize,
    indent: usize,
) -> impl Iterator<Item = Line> {
    wrap(&article.text, span, width, indent)
        .enumerate()
        .map(move |(number, line)| Line::text(line, if number == 0 { indent } else { 0 }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Label;
    use crate::page::Spot;

    #[test]
    fn blocks_stand_apart() {
        let page = typeset(&article("The mayor left.\n\nHe went home by train."), 12);
        assert_eq!(
            shown(&page, "The mayor left.\n\nHe went home by train."),
            ["The mayor", "left.", "", "He went home", "by train."]
        );
    }

    #[test]
    fn a_place_in_the_text_is_found_at_any_width() {
        let text = "The mayor left.\n\nHe went home by train.";
        let home = Spot {
            side: Side::Left,
            at: text.find("home").unwrap_or_default(),
        };
        assert_eq!(typeset(&article(text), 12).slot_of(home), Some(3));
        assert_eq!(typeset(&article(text), 72).slot_of(home), Some(2));
    }

    fn article(text: &str) -> Article {
        Article::plain(text.to_owned(), Label::default())
    }

    fn shown<'a>(page: &Page, text: &'a str) -> Vec<&'a str> {
        (0..page.len())
            .filter_map(|number| page.slot(number)?.sides.left.as_ref())
            .map(|line| line.span.of(text))
            .collect()
    }
}
