use std::sync::Arc;

use unicode_width::UnicodeWidthStr;

use crate::echo::{Echoed, QuotePlace};
use crate::quote::QuoteKind;
use crate::reading::Reading;
use crate::speaker::{Attribution, Cast};
use crate::text::{Side, fold, visible};

pub(in crate::screen) use crate::speaker::NOBODY_NAMED;

/// What stands together in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::screen) enum Grouping {
    #[default]
    Speaker,
    Article,
    Kind,
}

impl Grouping {
    pub(super) fn next(self) -> Grouping {
        match self {
            Grouping::Speaker => Grouping::Article,
            Grouping::Article => Grouping::Kind,
            Grouping::Kind => Grouping::Speaker,
        }
    }

    /// What the head of the list calls it.
    pub(in crate::screen) fn name(self) -> &'static str {
        match self {
            Grouping::Speaker => "by speaker",
            Grouping::Article => "by article",
            Grouping::Kind => "by kind",
        }
    }
}

/// What the quotes of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screen) enum Heading {
    /// Who says it: a number in `Cast::speakers`.
    Speaker(usize),
    /// Somebody says it, but who is doubtful.
    Perhaps,
    /// The text does not say whose it is.
    Nobody,
    /// The number of its article.
    Article(usize),
    /// How much of it stands in quotation marks.
    Kind(QuoteKind),
}

/// How quotes stand to what others have of them, with a word for each sign.
pub(in crate::screen) const SIGNS: [(Echoed, &str); 4] = [
    (Echoed::Same, "same"),
    (Echoed::Altered, "altered"),
    (Echoed::Told, "told"),
    (Echoed::Otherwise, "other"),
];

/// Quotes that stand together, as far as they are shown.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Group {
    pub(in crate::screen) heading: Heading,
    pub(in crate::screen) quotes: Vec<QuotePlace>,
    /// How many there are of each of [`QuoteKind::ALL`].
    pub(in crate::screen) kinds: [usize; 3],
    /// How many articles they stand in.
    pub(in crate::screen) articles: usize,
    /// In which places they stand, see [`Naming::place`], and how many in each; the most first.
    pub(in crate::screen) places: Vec<(usize, usize)>,
}

impl Group {
    pub(super) fn new(
        heading: Heading,
        quotes: Vec<QuotePlace>,
        readings: &[Arc<Reading>],
        naming: &Naming,
    ) -> Group {
        let mut kinds = [0; 3];
        let mut places: Vec<(usize, usize)> = Vec::new();
        let articles = quotes.chunk_by(|one, next| one.article == next.article);
        let articles = articles.count();
        for quoted in &quotes {
            if let Some(quote) = quoted.of(readings)
                && let Some(count) = kinds.get_mut(quote.kind as usize)
            {
                *count += 1;
            }
            // Quotes come by article, and articles by outlet.
            let place = naming.place(quoted.article);
            match places.last_mut() {
                Some((last, count)) if *last == place => *count += 1,
                _ => places.push((place, 1)),
            }
        }
        places.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        Group {
            heading,
            quotes,
            kinds,
            articles,
            places,
        }
    }
}

/// How the articles of a list are told apart.
#[derive(Clone, Debug, Default)]
pub(in crate::screen) enum Naming {
    /// There is only one.
    #[default]
    Alone,
    /// A and B.
    Sides,
    /// By outlet.
    Outlets {
        names: Vec<String>,
        /// For each article, the number of its outlet.
        of: Vec<usize>,
        /// The columns of the longest, within bounds.
        width: usize,
        /// Whether they are outlets; else they are file names too long to tell one from the other.
        telling: bool,
    },
}

/// The most columns that an outlet takes before a quote, and where quotes are counted.
pub(in crate::screen) const OUTLET: usize = 14;

impl Naming {
    /// One article or two, beside their text.
    pub(in crate::screen) fn beside(readings: usize) -> Naming {
        if readings > 1 {
            Naming::Sides
        } else {
            Naming::Alone
        }
    }

    /// Any number of articles, which stand in order of their outlets.
    pub(in crate::screen) fn outlets(readings: &[Arc<Reading>]) -> Naming {
        let (mut names, mut of): (Vec<String>, Vec<usize>) = (Vec::new(), Vec::new());
        for reading in readings {
            let name = reading.article.label.outlet();
            // Articles stand in the order of folded outlets.
            if names.last().is_none_or(|last| fold(last) != fold(name)) {
                names.push(name.to_owned());
            }
            of.push(names.len() - 1);
        }
        let widest = names.iter().map(|name| visible(name).width()).max();
        let widest = widest.unwrap_or_default();
        let known = |reading: &Arc<Reading>| reading.article.label.outlet.is_some();
        Naming::Outlets {
            width: widest.min(OUTLET),
            telling: widest <= OUTLET || readings.iter().all(known),
            names,
            of,
        }
    }

