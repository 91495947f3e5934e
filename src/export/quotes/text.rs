use super::echoes::Notes;
use super::{Alike, ArticleQuotes};
use crate::article::Article;
use crate::echo::QuotePlace;
use crate::export::Sheet;
use crate::mark::QUOTATION_MARKS;
use crate::page::wrap;
use crate::quote::Quote;
use crate::speaker::{Attribution, Cast, NOBODY_NAMED, Speaker};
use crate::text::{Span, on_one_line};

/// The quotes of articles that share a cast, by speaker, those quoted most first; or as they come in the texts, when
/// `in_order`. Under a quote stands who else has it, `=` in the same words, `~` cut or altered, `!` ascribed to somebody else,
/// `>` told in other words; and `<` what it tells in other words.
/// `width` is in columns.
pub fn text(told: &[ArticleQuotes<'_>], alike: Alike<'_>, in_order: bool, width: usize) -> Sheet {
    let mut sheet = Sheet::new();
    for article in told.iter().map(|told| &told.reading.article) {
        sheet.line(format!(
            "{}: {}",
            article.label.outlet(),
            article.title.text
        ));
    }
    let several = told.len() > 1;
    let said = said(told);
    let notes = Notes::new(told, alike);
    if said.is_empty() {
        sheet.line("  no quotes");
    }
    if in_order {
        let mut above = String::new();
        for one in &said {
            let head = format!("  {}{}", one.tag(several), one.who());
            if head != above {
                sheet.line(&head);
            }
            one.add(&mut sheet, width, "", &notes);
            above = head;
        }
    } else {
        by_speaker(&mut sheet, told, &said, width, &notes);
    }
    sheet.gap();
    sheet
}

fn by_speaker(
    sheet: &mut Sheet,
    told: &[ArticleQuotes<'_>],
    said: &[Said<'_>],
    width: usize,
    notes: &Notes<'_>,
) {
    let speakers = told.first().map_or(&[][..], |told| &told.cast.speakers);
    // The last bucket takes what nobody is named for.
    let mut buckets: Vec<Vec<&Said>> = vec![Vec::new(); speakers.len() + 1];
    for one in said {
        let attribution = one.attribution.into_iter();
        let mut numbers: Vec<usize> = attribution.flat_map(Attribution::speakers).collect();
        if numbers.is_empty() {
            numbers.push(speakers.len());
        }
        for number in numbers {
            if let Some(bucket) = buckets.get_mut(number) {
                bucket.push(one);
            }
        }
    }
    for (number, theirs) in buckets.iter().enumerate() {
        if theirs.is_empty() {
            continue;
        }
        sheet.line(match speakers.get(number) {
            Some(speaker) => format!("  {}{}", speaker.name, details(speaker)),
            None => format!("  {NOBODY_NAMED}"),
        });
        for one in theirs {
            let unsure = if one.is_sure() { "" } else { "perhaps: " };
            let before = format!(
                "{}{}{unsure}",
                one.tag(told.len() > 1),
                one.together(number)
            );
            one.add(sheet, width, &before, notes);
        }
    }
}

fn details(speaker: &Speaker) -> String {
    let role = speaker.role.iter().map(|role| format!(", {role}"));
    let aliases =
        (!speaker.aliases.is_empty()).then(|| format!(" ({})", speaker.aliases.join(", ")));
    role.chain(aliases).collect()
}

/// A quote, its article, and whose it is.
struct Said<'a> {
    article: &'a Article,
    quote: &'a Quote,
    place: QuotePlace,
    attribution: Option<&'a Attribution>,
    cast: &'a Cast,
}

fn said<'a>(told: &[ArticleQuotes<'a>]) -> Vec<Said<'a>> {
    let each = |(article, told): (usize, &ArticleQuotes<'a>)| {
        let ArticleQuotes { reading, cast, .. } = *told;
        told.quotes().map(move |(id, quote, attribution)| Said {
            article: &reading.article,
            quote,
            place: QuotePlace { article, quote: id },
            attribution,
            cast,
        })
    };
    told.iter().enumerate().flat_map(each).collect()
}

