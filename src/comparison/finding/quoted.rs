use foldhash::HashSet;

use super::{Finder, Finding, FindingKind, pair};
use crate::echo::{Echo, EchoKind, Member, QuotePlace};
use crate::text::{Pair, Side, Span, fold};

/// Of quotes that differ, so many words are told in a line.
const WORDS: usize = 12;

impl Finder<'_> {
    /// The quotes that both have, and not alike.
    pub(super) fn quotes(&self) -> Vec<Finding> {
        let echoes = self.comparison.echoes.iter();
        echoes.filter_map(|echo| self.echo(echo)).collect()
    }

    fn echo(&self, echo: &Echo) -> Option<Finding> {
        let kind = self.apart(echo)?;
        let fullest = echo.members.get(echo.fullest)?;
        let spans = Side::BOTH.map(|side| {
            let own = of(echo, side);
            if kind == EchoKind::OtherSpeaker {
                return own.map(|member| member.span).collect();
            }
            let mut lit: Vec<Span> = own.flat_map(|one| &one.differing).copied().collect();
            if fullest.article == side as usize {
                lit.extend(echo.cut(side.other() as usize));
            }
            lit
        });
        let sentences = Side::BOTH.map(|side| {
            let reading = self.comparison.readings.get(side);
            let within = of(echo, side).flat_map(|member| reading.sentences_in(member.span));
            within.collect()
        });
        let says = match kind {
            EchoKind::OtherSpeaker => Side::BOTH.map(|side| self.whose(echo, side)).join(" | "),
            EchoKind::Cut => self.cut(echo),
            EchoKind::Altered | EchoKind::Same => self.altered(echo),
        };
        let kind = FindingKind::Quote(kind);
        self.finding(kind, pair(sentences), pair(spans), says)
    }

    /// How the quotes of the two articles stand apart; `None` when either has what the other has, or only one has any.
    fn apart(&self, echo: &Echo) -> Option<EchoKind> {
        let known = Side::BOTH.map(|side| {
            let own = of(echo, side);
            own.map(|member| self.told(side, member))
                .collect::<HashSet<_>>()
        });
        let [left, right] = &known;
        if left.is_empty() || right.is_empty() || left == right {
            return None;
        }
        let mut alone = Side::BOTH
            .into_iter()
            .zip([right, left])
            .flat_map(|(side, across)| {
                let own = of(echo, side);
                let alone = own.filter(move |member| !across.contains(&self.told(side, member)));
                alone.map(move |member| (side, member))
            });
        let kinds = alone.by_ref().filter_map(|(side, member)| {
            let mut across = of(echo, side.other());
            if across.any(|other| member.is_otherwise(other)) {
                return Some(EchoKind::OtherSpeaker);
            }
            (member.apart > 0).then_some(EchoKind::Altered)
        });
        let cut = echo.cuts.iter().find(|cut| cut.words > 0);
        kinds.chain(cut.map(|_| EchoKind::Cut)).max()
    }

    /// The words of a quote without what stands around them, and whose they are.
    fn told(&self, side: Side, member: &Member) -> (String, Vec<usize>) {
        let words = Span::covering(member.words.iter().map(|word| word.span));
        let words = self.words(side, words.unwrap_or(member.span));
        (fold(&words).into_owned(), member.speakers.clone())
    }

    /// How many words an article leaves out, and how the fullest version begins.
    fn cut(&self, echo: &Echo) -> String {
        let Some(fullest) = echo.members.get(echo.fullest) else {
            return String::new();
        };
        let whole = if fullest.article == 0 {
            Side::Left
        } else {
            Side::Right
        };
        let across = whole.other();
        let words = self.beginning(whole, [fullest.span]);
        let cuts = echo.cuts.iter();
        let own = cuts.filter(|cut| cut.article == across as usize);
        match own.map(|cut| cut.words).sum::<usize>() {
            0 => words,
            1 => format!("1 word gone in {}: {words}", across.letter()),
            gone => format!("{gone} words gone in {}: {words}", across.letter()),
        }
    }

    /// The words of either side.
    fn altered(&self, echo: &Echo) -> String {
        let sides = Side::BOTH.map(|side| {
            let spans = of(echo, side).map(|member| member.span);
            self.beginning(side, spans)
        });
        sides.join(" | ")
    }

    /// The first words of some quotes of one side.
    fn beginning(&self, side: Side, spans: impl IntoIterator<Item = Span>) -> String {
        let quotes = spans.into_iter().map(|span| self.words(side, span));
        let all = quotes.collect::<Vec<_>>().join(" … ");
        let mut words = all.split(' ');
        let first: Vec<&str> = words.by_ref().take(WORDS).collect();
        let more = if words.next().is_some() { "…" } else { "" };
        format!("“{}{more}”", first.join(" "))
    }

    /// Whose the words are in one article.
    fn whose(&self, echo: &Echo, side: Side) -> String {
        let speakers = of(echo, side).flat_map(|member| &member.speakers);
        let mut speakers: Vec<usize> = speakers.copied().collect();
        speakers.dedup();
        let listed = self.comparison.cast.listed(speakers);
        listed.unwrap_or_else(|| "nobody named".to_owned())
    }

    /// What one quotes and the other tells.
    pub(super) fn paraphrases(&self) -> Vec<Finding> {
        let all = self.comparison.paraphrases.iter();
        let found = all.flat_map(|paraphrase| {
            let told = paraphrase.told.iter();
            told.filter_map(|telling| self.paraphrase(paraphrase.quoted, telling.place))
        });
        found.collect()
    }

    fn paraphrase(&self, quoted: QuotePlace, told: QuotePlace) -> Option<Finding> {
        let side = Side::BOTH
            .into_iter()
            .find(|&side| side as usize == quoted.article)?;
        if told.article != side.other() as usize {
            return None;
        }
        let mut spans: Pair<Vec<Span>> = Pair::default();
        let mut sentences: Pair<Vec<usize>> = Pair::default();
        for (on, place) in [(side, quoted), (side.other(), told)] {
            let reading = self.comparison.readings.get(on);
            let quote = reading.quotes.get(place.quote)?;
            spans.get_mut(on).clone_from(&quote.parts);
            let parts = quote.parts.iter();
            let within = parts.flat_map(|&part| reading.sentences_in(part));
            *sentences.get_mut(on) = within.collect();
        }
        let cast = &self.comparison.cast;
        let attribution = cast.attribution(quoted.article, quoted.quote);
        let name = attribution.and_then(|one| cast.names(one));
        let says = format!(
            "{}quoted in {}, told in {}",
            name.map(|name| format!("{name}: ")).unwrap_or_default(),
            side.letter(),
            side.other().letter()
        );
        self.finding(FindingKind::Paraphrase, sentences, spans, says)
    }
}

/// So many quotes of an article are looked at in an echo: what is repeated more often is a flood.
const MOST: usize = 64;

/// What one article has of an echo.
fn of(echo: &Echo, side: Side) -> impl Iterator<Item = &Member> {
    let members = echo.members.iter();
    let own = members.filter(move |member| member.article == side as usize);
    own.take(MOST)
}
