//! Whom quotes are attributed to: mentions resolved across the articles that are open together.

mod find;
mod mention;
mod people;
mod resolve;

use std::collections::HashMap;

use crate::reading::Reading;
use crate::text::fold;
use people::People;
use resolve::{Resolved, Whom, resolve};

/// Everybody who is quoted in some articles, and which quote is whose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cast {
    /// Each once, those quoted most first.
    pub speakers: Vec<Speaker>,
    /// For each article, for each of its quotes, whose it is.
    pub attributions: Vec<Vec<Attribution>>,
    /// Who is named and not quoted: people first, bodies and places last, of each those named most first.
    pub named: Vec<Speaker>,
}

/// Somebody who is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest form in any of the articles, or the words that describe an unnamed source.
    pub name: String,
    /// The role that stands with the name.
    pub role: Option<String>,
    /// Other forms and spellings.
    pub aliases: Vec<String>,
}

/// Whose a quote is, and why it is thought to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// The number of the speaker in `Cast::speakers`; `None` when the text does not say.
    pub speaker: Option<usize>,
    /// How sure the quote and its speaker are together, from 0 to 1. Below 0.5 it is shown as *perhaps*.
    pub confidence: f32,
    /// Why, for the reader: `he → Steve Witkoff: spoke last`.
    pub reason: String,
}

/// Below this confidence a speaker is shown as *perhaps*.
const SURE: f32 = 0.5;

impl Attribution {
    /// Whether the speaker can be named without *perhaps*.
    pub fn is_sure(&self) -> bool {
        self.confidence >= SURE
    }
}

/// Gathers the cast of `readings`. The order of the readings decides only which spelling of a name is shown.
pub fn cast(readings: &[&Reading]) -> Cast {
    let people = People::gather(readings);
    let found: Vec<Vec<Resolved>> = readings
        .iter()
        .enumerate()
        .map(|(article, reading)| resolve(article, reading, &people))
        .collect();
    let mut numbers: HashMap<Whom, usize> = HashMap::new();
    let mut counted: Vec<(Speaker, usize)> = Vec::new();
    let numbered: Vec<Vec<Option<usize>>> = found
        .iter()
        .map(|quotes| {
            quotes
                .iter()
                .map(|quote| number(quote, &people, &mut numbers, &mut counted))
                .collect()
        })
        .collect();
    let mut order: Vec<usize> = (0..counted.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(counted[at].1));
    let mut rank = vec![0; order.len()];
    for (place, &at) in order.iter().enumerate() {
        rank[at] = place;
    }
    let attributions = found
        .into_iter()
        .zip(numbered)
        .map(|(quotes, numbers)| {
            let each = quotes.into_iter().zip(numbers);
            each.map(|(quote, number)| Attribution {
                speaker: number.map(|number| rank[number]),
                confidence: quote.confidence,
                reason: quote.reason,
            })
            .collect()
        })
        .collect();
    Cast {
        named: people.others(|person| numbers.contains_key(&Whom::Person(person))),
        speakers: order.into_iter().map(|at| counted[at].0.clone()).collect(),
        attributions,
    }
}

