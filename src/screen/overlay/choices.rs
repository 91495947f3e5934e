use crate::screen::filter::matching;
use crate::screen::input::Input;
use crate::screen::keymap::Action;
use crate::screen::scroll::Cursor;

/// Things to choose one from, narrowed as one types.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Choices<T> {
    pub(in crate::screen) input: Input,
    /// Those that match, the best first.
    pub(in crate::screen) listed: Vec<T>,
    pub(in crate::screen) cursor: Cursor,
    all: Vec<T>,
    /// For each of all, what typed words are looked for in, folded.
    searched: Vec<String>,
}

impl<T: Clone> Choices<T> {
    /// Of each the folded text that typed words are looked for in.
    pub(super) fn new(all: impl Iterator<Item = (T, String)>) -> Choices<T> {
        let (all, searched): (Vec<T>, Vec<String>) = all.unzip();
        Choices {
            input: Input::default(),
            listed: all.clone(),
            cursor: Cursor::default(),
            all,
            searched,
        }
    }

    /// What is under the cursor.
    pub(in crate::screen) fn here(&self) -> Option<&T> {
        self.listed.get(self.cursor.at)
    }

    pub(in crate::screen) fn set_height(&mut self, height: usize) {
        self.cursor.set_height(height, self.listed.len());
    }

    /// Edits what is typed, or moves the cursor; says whether something else is listed for that.
    pub(in crate::screen) fn edit(&mut self, action: Action) -> bool {
        if self.input.edit(action) {
            self.list();
            return true;
        }
        // These move in the line that is typed.
        if !matches!(action, Action::Top | Action::Bottom) {
            self.cursor.act(action, self.listed.len());
        }
        false
    }

    /// Takes what was typed.
    pub(in crate::screen) fn insert(&mut self, typed: &str) {
        self.input.insert(typed);
        self.list();
    }

    fn list(&mut self) {
        let found = matching(self.input.text(), &self.searched).into_iter();
        let found = found.filter_map(|number| self.all.get(number).cloned());
        self.listed = found.collect();
        self.cursor.go(0, self.listed.len());
    }
}