impl Said<'_> {
    fn is_sure(&self) -> bool {
        self.attribution
            .is_none_or(|one| one.speaker.is_none() || one.is_sure())
    }

    fn who(&self) -> String {
        let names = self.attribution.and_then(|one| self.cast.names(one));
        match names {
            Some(names) if self.is_sure() => names,
            Some(names) => format!("perhaps {names}"),
            None => NOBODY_NAMED.to_owned(),
        }
    }

    /// With whom somebody said it.
    fn together(&self, number: usize) -> String {
        let all = self.attribution.into_iter().flat_map(Attribution::speakers);
        let names = self.cast.listed(all.filter(|&other| other != number));
        names.map_or_else(String::new, |names| format!("with {names}: "))
    }

    /// The outlet through which the words came.
    fn via(&self) -> String {
        let channel = self.attribution.and_then(|one| one.channel);
        let outlet = channel.map(|span| span.of(&self.article.text));
        outlet.map_or_else(String::new, |outlet| format!(" (via {outlet})"))
    }

    /// Whose article it is in, when there are several.
    fn tag(&self, several: bool) -> String {
        if several {
            format!("[{}] ", self.article.label.outlet())
        } else {
            String::new()
        }
    }

    fn add(&self, sheet: &mut Sheet, width: usize, before: &str, notes: &Notes<'_>) {
        const INDENT: &str = "    ";
        const NOTE: &str = "      ";
        let words = told(self.quote, &self.article.text);
        let words = format!("{before}{words}{}", self.via());
        wrapped(sheet, &words, width, INDENT);
        for note in notes.lines(self.place) {
            wrapped(sheet, &note, width, NOTE);
        }
    }
}

fn wrapped(sheet: &mut Sheet, words: &str, width: usize, indent: &str) {
    let width = width.saturating_sub(indent.len()).max(1);
    for line in wrap(words, Span::new(0, words.len()), width, 0) {
        sheet.line(format!("{indent}{}", on_one_line(line.of(words))));
    }
}

/// The words of a quote as [`words`] gives them, after what its speaker does with them where that is not saying them:
/// *rejected: the idea*.
pub(super) fn told(quote: &Quote, text: &str) -> String {
    let words = words(quote, text);
    match quote.stance(text) {
        Some(stance) => format!("{}: {words}", stance.of(text)),
        None => words,
    }
}

/// The content with `“…”` around what is quoted, whatever marks the article has, and the reporter's words plainly around
/// it; `…` stands where the attribution interrupts it.
pub(super) fn words(quote: &Quote, text: &str) -> String {
    let parts: Vec<String> = quote
        .parts
        .iter()
        .map(|&part| part_words(part, &quote.quoted, text))
        .collect();
    parts.join(" … ")
}

const DOUBLE_MARKS: [char; 3] = ['"', '“', '”'];

fn part_words(part: Span, quoted: &[Span], text: &str) -> String {
    let mut words = String::new();
    let mut at = part.start;
    for span in quoted.iter().filter_map(|span| span.shared(part)) {
        let before = Span::new(at.min(span.start), span.start).of(text);
        words.push_str(before.trim_end_matches(QUOTATION_MARKS));
        words.push('“');
        words.push_str(span.of(text).trim_start_matches('"'));
        words.push('”');
        at = span.end;
        let after = Span::new(at, part.end).of(text);
        at += after.len() - after.trim_start_matches(QUOTATION_MARKS).len();
    }
    words + &closed(Span::new(at.min(part.end), part.end), text)
}

/// Plain words at the end of a part. A title in marks there, which is no quote, has lost its last mark with the part's
/// outer ones, or the next quote's first mark has stayed.
fn closed(end: Span, text: &str) -> String {
    let words = end.of(text).trim_end_matches([' ', '“']);
    let marks = words.matches(DOUBLE_MARKS).count();
    let next = text.get(end.end..).and_then(|rest| rest.chars().next());
    let lost = next.filter(|letter| marks % 2 == 1 && DOUBLE_MARKS.contains(letter));
    words.chars().chain(lost).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote::QuoteKind;
    use crate::text::unmark;

    #[test]
    fn marks_stand_around_what_is_quoted_alone() {
        check("[We left]", "“We left”");
        check(
            "there is \"[no getting back the port, and no joining of the club,]\"",
            "there is “no getting back the port, and no joining of the club,”",
        );
        check(
            "[We left]” and ‘[it rained]’ then",
            "“We left” and “it rained” then",
        );
        check(
            "that the mayors' plan failed",
            "that the mayors' plan failed",
        );
    }

    #[test]
    fn a_title_at_the_end_keeps_its_marks() {
        let text = "on the “Morning Show,” Doe said that it rained. “We left.”";
        let shown = |start: &str, end: &str| {
            let start = text.find(start).unwrap_or_default();
            let end = text.find(end).unwrap_or_default();
            part_words(Span::new(start, end), &[], text)
        };
        assert_eq!(shown("on", "” Doe"), "on the “Morning Show,”");
        assert_eq!(shown("it", "We"), "it rained.");
    }

    /// The runs in brackets are quoted.
    #[track_caller]
    fn check(part: &str, expected: &str) {
        let (text, quoted) = unmark(part);
        let quote = Quote {
            kind: QuoteKind::Mixed,
            parts: vec![Span::new(0, text.len())],
            quoted,
            mention: None,
            cue: None,
            confidence: 1.0,
            damaged: false,
            set_by_reader: None,
        };
        assert_eq!(words(&quote, &text), expected);
    }
}
