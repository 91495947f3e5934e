use crate::query::Filter;
use crate::screen::filter::matching;
use crate::screen::input::Input;
use crate::screen::keymap::Action;
use crate::screen::scroll::{follow, moved};
use crate::text::fold;

/// The filters that are saved, narrowed as one types.
#[derive(Clone, Debug, Default)]
pub(in crate::screen) struct FilterPicker {
    pub(in crate::screen) input: Input,
    /// The numbers of the filters that match.
    pub(in crate::screen) listed: Vec<usize>,
    /// A number in `listed`.
    pub(in crate::screen) cursor: usize,
    pub(in crate::screen) top: usize,
    height: usize,
}

impl FilterPicker {
    pub(in crate::screen) fn new(filters: &[Filter]) -> FilterPicker {
        let mut picker = FilterPicker::default();
        picker.list(filters);
        picker
    }

    fn list(&mut self, filters: &[Filter]) {
        let searched = filters.iter();
        let searched =
            searched.map(|one| fold(&format!("{} {}", one.name, one.query)).into_owned());
        self.listed = matching(self.input.text(), &searched.collect::<Vec<_>>());
        self.cursor = 0;
        self.top = 0;
    }

    /// The filter under the cursor.
    pub(in crate::screen) fn here<'a>(&self, filters: &'a [Filter]) -> Option<&'a Filter> {
        filters.get(*self.listed.get(self.cursor)?)
    }

    pub(super) fn set_height(&mut self, height: usize) {
        self.height = height;
    }

    pub(in crate::screen) fn edit(&mut self, action: Action, filters: &[Filter]) {
        if self.input.edit(action) {
            self.list(filters);
        } else if !matches!(action, Action::Top | Action::Bottom) {
            let moved = moved(self.cursor, self.listed.len(), self.height, action);
            self.cursor = moved.unwrap_or(self.cursor);
            self.top = follow(self.top, self.cursor, self.height, self.listed.len());
        }
    }

    pub(in crate::screen) fn insert(&mut self, typed: &str, filters: &[Filter]) {
        self.input.insert(typed);
        self.list(filters);
    }
}
