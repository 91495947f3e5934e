use unicode_width::UnicodeWidthStr;

use super::Sheet;
use crate::page::{MEASURE, wrap};
use crate::text::{Pair, Span, visible};

/// Narrower than this, in columns, the sides stand one above the other.
const NARROWEST: usize = 48;

/// Two texts side by side on a sheet.
pub(super) struct Columns {
    width: usize,
    beside: bool,
}

impl Columns {
    /// Columns that fill `width` together, each of a readable length.
    pub(super) fn within(width: usize) -> Columns {
        let beside = width >= NARROWEST;
        let each = if beside {
            width.saturating_sub(BETWEEN.width()) / 2
        } else {
            width
        };
        Columns {
            width: each.clamp(1, MEASURE),
            beside,
        }
    }

    /// Adds both texts, each wrapped; they begin on the same line.
    pub(super) fn add(&self, sheet: &mut Sheet, texts: Pair<&str>) {
        let lines = texts.map(|text| lines(text, self.width));
        if !self.beside {
            for line in lines.left.iter().chain(&lines.right) {
                sheet.line(line);
            }
            return;
        }
        for number in 0..lines.left.len().max(lines.right.len()) {
            let at = |lines: &[String]| lines.get(number).cloned().unwrap_or_default();
            let left = at(&lines.left);
            let room = " ".repeat(self.width.saturating_sub(left.width()));
            sheet.line(format!("{left}{room}{BETWEEN}{}", at(&lines.right)));
        }
    }
}

const BETWEEN: &str = " │ ";

/// The lines of `text`, safe to print, each at most `width` columns wide.
pub(super) fn lines(text: &str, width: usize) -> Vec<String> {
    wrap(text, Span::new(0, text.len()), width, 0)
        .map(|line| {
            let words: Vec<&str> = line.of(text).split_whitespace().collect();
            visible(&words.join(" ")).into_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_begin_on_one_line() {
        let mut sheet = Sheet::new();
        Columns::within(51).add(
            &mut sheet,
            Pair::new("The mayor refused to sell the town hall.", "No.\u{1b}"),
        );
        let expected = "The mayor refused to     │ No.␛\nsell the town hall.      │\n";
        assert_eq!(sheet.to_string(), expected);
    }

    #[test]
    fn narrow_sides_stand_above_each_other() {
        let mut sheet = Sheet::new();
        Columns::within(12).add(&mut sheet, Pair::new("The mayor refused.", "She did."));
        assert_eq!(sheet.to_string(), "The mayor\nrefused.\nShe did.\n");
    }
}