/// The number of a quote's speaker, in order of first quote; counts the quote.
fn number(
    quote: &Resolved,
    people: &People,
    numbers: &mut HashMap<Whom, usize>,
    counted: &mut Vec<(Speaker, usize)>,
) -> Option<usize> {
    let whom = quote.whom.as_ref()?;
    let key = match whom {
        Whom::Person(person) => Whom::Person(*person),
        Whom::Described(words) => Whom::Described(fold(words)),
    };
    let at = *numbers.entry(key).or_insert_with(|| {
        let speaker = match whom {
            Whom::Person(person) => people.speaker(*person),
            Whom::Described(words) => Speaker {
                name: words.clone(),
                role: None,
                aliases: Vec::new(),
            },
        };
        counted.push((speaker, 0));
        counted.len() - 1
    });
    counted[at].1 += 1;
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};
    use crate::quote::Owner;

    #[test]
    fn names_are_resolved_to_their_fullest_form() {
        check(
            "Jane Doe left early. “It is over,” Doe said.",
            &["Jane Doe"],
        );
        check(
            "“It is over,” said Finance Minister Jane Doe.",
            &["Jane Doe"],
        );
        check(
            "“It is over,” said Trump’s special envoy, Steve Witkoff.",
            &["Steve Witkoff"],
        );
        check(
            "“It is over,” said a spokesman for Jane Doe.",
            &["a spokesman for Jane Doe"],
        );
        check(
            "“It is over,” the Trump campaign said.",
            &["the Trump campaign"],
        );
    }

    #[test]
    fn pronouns_go_to_the_most_present_who_fits() {
        check(
            "Jane Doe met John Roe. “It is over,” she said.",
            &["Jane Doe"],
        );
        check(
            "Jane Doe met John Roe. “It is over,” he said.",
            &["John Roe"],
        );
        check(
            "“It is over,” Jane Doe said. John Roe was late. “It began,” she said.",
            &["Jane Doe", "Jane Doe"],
        );
    }

    #[test]
    fn descriptions_go_by_role_and_country() {
        let met = "Ukrainian President Volodymyr Zelenskyy met French President Emmanuel Macron and Jane Doe.";
        check(
            &format!("{met} “It is over,” the Ukrainian leader said."),
            &["Volodymyr Zelenskyy"],
        );
        check(
            &format!("{met} “It is over,” the French president said."),
            &["Emmanuel Macron"],
        );
        check(
            "“It is over,” a senior official said.",
            &["a senior official"],
        );
    }

    #[test]
    fn one_person_in_two_articles_is_one_speaker() {
        let left = reading("President Volodymyr Zelenskyy came. “It is over,” Zelenskyy said.");
        let right = reading("“It goes on,” Zelensky said.");
        let cast = cast(&[&left, &right]);
        assert_eq!(cast.speakers.len(), 1);
        assert_eq!(cast.speakers[0].name, "Volodymyr Zelenskyy");
        assert_eq!(cast.speakers[0].aliases, ["Zelenskyy", "Zelensky"]);
    }

    const TALKS: &str =
        "Jane Doe met Finance Minister Ann Poe. “It is over,” Doe said. “It began,” she said.";

    #[test]
    fn the_reader_says_by_name_by_surname_or_in_own_words_whose_it_is() {
        check_set("Ann Poe", &["Ann Poe", "Ann Poe"]);
        check_set("Poe", &["Ann Poe", "Ann Poe"]);
        check_set("poe", &["Ann Poe", "Ann Poe"]);
        check_set("Eve Poe", &["Eve Poe", "Jane Doe"]);
        check_set("an aide to Ann Poe", &["an aide to Ann Poe", "Jane Doe"]);
    }

    #[test]
    fn nobody_is_named_where_the_reader_says_so() {
        let mut reading = reading(TALKS);
        reading.quotes[1].set_by_reader = Some(Owner::Nobody);
        let cast = cast(&[&reading]);
        assert_eq!(cast.attributions[0][1].speaker, None);
        assert_eq!(cast.attributions[0][1].reason, "set by you");
    }

    #[test]
    fn who_is_named_and_not_quoted_is_known() {
        let cast = cast(&[&reading(&format!("{TALKS} The European Commission left."))]);
        let named: Vec<&str> = cast.named.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(named, ["Ann Poe", "European Commission"]);
    }

    /// Expects the speakers when the reader says that the first quote is `name`'s.
    #[track_caller]
    fn check_set(name: &str, expected: &[&str]) {
        let mut reading = reading(TALKS);
        reading.quotes[0].set_by_reader = Some(Owner::Somebody(name.to_owned()));
        let cast = cast(&[&reading]);
        assert!(cast.attributions[0][0].is_sure());
        assert_eq!(names(&cast), expected);
    }

    /// Expects each quote's speaker.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(names(&cast(&[&reading(text)])), expected);
    }

    fn names(cast: &Cast) -> Vec<&str> {
        let quotes = cast.attributions[0].iter();
        let name = |speaker: usize| cast.speakers[speaker].name.as_str();
        quotes
            .map(|quote| quote.speaker.map_or("?", name))
            .collect()
    }

    fn reading(text: &str) -> Reading {
        let lead = "The council met for the first time since the long summer break this week.\n";
        Reading::new(Article::plain(format!("{lead}{text}"), Label::default()))
    }
}
