use foldhash::HashMap;

use super::{Form, Query, Sought, Standing, Words};
use crate::article::date::{date_of, day};
use crate::text::fold;

/// What a list knows of an article without its text.
pub trait Listed {
    /// Its title, or what stands for it.
    fn title(&self) -> &str;
    /// Its outlet, or a short name.
    fn outlet(&self) -> &str;
    /// When it appeared, as given.
    fn date(&self) -> Option<&str>;
    /// Whether the reader gave it this tag, which is folded.
    fn has_tag(&self, folded: &str) -> bool;
    /// Whether it stands so with the reader.
    fn is(&self, standing: Standing) -> bool;
}

/// What a query asks of articles in a list, made to look at very many of them.
///
/// Words that are wanted are left to the list, which may be generous with them; phrases and what is not wanted are looked for
/// in titles and outlets. Speakers and authors are not known to a list, and not looked at.
#[derive(Clone, Debug)]
pub struct Sieve {
    outlets: Vec<String>,
    titles: Vec<String>,
    tags: Vec<String>,
    after: Option<String>,
    before: Option<String>,
    standings: Vec<Standing>,
    phrases: Sought,
    unwanted: Sought,
    /// Whether outlets that were looked at are asked for: there are few of them.
    known_outlets: HashMap<String, bool>,
}

impl Sieve {
    /// That of a query.
    pub fn new(query: &Query) -> Sieve {
        let is_phrase = |words: &&Words| !words.unwanted && words.form == Form::Phrase;
        Sieve {
            outlets: folded(&query.outlets),
            titles: folded(&query.titles),
            tags: folded(&query.tags),
            after: query.after.clone(),
            before: query.before.clone(),
            standings: query.standings.clone(),
            phrases: Sought::new(query.words.iter().filter(is_phrase)),
            unwanted: Sought::new(query.words.iter().filter(|words| words.unwanted)),
            known_outlets: HashMap::default(),
        }
    }

    /// Whether the article is among those asked for.
    pub fn lets_through(&mut self, listed: &impl Listed) -> bool {
        // What costs least is asked first.
        self.standings.iter().all(|&standing| listed.is(standing))
            && self.is_in_time(listed.date())
            && self.is_of_outlet(listed.outlet())
            && self.tags.iter().all(|tag| listed.has_tag(tag))
            && self.fits_title(listed)
    }

    fn is_in_time(&self, date: Option<&str>) -> bool {
        if self.after.is_none() && self.before.is_none() {
            return true;
        }
        let is_in = |date: &str| {
            let begun = self.after.as_deref().is_none_or(|after| date >= after);
            begun && self.before.as_deref().is_none_or(|before| date < before)
        };
        match date {
            Some(date) if is_plain(date) => is_in(date),
            Some(date) => day(date).and_then(date_of).is_some_and(|date| is_in(&date)),
            None => false,
        }
    }

    fn is_of_outlet(&mut self, outlet: &str) -> bool {
        if self.outlets.is_empty() {
            return true;
        }
        if let Some(&known) = self.known_outlets.get(outlet) {
            return known;
        }
        let name = fold(outlet);
        let wanted = self.outlets.iter().all(|part| name.contains(part));
        self.known_outlets.insert(outlet.to_owned(), wanted);
        wanted
    }

    fn fits_title(&self, listed: &impl Listed) -> bool {
        let title = listed.title();
        if !self.titles.is_empty() {
            let title = fold(title);
            if !self.titles.iter().all(|part| title.contains(part)) {
                return false;
            }
        }
        if self.phrases.is_empty() && self.unwanted.is_empty() {
            return true;
        }
        let outlet = listed.outlet();
        let phrases = self.phrases.all_in(title) || self.phrases.all_in(outlet);
        phrases && !self.unwanted.any_in(title) && !self.unwanted.any_in(outlet)
    }
}

/// Whether a date begins in the form in which days are compared: `2025-08-18T10:00`.
fn is_plain(date: &str) -> bool {
    let head = date.as_bytes().get(..10);
    head.is_some_and(|head| {
        head.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    })
}

fn folded(all: &[String]) -> Vec<String> {
    all.iter().map(|one| fold(one).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Card(&'static str, &'static str, &'static str);

    impl Listed for Card {
        fn title(&self) -> &str {
            self.0
        }
        fn outlet(&self) -> &str {
            self.1
        }
        fn date(&self) -> Option<&str> {
            Some(self.2).filter(|date| !date.is_empty())
        }
        fn has_tag(&self, folded: &str) -> bool {
            folded == "harbour" && self.0.contains("port")
        }
        fn is(&self, standing: Standing) -> bool {
            standing == Standing::Unread && self.1 == "Évening Star"
        }
    }

    const CARDS: [Card; 4] = [
        Card(
            "Mayor refuses to sell the port",
            "Harbour Post",
            "2025-08-18T10:00",
        ),
        Card("The port is sold", "Évening Star", "19 August 2025"),
        Card("Mayors meet", "Harbour Post", "2024-12-31"),
        Card("Undated", "", ""),
    ];

    #[test]
    fn fields_leave_what_fits() {
        check("", &[0, 1, 2, 3]);
        check("outlet:post", &[0, 2]);
        check("outlet:evening outlet:star", &[1]);
        check("title:PORT", &[0, 1]);
        check("tag:Harbour", &[0, 1]);
        check("is:unread", &[1]);
        check("after:2025", &[0, 1]);
        check("before:2025-08-19", &[0, 2]);
        check("after:2025-08-18 before:2025-08-19", &[0]);
    }

    #[test]
    fn phrases_must_be_there_and_the_unwanted_must_not() {
        check("\"the port\"", &[0, 1]);
        check("\"port harbour\"", &[]);
        check("-mayor", &[1, 3]);
        check("-post title:port", &[1]);
    }

    #[track_caller]
    fn check(query: &str, expected: &[usize]) {
        let mut sieve = Sieve::new(&Query::parse(query, 20_320, false).query);
        let cards = CARDS.iter().enumerate();
        let through = cards.filter(|(_, card)| sieve.lets_through(*card));
        let through: Vec<usize> = through.map(|(number, _)| number).collect();
        assert_eq!(through, expected);
    }
}
