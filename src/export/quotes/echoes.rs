//! Echoes, as they are printed and as JSON.

use std::cell::LazyCell;
use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use super::text::told as words_of;
use super::{Alike, ArticleQuotes};
use crate::echo::{
    Counterpart, Echo, EchoKind, Echoed, Member, Paraphrase, QuotePlace, Rank, Standing, Version,
    versions,
};
use crate::page::{shorten, told_apart};
use crate::reading::Reading;
use crate::text::Span;

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum EchoForm<'a> {
    Echo(WordsForm<'a>),
    Paraphrase(ParaphraseForm),
}

/// A quote, and what tells it in other words.
#[derive(Serialize)]
pub(super) struct ParaphraseForm {
    kind: &'static str,
    quotes: Vec<PlaceForm>,
}

#[derive(Serialize)]
struct PlaceForm {
    article: usize,
    quote: usize,
}

#[derive(Serialize)]
pub(super) struct WordsForm<'a> {
    kind: EchoKind,
    fullest: usize,
    quotes: Vec<MemberForm<'a>>,
    cuts: Vec<CutForm<'a>>,
}

#[derive(Serialize)]
struct MemberForm<'a> {
    article: usize,
    quote: usize,
    span: Span,
    kind: EchoKind,
    differing: &'a [Span],
    recased: bool,
}

#[derive(Serialize)]
struct CutForm<'a> {
    article: usize,
    missing: &'a [Span],
}

/// The echoes in which a quote has a part that is told, then the paraphrases.
pub(super) fn forms<'a>(alike: Alike<'a>, told: &[ArticleQuotes<'_>]) -> Vec<EchoForm<'a>> {
    let is_told = |place: QuotePlace| {
        let article = told.get(place.article);
        article.is_some_and(|one| one.tells(place.quote))
    };
    let has_told = |echo: &&Echo| echo.members.iter().any(|member| is_told(member.place()));
    let echoes = alike.echoes.iter().filter(has_told).map(form);
    let paraphrases = alike.paraphrases.iter().filter(|one| {
        let mut told = one.told.iter();
        is_told(one.quoted) || told.any(|telling| is_told(telling.place))
    });
    echoes
        .map(EchoForm::Echo)
        .chain(paraphrases.map(paraphrase_form))
        .collect()
}

fn paraphrase_form<'a>(paraphrase: &Paraphrase) -> EchoForm<'a> {
    let told = paraphrase.told.iter().map(|telling| telling.place);
    let places = std::iter::once(paraphrase.quoted).chain(told);
    let form = |QuotePlace { article, quote }| PlaceForm { article, quote };
    EchoForm::Paraphrase(ParaphraseForm {
        kind: "paraphrase",
        quotes: places.map(form).collect(),
    })
}

fn form(echo: &Echo) -> WordsForm<'_> {
    let members = echo.members.iter().map(|member| MemberForm {
        article: member.article,
        quote: member.quote,
        span: member.span,
        kind: member.kind,
        differing: &member.differing,
        recased: member.recased,
    });
    let cuts = echo.cuts.iter().map(|cut| CutForm {
        article: cut.article,
        missing: &cut.missing,
    });
    WordsForm {
        kind: echo.kind,
        fullest: echo.fullest,
        quotes: members.collect(),
        cuts: cuts.collect(),
    }
}

/// So many columns of a quote recall it.
const BEGINNING: usize = 60;

