//! The versions of some quoted words: who has them, and how each stands to the fullest.

use std::borrow::Borrow;

use super::overlay::overlay;
use super::standing::meets;
use super::{Echo, Laid, MOST, Member, QuotePlace, Segment};
use crate::quote::Quote;
use crate::reading::Reading;
use crate::text::Span;

/// What one article has of some quoted words, in one piece or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The number of its article.
    pub article: usize,
    /// The number of the quote that its first piece is of.
    pub quote: usize,
    /// The number of the article that has the fullest version, in whose text missing words stand.
    pub fullest_in: usize,
    /// What it is among the versions.
    pub rank: Rank,
    /// Its words laid over the fullest.
    pub segments: Vec<Segment>,
    /// All whose it is, numbers in `Cast::speakers`; empty when that is not known or not sure.
    pub speakers: Vec<usize>,
    /// Whether any piece of it is somebody else's than most members of its echo.
    pub otherwise: bool,
}

/// What a version is among those of the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// The longest, over which the others are laid.
    Fullest,
    /// One of the others.
    Other,
    /// There are no others.
    Alone,
    /// It tells without marks what the fullest has.
    Told,
}

impl Version {
    /// The quote that its first piece is of.
    pub fn place(&self) -> QuotePlace {
        QuotePlace {
            article: self.article,
            quote: self.quote,
        }
    }

    /// How many words stand so to the fullest.
    pub fn count(&self, laid: Laid) -> usize {
        let alike = self.segments.iter().filter(|segment| segment.laid == laid);
        alike.map(|segment| segment.words).sum()
    }
}

/// The versions of the words in marks of a quote, in order of article below the fullest; empty when no other quote has them.
/// A quote whose runs are of several echoes has several fullest versions, each followed by its others. Of `echoes` those
/// are enough that have the fullest version of an echo of the quote.
pub fn versions(
    echoes: &[impl Borrow<Echo>],
    readings: &[&Reading],
    quoted: QuotePlace,
) -> Vec<Version> {
    let has = |echo: &&Echo| echo.members.iter().any(|member| member.place() == quoted);
    let all = || echoes.iter().map(Borrow::borrow);
    let mut found = Vec::new();
    let mut fullests: Vec<&Member> = Vec::new();
    for echo in all().filter(has) {
        let Some(fullest) = echo.members.get(echo.fullest) else {
            continue;
        };
        let place = |member: &Member| (member.article, member.span);
        let is_known = |known: &&Member| place(known) == place(fullest);
        if fullests.iter().any(is_known) {
            continue;
        }
        fullests.push(fullest);
        // What only has a part of it, and what has most of it, are echoes of their own.
        let of_same = all().filter(|other| {
            let other = other.members.get(other.fullest);
            other.is_some_and(|other| place(other) == place(fullest))
        });
        let members = of_same.flat_map(|echo| echo.members.iter().take(MOST));
        let others = members.filter(|member| place(member) != place(fullest));
        found.extend(laid_over(fullest, others, readings));
    }
    found
}

/// A quote that no other has anything of, as a version of its own.
pub fn alone(place: QuotePlace, quote: &Quote) -> Version {
    let spans = if quote.quoted.is_empty() {
        &quote.parts
    } else {
        &quote.quoted
    };
    let segment = |(piece, &span): (usize, &Span)| Segment {
        laid: Laid::Shared,
        span,
        words: 0,
        piece: (!quote.quoted.is_empty()).then_some(piece),
    };
    Version {
        article: place.article,
        quote: place.quote,
        fullest_in: place.article,
        rank: Rank::Alone,
        segments: spans.iter().enumerate().map(segment).collect(),
        speakers: Vec::new(),
        otherwise: false,
    }
}

/// The fullest version, then the others, each laid over it.
fn laid_over<'a>(
    fullest: &'a Member,
    others: impl Iterator<Item = &'a Member>,
    readings: &[&Reading],
) -> Vec<Version> {
    let mut others: Vec<&Member> = others.collect();
    others.sort_by_key(|member| (member.article, member.span.start));
    let mut all: Vec<Vec<&Member>> = vec![vec![fullest]];
    for member in others {
        let fits = |pieces: &&mut Vec<&Member>| goes_with(member, pieces);
        match all.iter_mut().skip(1).find(fits) {
            Some(pieces) => pieces.push(member),
            None => all.push(vec![member]),
        }
    }
    all.sort_by_key(|pieces| {
        let first = pieces
            .first()
            .map(|first| (first.article, first.span.start));
        let is_fullest = pieces.contains(&fullest);
        (!is_fullest, first)
    });
    let text = |article: usize| {
        let reading = readings.get(article);
        reading.map_or("", |reading| reading.article.text.as_str())
    };
    let version = |(number, pieces): (usize, Vec<&Member>)| {
        let first = *pieces.first()?;
        let mut speakers = pieces.iter().map(|piece| &piece.speakers);
        Some(Version {
            article: first.article,
            quote: first.quote,
            fullest_in: fullest.article,
            rank: if number == 0 {
                Rank::Fullest
            } else {
                Rank::Other
            },
            segments: overlay(fullest, text(fullest.article), &pieces, text(first.article)),
            speakers: speakers
                .find(|known| !known.is_empty())
                .cloned()
                .unwrap_or_default(),
            otherwise: pieces.iter().any(|piece| piece.otherwise),
        })
    };
    all.into_iter().enumerate().filter_map(version).collect()
}

