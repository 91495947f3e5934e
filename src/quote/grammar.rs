//! Closed classes of words that the rules steer by; the words themselves lie in `assets/grammar.txt`.

use crate::text::WordList;

const SOURCE: &str = include_str!("../../assets/grammar.txt");

/// Begin a phrase of time, place or manner after a verb.
pub(super) static ADJUNCTS: WordList = WordList::part(SOURCE, "adjuncts");
/// Begin a clause that leads up to another.
pub(super) static SUBORDINATE: WordList = WordList::part(SOURCE, "subordinate");
/// May stand between a subject and its verb.
pub(super) static BETWEEN: WordList = WordList::part(SOURCE, "between");
/// No name of a source reaches across them.
pub(super) static BORDERS: WordList = WordList::part(SOURCE, "borders");
/// Begin a clause rather than a name.
pub(super) static OPENERS: WordList = WordList::part(SOURCE, "openers");
/// *the*, *his*, *several*.
pub(super) static DETERMINERS: WordList = WordList::part(SOURCE, "determiners");
/// Show that a clause has its verb.
pub(super) static FINITE: WordList = WordList::part(SOURCE, "finite");
/// Words of time that may stand between a subject and its verb.
pub(super) static TIMES: WordList = WordList::part(SOURCE, "times");
/// *in*, *after*, *despite*.
pub(super) static PREPOSITIONS: WordList = WordList::part(SOURCE, "prepositions");
/// Prepositions that hold a source's name together.
pub(super) static JOINTS: WordList = WordList::part(SOURCE, "joints");
/// Can be a subject.
pub(super) static PRONOUNS: WordList = WordList::part(SOURCE, "pronouns");
/// Begin a reported clause.
pub(super) static CLAUSE: WordList = WordList::part(SOURCE, "clause");
/// Nouns for what somebody says, before a *that*.
pub(super) static CLAIMS: WordList = WordList::part(SOURCE, "claims");
/// Go with a verb before what it reports.
pub(super) static PARTICLES: WordList = WordList::part(SOURCE, "particles");
/// Say of the next words that they are a name or a doubtful term.
pub(super) static HELD_OFF: WordList = WordList::part(SOURCE, "held off");
/// Stay in lower case in a title.
pub(super) static SMALL: WordList = WordList::part(SOURCE, "small");
/// Stand before a colon and name no speaker.
pub(super) static LABELS: WordList = WordList::part(SOURCE, "labels");
