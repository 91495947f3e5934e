use std::collections::HashSet;
use std::sync::Arc;

use crate::correction::{Subject, Verdict};
use crate::quote::Owner;
use crate::screen::filter::matching;
use crate::screen::input::Input;
use crate::screen::keymap::Action;
use crate::screen::scroll::{follow, moved};
use crate::speaker::{Attribution, Cast, Speaker};
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
    /// All together whose it is now, when they are several.
    together: Option<String>,
    all: Vec<Candidate>,
    pub(in crate::screen) listed: Vec<Choice>,
    /// A number in `listed`.
    pub(in crate::screen) cursor: usize,
    pub(in crate::screen) top: usize,
    pub(in crate::screen) height: usize,
}

/// A choice, with what typed words are looked for in.
#[derive(Clone, Debug)]
struct Candidate {
    choice: Choice,
    /// Folded.
    name: String,
    /// The same with all else that tells who it is.
    searched: String,
}

/// Whose a quote can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screen) enum Choice {
    /// Somebody of the cast: a number in `speakers`, or from its end on in `named`.
    Known(usize),
    /// Several together, as it is now.
    Together,
    /// The text does not say.
    Nobody,
    /// Whoever is typed.
    AsTyped,
}

/// What can be typed to find [`Choice::Nobody`].
const NOBODY: &str = "nobody named the text does not say";

impl OwnerPicker {
    /// With the cursor on whose the quote is `now`.
    pub(in crate::screen) fn new(
        subject: Subject,
        words: String,
        cast: Arc<Cast>,
        now: Option<&Attribution>,
    ) -> OwnerPicker {
        let joint = now.filter(|one| !one.joint.is_empty());
        let together = joint.and_then(|one| cast.names(one));
        let speaker = now.and_then(|one| one.speaker);
        let mut picker = OwnerPicker {
            subject,
            words,
            input: Input::default(),
            all: candidates(&cast, speaker, together.as_deref()),
            cast,
            now: match (&together, speaker) {
                (Some(_), _) => Choice::Together,
                (None, Some(number)) => Choice::Known(number),
                (None, None) => Choice::Nobody,
            },
            together,
            listed: Vec::new(),
            cursor: 0,
            top: 0,
            height: 0,
        };
        picker.list();
        picker
    }

    fn known(&self, number: usize) -> Option<&Speaker> {
        let speakers = &self.cast.speakers;
        let named = || self.cast.named.get(number.checked_sub(speakers.len())?);
        speakers.get(number).or_else(named)
    }

    /// What is typed.
    pub(in crate::screen) fn typed(&self) -> &str {
        self.input.text().trim()
    }

    /// What a choice is called, and what is said of it.
    pub(in crate::screen) fn said(&self, choice: Choice) -> (String, String) {
        let (name, about) = match choice {
            Choice::Known(number) => self.known(number).map_or_else(Default::default, |known| {
                (known.name.clone(), known.role.clone().unwrap_or_default())
            }),
            Choice::Together => (self.together.clone().unwrap_or_default(), String::new()),
            Choice::Nobody => ("nobody".to_owned(), "the text does not say".to_owned()),
            Choice::AsTyped => (format!("“{}”", self.typed()), "as typed".to_owned()),
        };
        let now = (choice == self.now).then_some("as it is now");
        let about: Vec<&str> = [about.as_str()].into_iter().chain(now).collect();
        let about = about.join(" · ");
        (name, about.trim_start_matches(" · ").to_owned())
    }

    /// Those of whose name words begin as is typed, then whoever else matches, by a role or another name too.
    fn list(&mut self) {
        let typed = self.typed();
        let searched: Vec<&str> = self.all.iter().map(|one| one.searched.as_str()).collect();
        let found = matching(typed, &searched).into_iter();
        let mut found: Vec<&Candidate> = found.filter_map(|number| self.all.get(number)).collect();
        let wanted = fold(typed).into_owned();
        let begins = |one: &&Candidate| {
            let mut words = wanted.split_whitespace();
            words.all(|word| {
                one.name
                    .split_whitespace()
                    .any(|name| name.starts_with(word))
            })
        };
        found.sort_by_cached_key(|one| !begins(one));
        let mut listed: Vec<Choice> = found.into_iter().map(|one| one.choice).collect();
        if !typed.is_empty() && self.all.iter().all(|one| one.name != wanted) {
            listed.push(Choice::AsTyped);
        }
        let now = listed.iter().position(|&choice| choice == self.now);
        self.cursor = now.filter(|_| typed.is_empty()).unwrap_or_default();
        self.listed = listed;
        self.top = 0;
        self.keep_in_view();
    }

    /// What is said by choosing what is under the cursor; nothing when that is what several say together as it is.
    pub(in crate::screen) fn verdict(&self) -> Option<Verdict> {
        let owner = match self.listed.get(self.cursor)? {
            Choice::Known(number) => Owner::Somebody(self.known(*number)?.name.clone()),
            Choice::Together => return None,
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

/// All that can be chosen without typing a name: who says it together, everybody, nobody.
fn candidates(cast: &Cast, now: Option<usize>, together: Option<&str>) -> Vec<Candidate> {
    let together = together.map(|names| Candidate {
        choice: Choice::Together,
        name: fold(names).into_owned(),
        searched: fold(names).into_owned(),
    });
    // Unnamed sources of several articles can go by the same words, which is all that a choice takes of them.
    let shown = now.and_then(|now| cast.speakers.get(now));
    let mut described: HashSet<_> = shown.into_iter().map(|one| fold(&one.name)).collect();
    let everybody = cast.speakers.iter().chain(&cast.named).enumerate();
    let everybody = everybody.filter(|(number, one)| {
        Some(*number) == now || !one.described || described.insert(fold(&one.name))
    });
    let everybody = everybody.map(|(number, one)| Candidate {
        choice: Choice::Known(number),
        name: fold(&one.name).into_owned(),
        searched: one.searched(),
    });
    let nobody = Candidate {
        choice: Choice::Nobody,
        // No name: whoever is called so can be typed.
        name: String::new(),
        searched: NOBODY.to_owned(),
    };
    together
        .into_iter()
        .chain(everybody)
        .chain([nobody])
        .collect()
}
