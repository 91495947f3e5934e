use std::collections::HashSet;
use std::sync::Arc;

use super::Choices;
use crate::correction::{Subject, Verdict};
use crate::quote::Owner;
use crate::screen::keymap::Action;
use crate::speaker::{Attribution, Cast, Speaker};
use crate::text::fold;

/// Whose a quote can be.
#[derive(Clone, Debug)]
pub(in crate::screen) struct OwnerPicker {
    pub(in crate::screen) subject: Subject,
    /// The quote, for the reader to see what is being set right.
    pub(in crate::screen) words: String,
    pub(in crate::screen) choices: Choices<Choice>,
    /// Everybody who is quoted or named.
    cast: Arc<Cast>,
    /// Whose it is now.
    now: Choice,
    /// All together whose it is now, when they are several.
    together: Option<String>,
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
            choices: Choices::new(candidates(&cast, speaker, together.as_deref())),
            cast,
            now: match (&together, speaker) {
                (Some(_), _) => Choice::Together,
                (None, Some(number)) => Choice::Known(number),
                (None, None) => Choice::Nobody,
            },
            together,
        };
        picker.sort();
        picker
    }

    fn known(&self, number: usize) -> Option<&Speaker> {
        let speakers = &self.cast.speakers;
        let named = || self.cast.named.get(number.checked_sub(speakers.len())?);
        speakers.get(number).or_else(named)
    }

    /// What is typed.
    pub(in crate::screen) fn typed(&self) -> &str {
        self.choices.input.text().trim()
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

    /// The folded name of a choice; none of what is nobody's, so that whoever is called so can be typed.
    fn name(&self, choice: Choice) -> String {
        let name = match choice {
            Choice::Known(number) => self.known(number).map(|known| known.name.as_str()),
            Choice::Together => self.together.as_deref(),
            Choice::Nobody | Choice::AsTyped => None,
        };
        fold(name.unwrap_or_default()).into_owned()
    }

    /// Puts first those of whose name words begin as is typed, then whoever else matches, by a role or another name too.
    fn sort(&mut self) {
        let wanted = fold(self.typed()).into_owned();
        let mut listed = std::mem::take(&mut self.choices.listed);
        let begins = |name: &str| {
            let mut words = wanted.split_whitespace();
            words.all(|word| name.split_whitespace().any(|name| name.starts_with(word)))
        };
        let mut is_known = false;
        listed.sort_by_cached_key(|&choice| {
            let name = self.name(choice);
            is_known |= name == wanted;
            !begins(&name)
        });
        if !wanted.is_empty() && !is_known {
            listed.push(Choice::AsTyped);
        }
        let now = listed.iter().position(|&choice| choice == self.now);
        let at = now.filter(|_| wanted.is_empty()).unwrap_or_default();
        self.choices.cursor.go(at, listed.len());
        self.choices.listed = listed;
    }

    /// What is said by choosing what is under the cursor; nothing when that is what several say together as it is.
    pub(in crate::screen) fn verdict(&self) -> Option<Verdict> {
        let owner = match self.choices.here()? {
            Choice::Known(number) => Owner::Somebody(self.known(*number)?.name.clone()),
            Choice::Together => return None,
            Choice::Nobody => Owner::Nobody,
            Choice::AsTyped => Owner::Somebody(self.typed().to_owned()),
        };
        Some(Verdict::Whose(owner))
    }

    pub(in crate::screen) fn edit(&mut self, action: Action) {
        if self.choices.edit(action) {
            self.sort();
        }
    }

    pub(in crate::screen) fn insert(&mut self, typed: &str) {
        self.choices.insert(typed);
        self.sort();
    }
}

/// All that can be chosen without typing a name: who says it together, everybody, nobody; with what typed words are looked
/// for in.
fn candidates(
    cast: &Cast,
    now: Option<usize>,
    together: Option<&str>,
) -> impl Iterator<Item = (Choice, String)> {
    let together = together.map(|names| (Choice::Together, fold(names).into_owned()));
    // Unnamed sources of several articles can go by the same words, which is all that a choice takes of them.
    let shown = now.and_then(|now| cast.speakers.get(now));
    let mut described: HashSet<_> = shown.into_iter().map(|one| fold(&one.name)).collect();
    let everybody = cast.speakers.iter().chain(&cast.named).enumerate();
    let everybody = everybody.filter(move |(number, one)| {
        Some(*number) == now || !one.described || described.insert(fold(&one.name))
    });
    let everybody = everybody.map(|(number, one)| (Choice::Known(number), one.searched()));
    let nobody = (Choice::Nobody, NOBODY.to_owned());
    together.into_iter().chain(everybody).chain([nobody])
}
