//! A search through articles that are held in memory, without an index.

use std::cmp::Reverse;

use super::{Hit, Listed, Query, Said, Sieve, Sought, Standing};
use crate::reading::Reading;
use crate::speaker::{Attribution, Cast};
use crate::text::{Span, fold};

/// An article that is searched.
#[derive(Clone, Copy, Debug)]
pub struct Searched<'a> {
    /// The article.
    pub reading: &'a Reading,
    /// Who speaks in it.
    pub cast: &'a Cast,
}

/// What a word in the title is worth more than one in the text.
const TITLE: f64 = 3.0;

/// What a quote is worth that has all words.
const QUOTED: f64 = 0.5;

/// An article of so many bytes with one match is worth half of what a very short one is.
const HALVING: f64 = 3_000.0;

/// Finds what `query` asks for among articles, each with its number; the best first, `most` at most.
///
/// Nothing is known here of what the reader made of the articles: all are unread, and none has a tag.
pub fn look<'a>(
    query: &Query,
    articles: impl IntoIterator<Item = (usize, Searched<'a>)>,
    most: usize,
) -> Vec<(usize, Hit)> {
    let asked = Asked::new(query);
    // What the sieve asks of words is asked of titles alone.
    let mut sieve = Sieve::new(&Query {
        words: Vec::new(),
        ..query.clone()
    });
    let articles = articles.into_iter();
    let mut hits: Vec<(f64, usize, Hit)> = articles
        .filter(|(_, article)| sieve.lets_through(article))
        .filter_map(|(number, article)| {
            let (worth, hit) = asked.hit(article)?;
            Some((worth, number, hit))
        })
        .collect();
    // Of those as good the newest comes first.
    let order = |one: &(f64, usize, Hit), other: &(f64, usize, Hit)| {
        let newest = Reverse(&one.2.date).cmp(&Reverse(&other.2.date));
        other.0.total_cmp(&one.0).then(newest)
    };
    hits.sort_by(order);
    let best = hits.into_iter().take(most);
    best.map(|(_, number, hit)| (number, hit)).collect()
}

/// A query, made ready.
struct Asked {
    wanted: Sought,
    unwanted: Sought,
    speakers: Vec<String>,
    authors: Vec<String>,
}

impl Asked {
    fn new(query: &Query) -> Asked {
        let folded = |names: &[String]| names.iter().map(|name| fold(name).into_owned()).collect();
        Asked {
            wanted: Sought::new(query.wanted()),
            unwanted: Sought::new(query.words.iter().filter(|words| words.unwanted)),
            speakers: folded(&query.speakers),
            authors: folded(&query.authors),
        }
    }

    /// What is found of an article, and what that is worth; `None` when it is not asked for.
    fn hit(&self, article: Searched<'_>) -> Option<(f64, Hit)> {
        let Searched { reading, cast } = article;
        let (text, label) = (&reading.article.text, &reading.article.label);
        let title = &reading.article.title.text;
        let author = fold(label.author.as_deref().unwrap_or_default());
        if !self.authors.iter().all(|name| author.contains(name)) {
            return None;
        }
        // A word may stand in the title and another in the text.
        let all = format!("{title}\n{text}");
        if !self.wanted.all_in(&all) || self.unwanted.any_in(&all) {
            return None;
        }
        let quotes = self.speakers.iter().map(|name| {
            let mut numbers = 0..reading.quotes.len();
            numbers.find(|&quote| is_by(cast, quote, name) && self.is_in_quote(reading, quote))
        });
        let quotes: Vec<usize> = quotes.collect::<Option<_>>()?;
        let any = || {
            let mut numbers = 0..reading.quotes.len();
            numbers.find(|&quote| !self.wanted.is_empty() && self.is_in_quote(reading, quote))
        };
        let quote = quotes.first().copied().or_else(any);
        let places = self.wanted.places(text, Span::new(0, text.len()));
        let in_title = !self
            .wanted
            .places(title, Span::new(0, title.len()))
            .is_empty();
        let mut hit = match quote {
            Some(quote) => self.said(article, quote)?,
            None => Hit::passage(&reading.article, &places, &self.wanted),
        };
        hit.path.clone_from(&label.path);
        hit.title.clone_from(title);
        label.outlet().clone_into(&mut hit.outlet);
        hit.date.clone_from(&label.date);
        Some((
            worth(places.len(), text.len(), in_title, quote.is_some()),
            hit,
        ))
    }

    fn is_in_quote(&self, reading: &Reading, quote: usize) -> bool {
        let quote = reading.quotes.get(quote);
        quote.is_some_and(|quote| self.wanted.all_in(&quote.text(&reading.article.text)))
    }

    /// A quote with the words in it.
    fn said(&self, article: Searched<'_>, number: usize) -> Option<Hit> {
        let quote = article.reading.quotes.get(number)?;
        let text = &article.reading.article.text;
        let attribution = article.cast.attribution(0, number);
        let speaker = attribution.filter(|one| one.is_sure());
        let said = Said {
            speaker: speaker.and_then(|one| article.cast.names(one)),
            span: quote.span(),
        };
        Some(Hit::said(text, said, &self.wanted))
    }
}

