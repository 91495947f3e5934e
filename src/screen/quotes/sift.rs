use super::QuoteList;
use super::group::{NOBODY_NAMED, Whose, all, attribution, whose};
use crate::echo::{Echoed, QuotePlace};
use crate::quote::QuoteKind;
use crate::screen::filter::matching;
use crate::speaker::{Attribution, Speaker};
use crate::text::fold;

/// Which quotes are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::screen) struct Sift {
    /// Words of the quotes, and letters of their speakers.
    pub(in crate::screen) words: String,
    pub(in crate::screen) only: Only,
}

/// Of which sort they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::screen) enum Only {
    #[default]
    All,
    Direct,
    Mixed,
    Indirect,
    /// Another article has the same words, cut or altered, ascribes them to somebody else, or has them in other words.
    Echoed,
    /// It is doubtful who says it.
    Doubtful,
}

impl Only {
    pub(super) fn next(self) -> Only {
        match self {
            Only::All => Only::Direct,
            Only::Direct => Only::Mixed,
            Only::Mixed => Only::Indirect,
            Only::Indirect => Only::Echoed,
            Only::Echoed => Only::Doubtful,
            Only::Doubtful => Only::All,
        }
    }

    /// What it is called; nothing when it is any.
    pub(in crate::screen) fn name(self) -> Option<&'static str> {
        Some(match self {
            Only::All => return None,
            Only::Direct => QuoteKind::Direct.name(),
            Only::Mixed => QuoteKind::Mixed.name(),
            Only::Indirect => QuoteKind::Indirect.name(),
            Only::Echoed => "echoed",
            Only::Doubtful => "doubtful",
        })
    }

    fn has(self, kind: QuoteKind, echoed: Option<Echoed>, whose: Option<&Attribution>) -> bool {
        match self {
            Only::All => true,
            Only::Direct => kind == QuoteKind::Direct,
            Only::Mixed => kind == QuoteKind::Mixed,
            Only::Indirect => kind == QuoteKind::Indirect,
            Only::Echoed => echoed.is_some(),
            Only::Doubtful => whose.is_some_and(|one| one.speaker.is_some() && !one.is_sure()),
        }
    }
}

/// What the words of the filter are looked for in, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Searched {
    /// For each speaker the name, the role and other names; then what doubtful quotes stand under, then those of nobody.
    names: Vec<String>,
    /// For each article, for each quote, its words.
    texts: Vec<Vec<String>>,
}

impl Searched {
    fn new(list: &QuoteList) -> Searched {
        let speakers = list.cast.speakers.iter().map(Speaker::searched);
        let readings = list.readings.iter();
        let texts = readings.map(|reading| {
            let quotes = reading.quotes.iter();
            let texts = quotes.map(|quote| folded(&quote.text(&reading.article.text)));
            texts.collect()
        });
        Searched {
            names: speakers
                .chain(["perhaps".to_owned(), NOBODY_NAMED.to_owned()])
                .collect(),
            texts: texts.collect(),
        }
    }
}

impl QuoteList {
    /// For each article, for each quote, whether it is shown.
    ///
    /// Each word of the filter occurs in the quote, or fits its speaker; so a speaker whom all words fit keeps all quotes.
    pub(super) fn sifted(&mut self) -> Vec<Vec<bool>> {
        let words = self.sift.words.split_whitespace();
        let words: Vec<String> = words.map(|word| fold(word).into_owned()).collect();
        let searched = match self.searched.take() {
            Some(searched) => Some(searched),
            // Folding all quotes takes a while: only those who search wait for it.
            None => (!words.is_empty()).then(|| Searched::new(self)),
        };
        let mut kept: Vec<Vec<bool>> = self
            .readings
            .iter()
            .map(|reading| vec![false; reading.quotes.len()])
            .collect();
        let named: Vec<(&str, Vec<bool>)> = searched
            .iter()
            .flat_map(|searched| {
                words
                    .iter()
                    .map(|word| (word.as_str(), named(word, searched)))
            })
            .collect();
        for quoted in all(&self.readings) {
            let Some(quote) = quoted.of(&self.readings) else {
                continue;
            };
            let whose = attribution(&self.cast, quoted);
            let shown = self.sift.only.has(quote.kind, self.echoed(quoted), whose)
                && searched
                    .iter()
                    .all(|searched| self.has_words(quoted, searched, &named));
            let article = kept.get_mut(quoted.article);
            if let Some(kept) = article.and_then(|article| article.get_mut(quoted.quote)) {
                *kept = shown;
            }
        }
        self.searched = searched;
        kept
    }

    fn has_words(
        &self,
        quoted: QuotePlace,
        searched: &Searched,
        named: &[(&str, Vec<bool>)],
    ) -> bool {
        if named.is_empty() {
            return true;
        }
        let text = searched
            .texts
            .get(quoted.article)
            .and_then(|article| article.get(quoted.quote))
            .map_or("", String::as_str);
        let speakers = self.cast.speakers.len();
        let mut under = match whose(&self.cast, quoted) {
            Whose::Speakers(numbers) => numbers,
            Whose::Perhaps(mut numbers) => {
                numbers.push(speakers);
                numbers
            }
            Whose::Nobody => Vec::new(),
        };
        if under.is_empty() {
            under.push(speakers + 1);
        }
        named.iter().all(|(word, fits)| {
            let fits = |number: &usize| fits.get(*number) == Some(&true);
            text.contains(word) || under.iter().any(fits)
        })
    }
}

/// The folded words of a text. Most are in ASCII and go by letter, which is many times as quick: there can be tens of
/// thousands of quotes.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            let letters = word.chars().map(|letter| match letter {
                '`' => '\'',
                letter => letter.to_ascii_lowercase(),
            });
            folded.extend(letters);
        } else {
            folded.push_str(&fold(word));
        }
    }
    folded
}

/// For each name, whether it fits `word`.
fn named(word: &str, searched: &Searched) -> Vec<bool> {
    let mut fits = vec![false; searched.names.len()];
    for number in matching(word, &searched.names) {
        if let Some(fits) = fits.get_mut(number) {
            *fits = true;
        }
    }
    fits
}
