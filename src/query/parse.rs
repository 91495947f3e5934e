//! From what is typed to a query.

use super::day::{EXAMPLES, day, may_become_day};
use super::syntax::{Field, SYNTAX};
use super::{Form, Query, Standing, Words};
use crate::text::{fold, on_one_line, words};

/// What was understood of what is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// What is looked for.
    pub query: Query,
    /// What was typed and is not looked for, each with the reason; as the reader typed it, so it may hold anything.
    pub complaints: Vec<String>,
}

/// Marks around a phrase, in whatever language's way: any of them begins one, and any of them ends it.
const MARKS: &[char] = &['"', '“', '”', '„', '«', '»', '‟', '＂'];

/// Those of them that begin none where no phrase is open.
const CLOSING: &[char] = &['”', '»'];

/// A word or a phrase with what stands before it.
struct Token<'a> {
    /// All of it, as typed.
    whole: &'a str,
    unwanted: bool,
    field: Option<Field>,
    /// What is left when marks, field and minus are gone.
    value: &'a str,
    /// Whether marks stand around it.
    quoted: bool,
    /// Whether the next letter that is typed would belong to it.
    open: bool,
}

impl Query {
    /// Reads what is typed. `today` is counted in days from 1 January 1970. While the reader is `typing`, the last word
    /// stands for all that begin so, and nothing is said of a field that may still become right.
    pub fn parse(text: &str, today: i64, typing: bool) -> Parsed {
        let mut parsed = Parsed::default();
        let mut rest = text;
        while let Some(token) = next(&mut rest) {
            parsed.add(&token, today, typing && token.open);
        }
        parsed
    }

    /// Takes another first day, or another day after the last; all that is asked for must hold. Dates in this form are in
    /// order as text.
    fn limit(&mut self, field: Field, day: String) {
        if field == Field::After {
            self.after = self.after.take().max(Some(day));
        } else {
            let days = self.before.take().into_iter().chain([day]);
            self.before = days.min();
        }
    }
}

/// Cuts the next token off `rest`.
fn next<'a>(rest: &mut &'a str) -> Option<Token<'a>> {
    let is_between = |letter: char| letter.is_whitespace() || CLOSING.contains(&letter);
    let start = rest.trim_start_matches(is_between);
    if start.is_empty() {
        return None;
    }
    let unwanted = start
        .strip_prefix('-')
        .filter(|rest| rest.chars().next().is_some_and(|next| !is_between(next)));
    let plain = unwanted.unwrap_or(start);
    let (field, value) = match plain[..word_end(plain)].split_once(':') {
        Some((name, _)) if Field::named(name).is_some() => {
            (Field::named(name), &plain[name.len() + 1..])
        }
        _ => (None, plain),
    };
    let quoted = value.strip_prefix(MARKS);
    let (value, after) = match quoted {
        Some(value) => value.split_at(value.find(MARKS).unwrap_or(value.len())),
        None => value.split_at(word_end(value)),
    };
    let whole = &start[..start.len() - after.len()];
    // The mark that ends a phrase goes with it.
    *rest = quoted
        .and_then(|_| after.strip_prefix(MARKS))
        .unwrap_or(after);
    Some(Token {
        whole,
        unwanted: unwanted.is_some(),
        field,
        value,
        quoted: quoted.is_some(),
        open: after.is_empty(),
    })
}

/// Where a word without marks ends.
fn word_end(text: &str) -> usize {
    let ends = |letter: char| letter.is_whitespace() || MARKS.contains(&letter);
    text.find(ends).unwrap_or(text.len())
}

impl Parsed {
    /// Takes a token; `typing` is whether it is still being typed.
    fn add(&mut self, token: &Token<'_>, today: i64, typing: bool) {
        let Some(field) = token.field else {
            self.add_words(token, typing);
            return;
        };
        let value = on_one_line(token.value);
        let whole = token.whole;
        if token.unwanted {
            let complaint = format!("{whole}: only words and phrases can be left out with -");
            self.complaints.push(complaint);
            return;
        }
        if value.is_empty() {
            if !typing {
                let name = field.name();
                let example = syntax_of(field);
                self.complaints.push(format!(
                    "{name}: needs something behind it, as in {example}"
                ));
            }
            return;
        }
        let folded = fold(&value).into_owned();
        let query = &mut self.query;
        match field {
            Field::Speaker => query.speakers.push(value),
            Field::Outlet => query.outlets.push(value),
            Field::Author => query.authors.push(value),
            Field::Title => query.titles.push(value),
            Field::Tag => query.tags.push(value),
            Field::After | Field::Before => match day(&folded, today) {
                Some(day) => query.limit(field, day),
                None if typing && may_become_day(&folded) => (),
                None => {
                    let complaint = format!("{whole} is no day: write {EXAMPLES}");
                    self.complaints.push(complaint);
                }
            },
            Field::Is => self.add_standing(whole, &folded, typing),
        }
    }

    fn add_standing(&mut self, whole: &str, folded: &str, typing: bool) {
        let mut all = Standing::ALL.into_iter();
        if let Some(standing) = all.clone().find(|standing| standing.name() == folded) {
            self.query.standings.push(standing);
        } else if !typing || !all.any(|standing| standing.name().starts_with(folded)) {
            let names = Standing::ALL.map(Standing::name).join(", ");
            let complaint = format!("{whole} is not known: write one of {names} behind is:");
            self.complaints.push(complaint);
        }
    }

