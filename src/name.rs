//! Who is named in an article.
//!
//! Runs of capitalised words, with the roles before them; names of one person or body are made one by surname, first
//! name and spelling. Word lists tell people, bodies and places apart.

mod candidate;
mod merge;
mod person;
mod place;
mod role;
mod run;

use foldhash::HashSet;
use serde::{Deserialize, Serialize};

use crate::article::{Article, BlockKind, Language};
use crate::text::{Span, Word};
use candidate::Candidate;
pub(crate) use person::BEARERS;
pub use person::{name_words, same_person, surname};
pub use place::{Country, country};
pub use role::{is_leader, is_office, is_role, is_source_noun, is_standing, is_title, role_gender};

/// The people and bodies named in one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Names {
    /// Each once, in order of first mention.
    pub entities: Vec<Entity>,
    /// Every place where one is named, in order and apart. Pronouns are not among them.
    pub mentions: Vec<Mention>,
}

/// A person or a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// The fullest form in the article: *Volodymyr Zelenskyy*.
    pub name: String,
    /// The role that stands with the name: *Ukrainian President*.
    pub role: Option<String>,
    /// Other forms and spellings, in order of first use: *Zelensky*.
    pub aliases: Vec<String>,
    /// What sort it is.
    pub kind: EntityKind,
    /// Where the text gives it, by *Mrs*, by a pronoun close by, by a well-known first name.
    pub gender: Option<Gender>,
    /// The country that stands with the role: *Ukrainian President*, *Germany’s Foreign Minister*.
    pub country: Option<Country>,
}

/// What sort of thing a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// An organisation, a paper, a government.
    Body,
    /// A place, or the government that sits there.
    Place,
    /// One word alone, of which nothing tells.
    Unknown,
}

impl EntityKind {
    /// Whether it is a person, or nothing speaks against it.
    pub fn may_be_person(self) -> bool {
        matches!(self, EntityKind::Person | EntityKind::Unknown)
    }
}

/// What pronoun stands for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gender {
    /// *she*
    Female,
    /// *he*
    Male,
}

/// A place in the text where an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The name with its role, as it stands there.
    pub span: Span,
    /// The name alone.
    pub name: Span,
    /// The number of the entity in `Names::entities`.
    pub entity: usize,
}

/// Who is named in an article. In another language than English nobody is looked for.
pub fn names(article: &Article) -> Names {
    if article.language == Language::Other {
        return Names::default();
    }
    let text = article.text.as_str();
    let body = article.body();
    let words: Vec<Vec<Word<'_>>> = body
        .iter()
        .map(|&block| run::words_of(text, block))
        .collect();
    let lower = run::lower_case_words(text, &words);
    let in_line = |line: &run::Line<'_>| -> Vec<Candidate> {
        line.runs
            .iter()
            .filter_map(|run| candidate::candidate(line, run))
            .collect()
    };
    let mut candidates: Vec<Candidate> = words
        .into_iter()
        .zip(&body)
        .flat_map(|(words, &block)| in_line(&run::line(text, block, words, &lower)))
        .collect();
    let known: HashSet<String> = candidates
        .iter()
        .map(|candidate| surname(&candidate.words).to_owned())
        .collect();
    for block in article
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Headline | BlockKind::Subhead))
    {
        candidates.extend(in_line(&run::known_words(text, block.span, &known)));
    }
    candidates
        .sort_by_key(|candidate| (candidate.span.start, std::cmp::Reverse(candidate.span.end)));
    // *US* is no name of its own within *US envoy Steve Witkoff*.
    candidates.dedup_by(|inner, outer| outer.span.contains(inner.span));
    merge::merge(text, &candidates)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Label;

    #[test]
    fn roles_and_appositions_go_with_the_name() {
        check(
            "It met Ukrainian President Volodymyr Zelenskyy there.",
            &["Volodymyr Zelenskyy (Ukrainian President)"],
        );
        check(
            "It met US envoy Steve Witkoff there.",
            &["Steve Witkoff (US envoy)"],
        );
        check(
            "It met Secretary of State Marco Rubio there.",
            &["Marco Rubio (Secretary of State)"],
        );
        check(
            "It met Sen. Zoe Lofgren of California there.",
            &["Zoe Lofgren", "California"],
        );
        check(
            "It met Sen. Angus King of Maine there.",
            &["Angus King", "Maine"],
        );
        check(
            "It met Senators Jane Doe and John Roe there.",
            &["Jane Doe", "John Roe"],
        );
        check(
            "The vice is old. Vice President Jane Doe left Monday.",
            &["Jane Doe (Vice President)"],
        );
    }

    #[test]
    fn forms_and_spellings_of_one_name_are_one() {
        check(
            "It met Volodymyr Zelenskyy. Then Zelensky left.",
            &["Volodymyr Zelenskyy = Zelensky"],
        );
        check(
            "It met Ursula von der Leyen. Von der Leyen left.",
            &["Ursula von der Leyen = Von der Leyen"],
        );
        check(
            "There came: Bill Clinton and Hillary Clinton. Mrs. Clinton left.",
            &["Bill Clinton", "Hillary Clinton = Clinton"],
        );
        check(
            "There came: Hillary Clinton and Bill Clinton. Mrs. Clinton left.",
            &["Hillary Clinton = Clinton", "Bill Clinton"],
        );
        check(
            "It met Donald Trump Jr there. Then Trump Jr left.",
            &["Donald Trump Jr = Trump Jr"],
        );
        check(
            "President Doe met Malia Doe. Mr. Doe left.",
            &["Doe (President)", "Malia Doe"],
        );
    }

    #[test]
    fn a_capital_that_only_begins_a_sentence_is_no_name() {
        check(
            "Talks failed. The talks go on. Meanwhile nobody came on Monday.",
            &[],
        );
        check("European leaders met.", &[]);
        check("Critics said so. Throwing it out did not help.", &[]);
    }

    #[test]
    fn bodies_are_whole() {
        check(
            "It met the European Commission. The Department of Justice left.",
            &["European Commission", "Department of Justice"],
        );
        check(
            "It met the National Rifle Association. Then the NRA left.",
            &["National Rifle Association = NRA"],
        );
        check(
            "It met the New York Times. Then the Times left the White House and the House.",
            &["New York Times = Times", "White House", "House"],
        );
        check(
            "It met the Fish and Wildlife Service.",
            &["Fish and Wildlife Service"],
        );
        check(
            "It met Americans for Prosperity.",
            &["Americans for Prosperity"],
        );
    }

    /// Expects each entity as `name (role) = alias`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let lead = "The council met for the first time since the long summer break this week.\n";
        let article = Article::plain(format!("{lead}{text}"), Label::default());
        let shown = |entity: &Entity| {
            let role = entity
                .role
                .as_ref()
                .map_or_else(String::new, |role| format!(" ({role})"));
            let aliases: Vec<String> = entity
                .aliases
                .iter()
                .map(|alias| format!(" = {alias}"))
                .collect();
            entity.name.clone() + &role + &aliases.concat()
        };
        let found: Vec<String> = names(&article).entities.iter().map(shown).collect();
        assert_eq!(found, expected);
    }
}
