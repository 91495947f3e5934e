//! Whom quotes are attributed to: mentions resolved across the articles that are open together.

mod channel;
mod epithet;
mod find;
mod joint;
mod mention;
mod people;
mod presence;
mod reason;
mod resolve;
mod role;

use std::collections::HashMap;

use crate::reading::Reading;
use crate::text::{Span, fold};
use people::People;
use resolve::{Resolved, Whom, resolve};

/// Everybody who is quoted in some articles, and which quote is whose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cast {
    /// Each once, those quoted most first.
    pub speakers: Vec<Speaker>,
    /// For each article, for each of its quotes, whose it is.
    pub attributions: Vec<Vec<Attribution>>,
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
    /// Others whose words they are as much, in the order in which the text names them: *Graham and Collins said*. Empty
    /// when there is no first.
    pub joint: Vec<usize>,
    /// The outlet through which the article has the words, in its own text: *told CNN*, *according to Politico*. An outlet
    /// that speaks for itself is the speaker instead.
    pub channel: Option<Span>,
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

    /// All whose words they are, the first one named first.
    pub fn speakers(&self) -> impl Iterator<Item = usize> {
        self.speaker.into_iter().chain(self.joint.iter().copied())
    }
}

impl Cast {
    /// The names of all whose a quote is: *Donald Trump and JD Vance*.
    pub fn names(&self, attribution: &Attribution) -> Option<String> {
        let speakers = attribution
            .speakers()
            .filter_map(|number| self.speakers.get(number));
        let names: Vec<&str> = speakers.map(|speaker| speaker.name.as_str()).collect();
        (!names.is_empty()).then(|| listed(&names))
    }
}

/// *Jane Doe, John Roe and Ann Poe*
fn listed(names: &[&str]) -> String {
    match names {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => names.concat(),
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
    let mut counting = Counting {
        people: &people,
        numbers: HashMap::new(),
        counted: Vec::new(),
    };
    let mut attributions: Vec<Vec<Attribution>> = found
        .into_iter()
        .map(|quotes| {
            let each = quotes.into_iter();
            each.map(|quote| counting.attribution(quote)).collect()
        })
        .collect();
    let counted = counting.counted;
    let mut order: Vec<usize> = (0..counted.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(counted[at].1));
    let mut rank = vec![0; order.len()];
    for (place, &at) in order.iter().enumerate() {
        rank[at] = place;
    }
    for one in attributions.iter_mut().flatten() {
        for number in one.speaker.iter_mut().chain(&mut one.joint) {
            *number = rank[*number];
        }
    }
    Cast {
        speakers: order.into_iter().map(|at| counted[at].0.clone()).collect(),
        attributions,
    }
}

/// Numbers speakers in order of first quote, and counts their quotes.
struct Counting<'a> {
    people: &'a People,
    numbers: HashMap<Whom, usize>,
    counted: Vec<(Speaker, usize)>,
}

impl Counting<'_> {
    fn attribution(&mut self, quote: Resolved) -> Attribution {
        let joint = quote.joint.into_iter().map(Whom::Person);
        Attribution {
            speaker: quote.whom.map(|whom| self.number(whom)),
            joint: joint.map(|whom| self.number(whom)).collect(),
            channel: quote.channel,
            confidence: quote.confidence,
            reason: quote.reason,
        }
    }

    fn number(&mut self, whom: Whom) -> usize {
        let speaker = match &whom {
            Whom::Person(person) => self.people.speaker(*person),
            Whom::Described(words) => Speaker {
                name: words.clone(),
                role: None,
                aliases: Vec::new(),
            },
        };
        let key = match whom {
            Whom::Person(person) => Whom::Person(person),
            Whom::Described(words) => Whom::Described(fold(&words)),
        };
        let at = *self.numbers.entry(key).or_insert_with(|| {
            self.counted.push((speaker, 0));
            self.counted.len() - 1
        });
        self.counted[at].1 += 1;
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};

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

    #[test]
    fn two_who_speak_together_are_both_speakers() {
        check(
            "“It is over,” Jane Doe and John Roe said in a joint statement. “We did it,” they said.",
            &["Jane Doe and John Roe", "Jane Doe and John Roe"],
        );
        check(
            "“It is over,” said Jane Doe, John Roe (R-Maine) and Sen. Ann Poe of Ohio.",
            &["Jane Doe, John Roe and Ann Poe"],
        );
        check(
            "President Jane Doe met Chancellor John Roe. “It is over,” both leaders said.",
            &["Jane Doe and John Roe"],
        );
    }

    #[test]
    fn a_name_in_an_apposition_speaks_for_nobody() {
        check(
            "“It is over,” said Jane Doe, a former aide to John Roe and Ann Poe.",
            &["Jane Doe"],
        );
        check(
            "“It is over,” said Jane Doe, John Roe’s aide.",
            &["Jane Doe"],
        );
        check(
            "“It is over,” said Jane Doe of Maine and Ohio.",
            &["Jane Doe"],
        );
    }

    #[test]
    fn an_outlet_that_passes_words_on_is_their_channel() {
        check_channel("“It is over,” Jane Doe told CNN on Monday.", Some("CNN"));
        check_channel("“It is over,” Jane Doe told CNN’s John Roe.", Some("CNN"));
        check_channel(
            "According to the Washington Post, Jane Doe said: “It is over.”",
            Some("Washington Post"),
        );
        check_channel(
            "“It is over,” said Jane Doe in an interview with the Times.",
            Some("Times"),
        );
        check_channel(
            "According to Politico, Jane Doe said it was over.",
            Some("Politico"),
        );
        check_channel("“It is over,” Jane Doe told John Roe.", None);
        check_channel("“It is over,” CNN reported.", None);
        check_channel("Vicente Fox came. “It is over,” Jane Doe told Fox.", None);
    }

    /// Expects the channel of the first quote.
    #[track_caller]
    fn check_channel(text: &str, expected: Option<&str>) {
        let reading = reading(text);
        let cast = cast(&[&reading]);
        let channel = cast.attributions[0][0].channel;
        assert_eq!(channel.map(|span| span.of(&reading.article.text)), expected);
    }

    /// Expects each quote's speakers.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let cast = cast(&[&reading(text)]);
        let found: Vec<String> = cast.attributions[0]
            .iter()
            .map(|quote| {
                let names = cast.names(quote);
                names.unwrap_or_else(|| "?".to_owned())
            })
            .collect();
        assert_eq!(found, expected);
    }

    fn reading(text: &str) -> Reading {
        let lead = "The council met for the first time since the long summer break this week.\n";
        Reading::new(Article::plain(format!("{lead}{text}"), Label::default()))
    }
}
