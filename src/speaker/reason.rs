//! Why a quote is thought to be somebody's.

/// How a source was understood. Each reason has its words for the reader; how sure it is stands in
/// `resolve`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// The source holds the name.
    Named,
    /// The pronoun or description stands for whoever spoke last.
    SpokeLast,
    /// For the subject of a sentence just before.
    Subject,
    /// The sentence itself is about them; what was taken for its source is not.
    SentenceSubject,
    /// For whoever was named last.
    NamedLast,
    /// For the only one whose role and country are these, or the most present of those.
    RoleAndCountry,
    /// For the only one whose role is this, or the most present of those.
    Role,
    /// For whoever is most present, as nobody's role is told.
    Present,
    /// For two who were named together, or last.
    Both,
    /// One person, whom the text does not name.
    Described,
    /// A group, a body, a document or somebody unnamed.
    OwnWords,
    /// Nobody fits a pronoun.
    NobodyFits,
    /// A pronoun that can stand for anybody.
    Vague,
    /// No words name a source.
    NoSource,
    /// The reader says so.
    SetByReader,
}

impl Reason {
    /// In the reader's words.
    pub(super) fn words(self) -> &'static str {
        match self {
            Reason::Named => "named there",
            Reason::SpokeLast => "spoke last",
            Reason::Subject => "subject of a sentence just before",
            Reason::SentenceSubject => "the sentence is about them",
            Reason::NamedLast => "named last",
            Reason::RoleAndCountry => "role and country fit",
            Reason::Role => "role fits",
            Reason::Present => "most present, and nobody else is called so",
            Reason::Both => "named last, the two of them",
            Reason::Described => "described, not named",
            Reason::OwnWords => "not named further",
            Reason::NobodyFits => "nobody named before it fits",
            Reason::Vague => "the text does not say who that is",
            Reason::NoSource => "the text does not say who",
            Reason::SetByReader => "set by you",
        }
    }

    /// Whether the words stand for somebody who is named elsewhere.
    pub(super) fn is_inferred(self) -> bool {
        matches!(
            self,
            Reason::SpokeLast
                | Reason::Subject
                | Reason::NamedLast
                | Reason::RoleAndCountry
                | Reason::Role
                | Reason::Present
        )
    }
}
