use std::sync::Arc;

use crate::correction::{Subject, Verdict};
use crate::quote::Owner;
use crate::screen::filter::matching;
use crate::screen::input::Input;
use crate::screen::keymap::Action;
use crate::screen::scroll::{follow, moved};
use crate::speaker::{Cast, Speaker};
use crate::text::fold;

/// Whose a quote can be, narrowed as one types.
#[derive(Clone, Debug)]
pub(in crate::screen) struct OwnerPicker {
    pub(in crate::screen) subject: Subject,
    /// The quote, for the reader to see what is being set right.
    pub(in crate::screen) words: String,
    pub(in crate::screen) input: Input,
    /// Everybody who is quoted or named.
    cast: Arc<Cast>,
    /// Whose it is now.
    now: Choice,
    pub(in crate::screen) listed: Vec<Choice>,
    /// A number in `listed`.
    pub(in crate::screen) cursor: usize,
    pub(in crate::screen) top: usize,
    pub(in crate::screen) height: usize,
}

/// Whose a quote can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screen) enum Choice {
    /// Somebody of the cast: a number in `speakers`, or from its end on in `named`.
    Known(usize),
    /// The text does not say.
    Nobody,
    /// Whoever is typed.
    AsTyped,
}

/// What can be typed to find [`Choice::Nobody`].
const NOBODY: &str = "nobody the text does not say unresolved";

impl OwnerPicker {
    /// With the cursor on `now`, a number in `Cast::speakers`.
    pub(in crate::screen) fn new(
        subject: Subject,
        words: String,
        cast: Arc<Cast>,
        now: Option<usize>,
    ) -> OwnerPicker {
        let mut picker = OwnerPicker {
            subject,
            words,
            input: Input::default(),
            cast,
            now: now.map_or(Choice::Nobody, Choice::Known),
            listed: Vec::new(),
            cursor: 0,
            top: 0,
            height: 0,
        };
        picker.list();
        picker
    }

    fn everybody(&self) -> impl Iterator<Item = &Speaker> {
        self.cast.speakers.iter().chain(&self.cast.named)
    }

    pub(in crate::screen) fn known(&self, number: usize) -> Option<&Speaker> {
        let speakers = &self.cast.speakers;
        let named = || self.cast.named.get(number.checked_sub(speakers.len())?);
        speakers.get(number).or_else(named)
    }

    /// What is typed.
    pub(in crate::screen) fn typed(&self) -> &str {
        self.input.text().trim()
    }

    pub(in crate::screen) fn is_now(&self, choice: Choice) -> bool {
        choice == self.now
    }

    /// Those of whose name words begin as is typed, then whoever else matches, by a role or another name too.
    fn list(&mut self) {
        let typed = self.typed();
        let names: Vec<String> = self
            .everybody()
            .map(|one| fold(&one.name).into_owned())
            .collect();
        let all = self.everybody().map(searched).chain([NOBODY.to_owned()]);
        let mut found = matching(typed, &all.collect::<Vec<String>>());
        let wanted = fold(typed).into_owned();
        let begins = |name: &String| {
            let has = |word: &str| name.split_whitespace().any(|one| one.starts_with(word));
            wanted.split_whitespace().all(has)
        };
        found.sort_by_key(|&number| !names.get(number).is_some_and(begins));
        let choice = |number: usize| match names.get(number) {
            Some(_) => Choice::Known(number),
            None => Choice::Nobody,
        };
        let mut listed: Vec<Choice> = found.into_iter().map(choice).collect();
        if !typed.is_empty() && !names.contains(&wanted) {
            listed.push(Choice::AsTyped);
        }
        let now = listed.iter().position(|&choice| choice == self.now);
        self.cursor = now.filter(|_| typed.is_empty()).unwrap_or_default();
        self.listed = listed;
        self.top = 0;
        self.keep_in_view();
    }

    /// What is said by choosing what is under the cursor.
    pub(in crate::screen) fn verdict(&self) -> Option<Verdict> {
        let owner = match self.listed.get(self.cursor)? {
            Choice::Known(number) => Owner::Somebody(self.known(*number)?.name.clone()),
            Choice::Nobody => Owner::Nobody,
            Choice::AsTyped => Owner::Somebody(self.typed().to_owned()),
        };
        Some(Verdict::Whose(owner))
    }

    pub(in crate::screen) fn set_height(&mut self, height: usize) {
        self.height = height;
        self.keep_in_view();
    }

    pub(in crate::screen) fn edit(&mut self, action: Action) {
        if self.input.edit(action) {
            self.list();
        } else if !matches!(action, Action::Top | Action::Bottom) {
            let moved = moved(self.cursor, self.listed.len(), self.height, action);
            self.cursor = moved.unwrap_or(self.cursor);
            self.keep_in_view();
        }
    }

    pub(in crate::screen) fn insert(&mut self, typed: &str) {
        self.input.insert(typed);
        self.list();
    }

    fn keep_in_view(&mut self) {
        // Before the height is known, scrolling would hide what there is room for.
        if self.height > 0 {
            self.top = follow(self.top, self.cursor, self.height, self.listed.len());
        }
    }
}

/// What the picker looks in.
fn searched(speaker: &Speaker) -> String {
    let role = speaker.role.as_deref().unwrap_or_default();
    fold(&format!(
        "{} {role} {}",
        speaker.name,
        speaker.aliases.join(" ")
    ))
    .into_owned()
}