/// Whether a quote is surely by somebody whose name, or another name of whom, has this part.
fn is_by(cast: &Cast, quote: usize, name: &str) -> bool {
    let attribution = cast.attribution(0, quote).filter(|one| one.is_sure());
    let numbers = attribution.into_iter().flat_map(Attribution::speakers);
    let mut speakers = numbers.filter_map(|number| cast.speakers.get(number));
    speakers.any(|speaker| speaker.searched().contains(name))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "lengths and counts are far below 2^52"
)]
fn worth(places: usize, bytes: usize, in_title: bool, quoted: bool) -> f64 {
    let count = places as f64;
    let own = count / (count + bytes as f64 / HALVING + 0.1);
    let title = if in_title { TITLE } else { 0.0 };
    own + title + if quoted { QUOTED } else { 0.0 }
}

impl Listed for Searched<'_> {
    fn title(&self) -> &str {
        &self.reading.article.title.text
    }

    fn outlet(&self) -> &str {
        self.reading.article.label.outlet()
    }

    fn date(&self) -> Option<&str> {
        self.reading.article.label.date.as_deref()
    }

    fn has_tag(&self, _: &str) -> bool {
        false
    }

    fn is(&self, standing: Standing) -> bool {
        standing == Standing::Unread
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};
    use crate::query::Excerpt;
    use crate::speaker::cast;
    use crate::text::mark;

    const ARTICLES: [(&str, &str, &str); 3] = [
        (
            "Harbour Post",
            "2025-08-18",
            "Mayor refuses to sell the port\n\nThe mayor refused to sell the port on Monday. “We will never sell,” \
             Anna Berg told reporters.\n\nWorkers cheered outside the town hall.",
        ),
        (
            "Évening Star",
            "2025-08-19",
            "Workers wait\n\nNobody was paid. The workers of the port have waited since May.\n\n“We sell nothing,” said \
             Jon Dahl, who owns the cranes.",
        ),
        (
            "Gazette",
            "2024-12-31",
            "A new hall\n\nThe town opened a new hall for concerts. It is far from the port.",
        ),
    ];

    #[test]
    fn all_words_must_be_there_and_titles_weigh_most() {
        check("port", &["0", "2", "1"]);
        check("worker", &["1", "0"]);
        check("town hall", &["2", "0"]);
        check("\"town hall\"", &["0"]);
        check("port -hall", &["1"]);
        check("zebra", &[]);
        check("outlet:evening", &["1"]);
        check("port after:2025 before:2025-08-19", &["0"]);
        check("author:doe", &[]);
    }

    #[test]
    fn quotes_are_found_by_speaker_and_words() {
        let hits = found("speaker:berg sell");
        let (number, hit) = &hits[0];
        assert_eq!((*number, hits.len()), (0, 1));
        assert_eq!(said(hit), "Anna Berg: “We will never [sell],”");
        assert_eq!(
            said(&found("speaker:dahl")[0].1),
            "Jon Dahl: “We sell nothing,”"
        );
        check("speaker:berg port", &[]);
        check("speaker:berg speaker:dahl", &[]);
    }

    #[test]
    fn an_excerpt_shows_where_the_words_stand() {
        let hits = found("concerts");
        assert_eq!(
            said(&hits[0].1),
            "The town opened a new hall for [concerts]. It is far from the port."
        );
        let hits = found("port title:mayor");
        assert_eq!(
            said(&hits[0].1),
            "The mayor refused to sell the [port] on Monday. “We will never sell,” Anna Berg told reporters."
        );
    }

    #[test]
    fn a_long_paragraph_is_cut_between_words() {
        let text = format!(
            "{}the port {}",
            "one two ".repeat(50),
            "three four ".repeat(50)
        );
        let sought = Sought::new(&Query::parse("port", 0, false).query.words);
        let at = text.find("port").unwrap_or_default();
        let excerpt = Excerpt::around(&text, Span::new(0, text.len()), at, &sought);
        let shown = mark(&excerpt.text, &excerpt.found);
        assert!(shown.starts_with("… two one two"), "{shown}");
        assert!(shown.contains("the [port] three"), "{shown}");
        assert!(
            shown.ends_with("three four …") || shown.ends_with("three …"),
            "{shown}"
        );
        assert!(shown.len() < 400, "{shown}");
    }

    fn found(query: &str) -> Vec<(usize, Hit)> {
        let readings = ARTICLES.map(|(outlet, date, text)| {
            let label = Label {
                outlet: Some(outlet.to_owned()),
                date: Some(date.to_owned()),
                ..Label::default()
            };
            let reading = Reading::new(Article::plain(text.to_owned(), label));
            let cast = cast(&[&reading]);
            (reading, cast)
        });
        let all = readings
            .iter()
            .map(|(reading, cast)| Searched { reading, cast });
        let query = Query::parse(query, 20_320, false).query;
        look(&query, all.enumerate(), 10)
    }

    fn said(hit: &Hit) -> String {
        let said = hit.quote.as_ref();
        let speaker = said.and_then(|said| said.speaker.as_deref());
        let speaker = speaker.map_or(String::new(), |name| format!("{name}: "));
        format!("{speaker}{}", mark(&hit.excerpt.text, &hit.excerpt.found))
    }

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let numbers = found(query)
            .into_iter()
            .map(|(number, _)| number.to_string());
        assert_eq!(numbers.collect::<Vec<_>>(), expected);
    }
}
