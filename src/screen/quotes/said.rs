use std::sync::Arc;

use foldhash::HashSet;

use unicode_width::UnicodeWidthStr;

use super::QuoteList;
use super::group::{Grouping, Heading, NOBODY_NAMED, Whose, attribution, whose};
use crate::echo::{Echoed, QuotePlace};
use crate::page::{Highlights, Role, Roles, shorten, wrap};
use crate::quote::{Quote, QuoteKind};
use crate::reading::Reading;
use crate::screen::find::{matches, query_letters};
use crate::screen::gathering::Gathered;
use crate::speaker::Cast;
use crate::text::{Span, on_one_line, visible};

/// What the list says of a quote: on one line, safe to print, with its roles.
#[derive(Clone, Debug, Default)]
pub(in crate::screen) struct Said {
    pub(in crate::screen) text: String,
    marks: Vec<(Span, Roles)>,
}

/// The most columns of a speaker's name before a quote.
const NAME: usize = 24;

impl Said {
    pub(in crate::screen) fn of(words: &str, roles: impl Into<Roles>) -> Said {
        let mut said = Said::default();
        said.push(words, roles);
        said
    }

    fn push(&mut self, words: &str, roles: impl Into<Roles>) {
        let words = on_one_line(&visible(words));
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(&words);
        self.marks
            .push((Span::new(start, self.text.len()), roles.into()));
    }

    /// The words of a quote, after what its speaker does with them where that is not saying them. With `marks_first` those
    /// in quotation marks come before the reporter's, so that the beginning of a line tells one quote from another.
    fn push_quote(&mut self, readings: &[Arc<Reading>], quoted: QuotePlace, marks_first: bool) {
        let (Some(quote), Some(reading)) = (quoted.of(readings), readings.get(quoted.article))
        else {
            return;
        };
        let text = reading.article.text.as_str();
        if let Some(stance) = quote.stance(text) {
            self.push(&format!("{}:", stance.of(text)), Role::Clause);
        }
        let pieces = pieces(quote, text);
        match quote.kind {
            QuoteKind::Indirect => self.push(&quote.text(text), Roles::NONE),
            QuoteKind::Mixed if !marks_first => self.push_in_order(&pieces),
            QuoteKind::Direct | QuoteKind::Mixed => {
                let all = |in_marks: bool| {
                    let some = pieces.iter().filter(|piece| piece.in_marks == in_marks);
                    let some: Vec<&str> = some.map(|piece| piece.words).collect();
                    some.join(" … ")
                };
                self.push(&format!("“{}”", all(true)), Role::Quote);
                self.push(&all(false), Role::Clause);
            }
        }
    }

