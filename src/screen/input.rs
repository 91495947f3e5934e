use unicode_segmentation::UnicodeSegmentation;

use super::keymap::Action;

/// A line that is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Input {
    text: String,
    /// The byte before which letters come in.
    at: usize,
}

impl Input {
    pub(super) fn new(text: &str) -> Input {
        Input {
            text: text.to_owned(),
            at: text.len(),
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    pub(super) fn before(&self) -> &str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// Puts in what was typed or pasted; a line break or tab becomes a space, and other controls can't be typed into a line.
    pub(super) fn insert(&mut self, typed: &str) {
        let typed = typed.trim_end_matches(['\r', '\n']).replace("\r\n", "\n");
        let letters = typed.chars().map(|letter| match letter {
            '\r' | '\n' | '\t' => ' ',
            letter => letter,
        });
        for letter in letters.filter(|letter| !letter.is_control()) {
            self.text.insert(self.at, letter);
            self.at += letter.len_utf8();
        }
    }

    /// Moves or erases; says whether the text has changed.
    pub(super) fn edit(&mut self, action: Action) -> bool {
        let length = self.text.len();
        match action {
            Action::Left => self.at -= self.letter_before(),
            Action::Right => self.at += self.letter_after(),
            Action::Top => self.at = 0,
            Action::Bottom => self.at = length,
            Action::EraseLetter => self.erase(self.letter_before()),
            Action::EraseNext => {
                let letter = self.letter_after();
                self.at += letter;
                self.erase(letter);
            }
            Action::EraseWord => {
                let kept = self.before().trim_end();
                let start = kept.rfind(char::is_whitespace).map_or(0, |at| at + 1);
                self.erase(self.at - start);
            }
            Action::EraseAll => self.erase(self.at),
            _ => (),
        }
        self.text.len() != length
    }

    fn erase(&mut self, bytes: usize) {
        let start = self.at - bytes;
        self.text.drain(start..self.at);
        self.at = start;
    }

    fn letter_before(&self) -> usize {
        let mut letters = self.before().graphemes(true);
        letters.next_back().map_or(0, str::len)
    }

    fn letter_after(&self) -> usize {
        let after = self.text.get(self.at..).unwrap_or_default();
        after.graphemes(true).next().map_or(0, str::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_and_go() {
        check("Zoë", &[Action::EraseLetter], "Zo|");
        check("the mayor", &[Action::EraseWord], "the |");
        check("the ", &[Action::EraseWord], "|");
        check(
            "abc",
            &[Action::Left, Action::Left, Action::EraseNext],
            "a|c",
        );
        check("abc", &[Action::Left, Action::EraseAll], "|c");
        check("", &[Action::EraseLetter, Action::Left, Action::Right], "|");
        check(
            "né",
            &[Action::Top, Action::Right, Action::EraseLetter],
            "|é",
        );
    }

    #[test]
    fn controls_are_not_typed() {
        let mut input = Input::default();
        input.insert("a\n\u{1b}b");
        assert_eq!(input.text(), "a b");
    }

    #[track_caller]
    fn check(text: &str, actions: &[Action], expected: &str) {
        let mut input = Input::new(text);
        for &action in actions {
            input.edit(action);
        }
        let mut shown = input.text().to_owned();
        shown.insert(input.before().len(), '|');
        assert_eq!(shown, expected);
    }
}