/// What stands under each quote of articles that are told together.
pub(super) struct Notes<'a> {
    told: &'a [ArticleQuotes<'a>],
    readings: Vec<&'a Reading>,
    echoes: &'a [Echo],
    /// The numbers of the echoes of a quote.
    of: HashMap<QuotePlace, Vec<usize>>,
    /// The numbers of the echoes that have the same fullest version, by where that stands.
    by_fullest: HashMap<(usize, Span), Vec<usize>>,
    /// What tells a quote in other words, and what such a telling tells, with the sign for it.
    retold: HashMap<QuotePlace, Vec<(Echoed, QuotePlace)>>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(told: &'a [ArticleQuotes<'a>], alike: Alike<'a>) -> Notes<'a> {
        let echoes = alike.echoes;
        let mut of: HashMap<QuotePlace, Vec<usize>> = HashMap::new();
        let mut by_fullest: HashMap<(usize, Span), Vec<usize>> = HashMap::new();
        for (number, echo) in echoes.iter().enumerate() {
            if let Some(fullest) = fullest(echo) {
                by_fullest.entry(fullest).or_default().push(number);
            }
            for member in &echo.members {
                let of = of.entry(member.place()).or_default();
                if of.last() != Some(&number) {
                    of.push(number);
                }
            }
        }
        Notes {
            told,
            readings: told.iter().map(|told| told.reading).collect(),
            echoes,
            of,
            by_fullest,
            retold: retold(alike.paraphrases),
        }
    }

    /// A line for each article that has words of a quote too, in each echo of it; then one for each quote that tells it in
    /// other words, or that it tells.
    pub(super) fn lines(&self, place: QuotePlace) -> Vec<String> {
        let mut lines = Vec::new();
        let numbers = self.of.get(&place).into_iter().flatten();
        let versions = LazyCell::new(|| self.versions(place));
        for echo in numbers.filter_map(|&number| self.echoes.get(number)) {
            let counterparts = echo.counterparts(place);
            let fullest = echo.members.get(echo.fullest);
            let is_whole = |member: &Member| {
                member.place() == place
                    && member.differing.is_empty()
                    && fullest.is_some_and(|fullest| fullest.shared == member.shared)
            };
            let differs = |one: &Counterpart| one.standing != Standing::Same;
            // Under the fullest version stands what the others make of it.
            let told = echo.members.iter().any(is_whole) && counterparts.iter().any(differs);
            let versions: &[Version] = if told { &versions } else { &[] };
            lines.extend(counterparts.into_iter().filter_map(|one| {
                let line = self.line(echo, one, place.article)?;
                Some(line + &self.apart(versions, echo.members.get(one.member)?))
            }));
        }
        let retold = self.retold.get(&place);
        let retold = retold.into_iter().flatten();
        lines.extend(retold.filter_map(|&(how, place)| self.retold_line(how, place)));
        lines
    }

    fn retold_line(&self, how: Echoed, place: QuotePlace) -> Option<String> {
        let article = &self.readings.get(place.article)?.article;
        let words = words_of(place.of(&self.readings)?, &article.text);
        let words = match how {
            // It stands in full under its own speaker, which is the same.
            Echoed::Tells => shorten(&words, BEGINNING),
            _ => words,
        };
        Some(format!(
            "{} {}: {words}",
            how.sign(),
            article.label.outlet()
        ))
    }

    /// The versions of a quote, sought only in echoes with the fullest version of one of its own.
    fn versions(&self, place: QuotePlace) -> Vec<Version> {
        let own = self.of.get(&place).into_iter().flatten();
        let own = own.filter_map(|&number| fullest(self.echoes.get(number)?));
        let kin = own.filter_map(|fullest| self.by_fullest.get(&fullest));
        let kin: BTreeSet<usize> = kin.flatten().copied().collect();
        let kin: Vec<&Echo> = kin.iter().filter_map(|&at| self.echoes.get(at)).collect();
        versions(&kin, &self.readings, place)
    }

    /// What tells the version that begins with a member from the fullest, for the end of its line.
    fn apart(&self, versions: &[Version], member: &Member) -> String {
        let is_its = |one: &&Version| one.rank == Rank::Other && one.place() == member.place();
        let text = |article: usize| {
            let told = self.told.get(article);
            told.map_or("", |told| told.reading.article.text.as_str())
        };
        let version = versions.iter().find(is_its);
        let words = version.map(|one| told_apart(one, text(one.article), text(one.fullest_in)));
        let words = words.filter(|words| !words.is_empty());
        words.map_or_else(String::new, |words| format!(": {words}"))
    }

    fn line(&self, echo: &Echo, counterpart: Counterpart, article: usize) -> Option<String> {
        let member = echo.members.get(counterpart.member)?;
        let told = self.told.get(member.article)?;
        let outlet = told.reading.article.label.outlet();
        let place = if member.article == article {
            format!("{outlet} again")
        } else {
            outlet.to_owned()
        };
        let mut said: Vec<String> = standing(counterpart.standing).into_iter().collect();
        if counterpart.recased {
            said.push("other capitals".to_owned());
        }
        let attribution = told.attribution(member.quote);
        let attribution = attribution.filter(|_| counterpart.otherwise);
        let speaker = attribution.and_then(|one| told.cast.names(one));
        Some(match (speaker, counterpart.standing, said.is_empty()) {
            (Some(speaker), _, true) => format!("! {place} ascribes it to {speaker}"),
            (Some(speaker), ..) => {
                format!("! {place} ascribes it to {speaker}; {}", said.join(", "))
            }
            (None, _, true) => format!("= {place}"),
            (None, Standing::Same, _) => format!("= {place} {}", said.join(", ")),
            (None, ..) => format!("~ {place} {}", said.join(", ")),
        })
    }
}

/// What tells each quote, and what each telling tells.
fn retold(paraphrases: &[Paraphrase]) -> HashMap<QuotePlace, Vec<(Echoed, QuotePlace)>> {
    let mut retold: HashMap<QuotePlace, Vec<(Echoed, QuotePlace)>> = HashMap::new();
    for Paraphrase { quoted, told } in paraphrases {
        for place in told.iter().map(|telling| telling.place) {
            let of_quoted = retold.entry(*quoted).or_default();
            of_quoted.push((Echoed::Told, place));
            let of_telling = retold.entry(place).or_default();
            of_telling.push((Echoed::Tells, *quoted));
        }
    }
    retold
}

/// Where the fullest version of an echo stands.
fn fullest(echo: &Echo) -> Option<(usize, Span)> {
    let fullest = echo.members.get(echo.fullest)?;
    Some((fullest.article, fullest.span))
}

fn standing(standing: Standing) -> Option<String> {
    let words = |count: usize| if count == 1 { "word" } else { "words" };
    match standing {
        Standing::Same => None,
        Standing::Shorter(gone) => Some(format!("cut: {gone} {} gone", words(gone))),
        Standing::Longer(more) => Some(format!("longer: {more} {} more", words(more))),
        Standing::Altered(differ) => Some(format!("altered: {differ} {}", words(differ))),
    }
}