    fn push_in_order(&mut self, pieces: &[Piece<'_>]) {
        let mut part = 0;
        for piece in pieces {
            if piece.part > part {
                part = piece.part;
                self.push("…", Role::Clause);
            }
            if piece.in_marks {
                self.push(&format!("“{}”", piece.words), Role::Quote);
            } else {
                self.push(piece.words, Role::Clause);
            }
        }
    }

    /// A quote by itself: its kind, whose it is if `named` or if it is not one speaker's alone, the words, the outlet that
    /// passed them on.
    pub(in crate::screen) fn alone(found: &Gathered, quoted: QuotePlace, named: bool) -> Said {
        let (readings, cast) = (&found.articles.readings, &found.cast);
        let mut said = Said::default();
        if let Some(quote) = quoted.of(readings) {
            said.push(&quote.kind.letter().to_string(), Role::Dim);
        }
        let (named, perhaps, role) = match whose(cast, quoted) {
            Whose::Speakers(speakers) => (named || speakers.len() > 1, "", Role::Name),
            Whose::Perhaps(_) => (named, "perhaps ", Role::Warning),
            Whose::Nobody => (false, "", Role::Dim),
        };
        if named {
            said.push(&format!("{perhaps}{}:", names(cast, quoted)), role);
        }
        said.push_quote(readings, quoted, false);
        if let Some(channel) = channel(readings, cast, quoted) {
            said.push(&format!("via {channel}"), Role::Dim);
        }
        said
    }

    /// Leaves out what stands between the byte `from` and the first word of `query`, where that word would not be among
    /// the first `room` columns.
    fn leave_out(&mut self, from: usize, query: &str, room: usize) {
        let found = found(self.text.get(from..).unwrap_or_default(), query);
        let Some(first) = found.iter().map(|span| from + span.start).min() else {
            return;
        };
        let columns = |from: usize, to: usize| self.text.get(from..to).unwrap_or_default().width();
        let end = found.iter().map(|span| from + span.end).min();
        if end.is_some_and(|end| columns(0, end) < room) {
            return;
        }
        // A few words before it say what it is about.
        let ahead = self.text.get(..first).unwrap_or_default();
        let words = ahead.rmatch_indices(' ').map(|(at, _)| at + 1);
        let near = words.take_while(|&at| at > from && columns(at, first) < room / 2);
        let start = near.last().unwrap_or(first);
        let gap = if from == 0 { "… " } else { " … " };
        self.text.replace_range(from..start, gap);
        let moved = |at: usize| match at {
            _ if at <= from => at,
            _ if at < start => from + gap.len(),
            _ => at - start + from + gap.len(),
        };
        for (span, _) in &mut self.marks {
            *span = Span::new(moved(span.start), moved(span.end));
        }
    }

    /// The roles of its bytes, with the words of `query` lit.
    pub(in crate::screen) fn marked(&self, query: &str) -> Highlights {
        let found = found(&self.text, query)
            .into_iter()
            .map(|span| (span, Role::Found.into()));
        Highlights::new(self.marks.iter().copied().chain(found))
    }

    /// At most `most` lines of `width` columns, and whether the last is cut and leaves a column for `…`.
    pub(in crate::screen) fn lines(&self, width: usize, most: usize) -> (Vec<Span>, bool) {
        let whole = Span::new(0, self.text.len());
        let mut lines: Vec<Span> = wrap(&self.text, whole, width, 0)
            .take(most.saturating_sub(1))
            .collect();
        let at = lines.last().map_or(0, |line| line.end);
        let rest = Span::new(at, self.text.len()).trimmed(&self.text);
        if rest.is_empty() {
            return (lines, false);
        }
        let words = shorten(rest.of(&self.text), width);
        let cut = words != rest.of(&self.text);
        let shown = words.strip_suffix('…').filter(|_| cut).unwrap_or(&words);
        lines.push(Span::new(rest.start, rest.start + shown.len()));
        (lines, cut)
    }
}

/// Where the words of `query` stand in `words`.
pub(in crate::screen) fn found(words: &str, query: &str) -> Vec<Span> {
    let queries: HashSet<&str> = query.split_whitespace().collect();
    let whole = Span::new(0, words.len());
    let found = queries
        .into_iter()
        .flat_map(|word| matches(words, whole, &query_letters(word)));
    found.collect()
}

impl QuoteList {
    /// A quote as its line says it: whose it is where that is not said above, then the words.
    pub(in crate::screen) fn line(&self, quoted: QuotePlace) -> Said {
        let mut said = Said::default();
        let (names, role) = match whose(&self.cast, quoted) {
            Whose::Perhaps(_) => (
                format!("perhaps {}", names(&self.cast, quoted)),
                Role::Warning,
            ),
            // Who speaks together stands under each name: the line says with whom.
            Whose::Speakers(speakers)
                if self.grouping != Grouping::Speaker || speakers.len() > 1 =>
            {
                (names(&self.cast, quoted), Role::Name)
            }
            Whose::Nobody if self.grouping != Grouping::Speaker => {
                (NOBODY_NAMED.to_owned(), Role::Dim)
            }
            _ => (String::new(), Role::Dim),
        };
        if !names.is_empty() {
            said.push(&format!("{}:", shorten(&names, NAME)), role);
        }
        let words = said.text.len();
        said.push_quote(&self.readings, quoted, true);
        said.leave_out(words, &self.sift.words, self.room() * self.lines_each());
        said
    }

    /// The words of a quote alone, in their own order.
    pub(in crate::screen) fn words(&self, quoted: QuotePlace) -> Said {
        let mut said = Said::default();
        said.push_quote(&self.readings, quoted, false);
        said
    }

    /// What others make of a quote in their own words, or whose words it tells.
    pub(in crate::screen) fn retold(&self, quoted: QuotePlace) -> Said {
        let mut said = Said::default();
        for (how, other) in self.others_of(quoted) {
            let who = self.naming.called(other.article);
            said.push(&format!("{} {who}:", how.sign()), Role::Dim);
            said.push_quote(&self.readings, other, false);
        }
        said
    }

    /// The quotes that tell a quote, or that it tells.
    pub(super) fn others_of(
        &self,
        quoted: QuotePlace,
    ) -> impl Iterator<Item = (Echoed, QuotePlace)> + '_ {
        let of_it = self.paraphrases.iter().filter(move |one| one.has(quoted));
        of_it.flat_map(move |one| {
            let is_told = one.quoted == quoted;
            let telling = one.told.iter().filter(move |_| is_told);
            let telling = telling.map(move |telling| (Echoed::Told, telling.place));
            let tells = (!is_told).then_some((Echoed::Tells, one.quoted));
            telling.chain(tells)
        })
    }

