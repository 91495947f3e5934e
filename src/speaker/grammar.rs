//! Closed classes of words that tell who is meant; the words themselves lie in `assets/grammar.txt`.

use crate::text::WordList;

const SOURCE: &str = include_str!("../../assets/grammar.txt");

/// What a head is of begins with one of these: *the head of the council*.
pub(super) static AFTER_HEADS: WordList = WordList::part(SOURCE, "after heads");
/// At the end of a source these belong to what follows.
pub(super) static LEADING_ON: WordList = WordList::part(SOURCE, "leading on");
/// Words that follow a source without being part of its name.
pub(super) static TRAILING: WordList = WordList::part(SOURCE, "trailing");
/// Words in *-ly* that are no adverbs.
pub(super) static NO_ADVERBS: WordList = WordList::part(SOURCE, "no adverbs");
/// Prepositions before the place where somebody spoke.
pub(super) static AT_A_PLACE: WordList = WordList::part(SOURCE, "at a place");
/// Groups whose names are in the singular.
pub(super) static GROUPS: WordList = WordList::part(SOURCE, "groups");
/// Words that begin the description of somebody known.
pub(super) static DEFINITE: WordList = WordList::part(SOURCE, "definite");
/// Words that begin the description of somebody new.
pub(super) static INDEFINITE: WordList = WordList::part(SOURCE, "indefinite");
/// Words that need a noun after them.
pub(super) static ARTICLES: WordList = WordList::part(SOURCE, "articles");
/// Pronouns of a man.
pub(super) static HE: WordList = WordList::part(SOURCE, "he");
/// Pronouns of a woman.
pub(super) static SHE: WordList = WordList::part(SOURCE, "she");
/// Words that begin a clause which leads up to another.
pub(super) static SUBORDINATE: WordList = WordList::part(SOURCE, "subordinate");
/// Words that begin a clause rather than a name.
pub(super) static OPENERS: WordList = WordList::part(SOURCE, "openers");
/// Prepositions.
pub(super) static PREPOSITIONS: WordList = WordList::part(SOURCE, "prepositions");