/// Whether a member is a further piece of a version: of the same article, of other words of the fullest, and of nobody
/// else.
fn goes_with(member: &Member, pieces: &[&Member]) -> bool {
    pieces.iter().all(|piece| {
        piece.article == member.article && !piece.is_otherwise(member) && !meets(piece, member)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Label};
    use crate::echo::echoes;
    use crate::speaker::cast;

    const FIRST: QuotePlace = QuotePlace {
        article: 0,
        quote: 0,
    };

    #[test]
    fn a_version_shows_what_it_leaves_out() {
        check(
            &[
                "“We will not sell the old harbour to anybody, and that is the end of it,” Jane Doe said.",
                "Jane Doe said the town would “not sell the old harbour.”",
            ],
            &[
                "0 “We will not sell the old harbour to anybody, and that is the end of it,”",
                "1 [-We will-] “not sell the old harbour.” [-to anybody, and that is the end of it,-]",
            ],
        );
    }

    #[test]
    fn words_of_its_own_stand_where_they_replace_others() {
        check(
            &[
                "“We will never sell the old harbour to investors,” Jane Doe said.",
                "“They will not sell the old harbours to anyone,” Jane Doe said.",
            ],
            &[
                "1 “They will not sell the old harbours to anyone,”",
                "0 “[-They will not-] {+We will never+} sell the old [-harbours-] {+harbour+} to [-anyone,-] {+investors,+}”",
            ],
        );
    }

    #[test]
    fn other_capitals_and_spellings_are_shared() {
        check(
            &[
                "Volodymyr Zelenskyy came. “Zelenskyy can END THE WAR at once, without a shot,” Jane Doe said.",
                "Volodymyr Zelensky came. “Zelensky can end the war at once, without a shot,” Jane Doe said.",
            ],
            &[
                "1 “Zelensky can end the war at once, without a shot,”",
                "0 “Zelenskyy can (END THE WAR) at once, without a shot,”",
            ],
        );
    }

    #[test]
    fn pieces_of_one_article_are_one_version() {
        let whole = "“We met at the old harbour on Monday. Nobody asked us about the price. It rained (all day!), and then the mayor left,” Jane Doe said.";
        check(
            &[
                whole,
                "Jane Doe said that “the mayor left” when “it rained (all day), and then the mayor left.” “We met at the old harbour on Monday,” she said.",
            ],
            &[
                "0 “We met at the old harbour on Monday. Nobody asked us about the price. It rained (all day!), and then the mayor left,”",
                "1 “We met at the old harbour on Monday,” [-Nobody asked us about the price.-] “(it) rained (all day), and then the mayor left.”",
            ],
        );
    }

    #[test]
    fn what_an_article_quotes_twice_is_two_versions() {
        check(
            &[
                "“We will not sell it,” Jane Doe said.\n\nIt rained. “We will not sell it,” she repeated.",
            ],
            &["0 “We will not sell it,”", "0 “We will not sell it,”"],
        );
    }

    #[test]
    fn somebody_else_is_told_from_most() {
        let (doe, roe) = (
            "Jane Doe promised “robust security guarantees.”",
            "John Roe promised “robust security guarantees.”",
        );
        let both = "“Robust security guarantees,” Jane Doe and John Roe said.";
        check_otherwise(&[doe, roe], &[true, true]);
        check_otherwise(&[doe, roe, doe], &[false, true, false]);
        check_otherwise(&[both, roe], &[false, false]);
        check_otherwise(&[both, both], &[false, false]);
        check_otherwise(
            &[both, "Ann Poe promised “robust security guarantees.”"],
            &[true, true],
        );
    }

    /// Expects whether the version of each article is somebody else's.
    #[track_caller]
    fn check_otherwise(texts: &[&str], expected: &[bool]) {
        let readings = readings(texts);
        let readings: Vec<&Reading> = readings.iter().collect();
        let echoes = echoes(&readings, &cast(&readings));
        let mut found = versions(&echoes, &readings, FIRST);
        found.sort_by_key(|version| version.article);
        let otherwise: Vec<bool> = found.iter().map(|version| version.otherwise).collect();
        assert_eq!(otherwise, expected);
    }

    /// Expects the versions of the first quote, each as the number of its article and its words: `[-…-]` is missing,
    /// `{+…+}` added, `(…)` recased.
    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        let readings = readings(texts);
        let readings: Vec<&Reading> = readings.iter().collect();
        let found = versions(&echoes(&readings, &cast(&readings)), &readings, FIRST);
        let shown: Vec<String> = found.iter().map(|one| shown(one, &readings)).collect();
        assert_eq!(shown, expected);
    }

    fn shown(version: &Version, readings: &[&Reading]) -> String {
        let mut shown = version.article.to_string();
        let mut open = None;
        for Segment {
            laid, span, piece, ..
        } in &version.segments
        {
            let text = |article: usize| span.of(&readings[article].article.text);
            let words = text(version.article);
            let words = match laid {
                Laid::Shared => words.to_owned(),
                Laid::Recased => format!("({words})"),
                Laid::Missing => format!("[-{}-]", text(version.fullest_in)),
                Laid::Added => format!("{{+{words}+}}"),
            };
            let is_new = open != *piece;
            let closing = if is_new && open.is_some() { "”" } else { "" };
            let opening = if is_new && piece.is_some() { "“" } else { "" };
            shown.extend([closing, " ", opening, words.as_str()]);
            open = *piece;
        }
        shown + if open.is_some() { "”" } else { "" }
    }

    fn readings(texts: &[&str]) -> Vec<Reading> {
        let lead = "The council met for the first time since the long summer break this week.\n";
        let read = |text: &&str| Article::plain(format!("{lead}{text}"), Label::default());
        texts.iter().map(|text| Reading::new(read(text))).collect()
    }
}