    fn add_words(&mut self, token: &Token<'_>, typing: bool) {
        let value = on_one_line(token.value);
        let unwanted = token.unwanted;
        if token.quoted {
            match value.rsplit_once(' ') {
                // What is still typed of a phrase is no word of it yet.
                _ if !typing || unwanted || token.value.ends_with(char::is_whitespace) => {
                    self.push(&value, Form::Phrase, unwanted);
                }
                Some((phrase, last)) => {
                    self.push(phrase, Form::Phrase, false);
                    self.push(last, Form::Prefix, false);
                }
                None => self.push(&value, Form::Prefix, false),
            }
            return;
        }
        match value.strip_suffix('*') {
            Some(start) => self.push(start, Form::Prefix, unwanted),
            // What begins with a letter or two is not what the reader does not want.
            None if typing && !unwanted => self.push(&value, Form::Prefix, false),
            None => self.push(&value, Form::Word, unwanted),
        }
    }

    /// Takes words, if there are any between the marks.
    fn push(&mut self, text: &str, form: Form, unwanted: bool) {
        if words(text).next().is_some() {
            let text = text.to_owned();
            self.query.words.push(Words {
                text,
                form,
                unwanted,
            });
        }
    }
}

fn syntax_of(field: Field) -> &'static str {
    let mut all = SYNTAX.iter();
    all.find(|syntax| syntax.field == Some(field))
        .map_or("", |syntax| syntax.write)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Form, Query};

    /// 20 August 2025.
    const TODAY: i64 = 20_320;

    #[test]
    fn words_phrases_and_beginnings() {
        check(
            "ceasefire  Zelen* -sports",
            "word ceasefire, begins Zelen, not word sports",
        );
        check(
            "“security  guarantees” now",
            "phrase security guarantees, word now",
        );
        check("-\"peace deal\"", "not phrase peace deal");
        check("\"to the end", "phrase to the end");
        check("he said”", "word he, word said");
        check("-spo*", "not begins spo");
        check(
            "don't U.S. Obama-given",
            "word don't, word U.S., word Obama-given",
        );
        check("café", "word café");
        check(" - & \"\" * -- ”", "");
    }

    #[test]
    fn fields() {
        check("SPEAKER:Rubio", "speaker:Rubio");
        check(
            "outlet:\"Harbour Post\" tag:„to read“",
            "outlet:\"Harbour Post\" tag:\"to read\"",
        );
        check("is:Unread is:copy", "is:unread is:copy");
        check(
            "title:port author:doe port",
            "word port, author:doe title:port",
        );
        check("foo:bar at 10:30", "word foo:bar, word at, word 10:30");
        check("after:2025-08 after:3d after:2024", "after:2025-08-17");
        check("before:today before:2025", "before:2025-01-01");
        check("after:\"2025-08-18\"", "after:2025-08-18");
    }

    #[test]
    fn what_is_not_understood_is_told() {
        complains(
            "after:foo port",
            "after:foo is no day: write 2025, 2025-08, 2025-08-18, today, yesterday, 3d or 2w",
        );
        complains(
            "before:2025-02-30",
            "before:2025-02-30 is no day: write 2025, 2025-08, 2025-08-18, today, yesterday, 3d or 2w",
        );
        complains(
            "is:new",
            "is:new is not known: write one of unread, read, bookmarked, noted, copy behind is:",
        );
        complains(
            "outlet: star",
            "outlet: needs something behind it, as in outlet:name",
        );
        complains(
            "-outlet:star",
            "-outlet:star: only words and phrases can be left out with -",
        );
    }

    #[test]
    fn while_typing_the_last_word_is_a_beginning() {
        typing("peace zel", "word peace, begins zel");
        typing("peace zel ", "word peace, word zel");
        typing("-spo", "not word spo");
        typing("\"security guar", "phrase security, begins guar");
        typing("\"security guar ", "phrase security guar");
        typing("\"security guarantees\"", "phrase security guarantees");
        typing("outlet:sta", "outlet:sta");
        for half in [
            "after:",
            "after:20",
            "after:2025-0",
            "after:tod",
            "is:",
            "is:unr",
            "speaker:",
        ] {
            typing(half, "");
        }
        let told = Query::parse("after:foo", TODAY, true).complaints;
        assert_eq!(told.len(), 1, "this can't become a day any more");
    }

    proptest::proptest! {
        #[test]
        fn a_query_is_the_same_when_it_is_written_and_read_again(
            text in "(-|\"|“|”|\\*|:|a|B|é|1|-|speaker:|is:|read|after:|2025| ){0,12}",
            any in ".{0,20}",
        ) {
            for text in [text, any] {
                let query = Query::parse(&text, TODAY, false).query;
                let again = Query::parse(&query.to_string(), TODAY, false);
                proptest::prop_assert_eq!(&again.query, &query);
                proptest::prop_assert_eq!(again.complaints, [""; 0]);
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let Parsed { query, complaints } = Query::parse(text, TODAY, false);
        assert_eq!(complaints, [""; 0]);
        assert_eq!(said(query), expected);
    }

    #[track_caller]
    fn typing(text: &str, expected: &str) {
        let Parsed { query, complaints } = Query::parse(text, TODAY, true);
        assert_eq!(complaints, [""; 0]);
        assert_eq!(said(query), expected);
    }

    #[track_caller]
    fn complains(text: &str, expected: &str) {
        assert_eq!(Query::parse(text, TODAY, false).complaints, [expected]);
    }

    /// The words by their form, then the fields as they are written.
    fn said(mut query: Query) -> String {
        let words = std::mem::take(&mut query.words);
        let words = words.iter().map(|words| {
            let not = if words.unwanted { "not " } else { "" };
            let form = match words.form {
                Form::Word => "word",
                Form::Prefix => "begins",
                Form::Phrase => "phrase",
            };
            format!("{not}{form} {}", words.text)
        });
        let fields = Some(query.to_string()).filter(|fields| !fields.is_empty());
        words.chain(fields).collect::<Vec<_>>().join(", ")
    }
}