    /// Why a quote is thought to be its speaker's, and how sure that is.
    pub(in crate::screen) fn reason(&self, quoted: QuotePlace) -> String {
        let attribution = attribution(&self.cast, quoted);
        let quote = self.quote(quoted);
        let why = attribution.and_then(|one| Some(one.why(quote?)));
        let mut reason = why.unwrap_or_default();
        if let Some(channel) = channel(&self.readings, &self.cast, quoted) {
            reason = format!("{reason}; via {channel}");
        }
        if quote.is_some_and(|quote| quote.damaged) {
            reason.push_str("; a quotation mark was missing");
        }
        reason.trim_start_matches([';', ' ']).to_owned()
    }

    /// What a group is called, and what is said of it.
    pub(in crate::screen) fn heading(&self, heading: Heading) -> (String, String) {
        let said = |name: &str, about: &str| (name.to_owned(), about.to_owned());
        match heading {
            Heading::Speaker(number) => self.speaker(number).map_or_else(
                || said("", ""),
                |one| said(&one.name, one.role.as_deref().unwrap_or_default()),
            ),
            Heading::Perhaps => said("perhaps", "doubtful, not counted"),
            Heading::Nobody => said(NOBODY_NAMED, "the text does not say"),
            Heading::Article(number) => self.readings.get(number).map_or_else(
                || said("", ""),
                |reading| {
                    let label = &reading.article.label;
                    let date = label.date.iter().map(String::as_str);
                    let about: Vec<&str> =
                        date.chain([reading.article.title.text.as_str()]).collect();
                    said(label.outlet(), &about.join(" · "))
                },
            ),
            Heading::Kind(kind) => said(kind.name(), about(kind)),
        }
    }
}

/// What tells quotes of a kind from others.
fn about(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "in quotation marks",
        QuoteKind::Mixed => "partly in marks",
        QuoteKind::Indirect => "without marks",
    }
}

/// The speaker of a quote with the role, *perhaps* before a doubtful one; `None` when the text does not say.
pub(in crate::screen) fn speaker_of(cast: &Cast, quoted: QuotePlace) -> Option<String> {
    let (perhaps, numbers) = match whose(cast, quoted) {
        Whose::Speakers(numbers) => ("", numbers),
        Whose::Perhaps(numbers) => ("perhaps ", numbers),
        Whose::Nobody => return None,
    };
    let role = match numbers.as_slice() {
        [one] => cast.speakers.get(*one).and_then(|one| one.role.as_deref()),
        _ => None,
    };
    let role = role.map_or_else(String::new, |role| format!(", {role}"));
    Some(format!("{perhaps}{}{role}", names(cast, quoted)))
}

/// All whose a quote is.
fn names(cast: &Cast, quoted: QuotePlace) -> String {
    let attribution = attribution(cast, quoted);
    let names = attribution.and_then(|one| cast.names(one));
    names.unwrap_or_default()
}

/// The outlet through which an article has the words.
fn channel<'a>(readings: &'a [Arc<Reading>], cast: &Cast, quoted: QuotePlace) -> Option<&'a str> {
    let channel = attribution(cast, quoted)?.channel?;
    let reading = readings.get(quoted.article)?;
    Some(channel.of(&reading.article.text))
}

/// Some words of a quote, without the marks and stops around them.
struct Piece<'a> {
    /// The number of the part that they stand in.
    part: usize,
    in_marks: bool,
    words: &'a str,
}

/// The words of a quote as they stand: runs in quotation marks, and the reporter's words around them where there are any.
fn pieces<'a>(quote: &Quote, text: &'a str) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for (part, &whole) in quote.parts.iter().enumerate() {
        let mut add = |in_marks: bool, words: &'a str| {
            if !words.is_empty() {
                pieces.push(Piece {
                    part,
                    in_marks,
                    words,
                });
            }
        };
        let reported = |start: usize, end: usize| {
            let words = Span::new(start.min(end), end).of(text);
            words.trim_matches(|letter: char| !letter.is_alphanumeric())
        };
        let mut at = whole.start;
        for run in quote.quoted.iter().filter(|run| whole.contains(**run)) {
            add(false, reported(at, run.start));
            add(true, run.of(text).trim_end_matches([',', ' ']));
            at = run.end;
        }
        add(false, reported(at, whole.end));
    }
    pieces
}