    /// The number under which quotes of an article are counted.
    fn place(&self, article: usize) -> usize {
        match self {
            Naming::Outlets { of, .. } => of.get(article).copied().unwrap_or(article),
            Naming::Alone | Naming::Sides => article,
        }
    }

    /// The outlet of an article.
    pub(in crate::screen) fn outlet(&self, article: usize) -> &str {
        match self {
            Naming::Outlets { names, .. } => {
                names.get(self.place(article)).map_or("", String::as_str)
            }
            Naming::Alone | Naming::Sides => "",
        }
    }

    /// What an article is called in passing: its outlet, or its side.
    pub(super) fn called(&self, article: usize) -> String {
        match (self, Side::BOTH.get(article)) {
            (Naming::Sides, Some(side)) => side.letter().to_string(),
            _ => self.outlet(article).to_owned(),
        }
    }

    /// The columns before the words of a quote: the cursor, the kind, whether it is unsure, the article where that does
    /// not stand above, the echo.
    pub(in crate::screen) fn indent(&self, grouping: Grouping) -> usize {
        match self {
            Naming::Alone => 4,
            Naming::Sides => 6,
            Naming::Outlets { .. } if grouping == Grouping::Article => 6,
            Naming::Outlets { width, .. } => 3 + width + 3,
        }
    }
}

/// All quotes, put together as `grouping` says; within a group as they come.
pub(super) fn grouped(
    readings: &[Arc<Reading>],
    cast: &Cast,
    grouping: Grouping,
) -> Vec<(Heading, Vec<QuotePlace>)> {
    let headings: Vec<Heading> = match grouping {
        Grouping::Speaker => (0..cast.speakers.len())
            .map(Heading::Speaker)
            .chain([Heading::Perhaps, Heading::Nobody])
            .collect(),
        Grouping::Article => (0..readings.len()).map(Heading::Article).collect(),
        Grouping::Kind => QuoteKind::ALL.map(Heading::Kind).to_vec(),
    };
    let mut groups: Vec<(Heading, Vec<QuotePlace>)> = headings
        .into_iter()
        .map(|heading| (heading, Vec::new()))
        .collect();
    let speakers = cast.speakers.len();
    let mut put = |number: usize, quoted| {
        if let Some((_, quotes)) = groups.get_mut(number) {
            quotes.push(quoted);
        }
    };
    for quoted in all(readings) {
        match grouping {
            Grouping::Speaker => match whose(cast, quoted) {
                Whose::Speakers(numbers) => {
                    for number in numbers {
                        put(number, quoted);
                    }
                }
                Whose::Perhaps(_) => put(speakers, quoted),
                Whose::Nobody => put(speakers + 1, quoted),
            },
            Grouping::Article => put(quoted.article, quoted),
            Grouping::Kind => {
                if let Some(quote) = quoted.of(readings) {
                    put(quote.kind as usize, quoted);
                }
            }
        }
    }
    groups.retain(|(_, quotes)| !quotes.is_empty());
    groups
}

/// All quotes, as they come.
pub(super) fn all(readings: &[Arc<Reading>]) -> impl Iterator<Item = QuotePlace> + '_ {
    let articles = readings.iter().enumerate();
    articles.flat_map(|(article, reading)| {
        (0..reading.quotes.len()).map(move |quote| QuotePlace { article, quote })
    })
}

/// Whose a quote is, by their numbers in `Cast::speakers`.
pub(super) enum Whose {
    Speakers(Vec<usize>),
    /// It is doubtful that it is theirs.
    Perhaps(Vec<usize>),
    Nobody,
}

pub(super) fn whose(cast: &Cast, quoted: QuotePlace) -> Whose {
    let Some(attribution) = attribution(cast, quoted) else {
        return Whose::Nobody;
    };
    let speakers: Vec<usize> = attribution.speakers().collect();
    match (speakers.is_empty(), attribution.is_sure()) {
        (true, _) => Whose::Nobody,
        (false, true) => Whose::Speakers(speakers),
        (false, false) => Whose::Perhaps(speakers),
    }
}

pub(super) fn attribution(cast: &Cast, quoted: QuotePlace) -> Option<&Attribution> {
    cast.attribution(quoted.article, quoted.quote)
}
