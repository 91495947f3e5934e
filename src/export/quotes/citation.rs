use super::text::{told, words};
use crate::article::{Article, TitleOrigin};
use crate::quote::Quote;
use crate::text::{on_one_line, visible};

/// A quote with its source, to be pasted somewhere: `“…” — Steve Witkoff, special envoy (CNN, 2025-08-17, “Title”,
/// path)`, as far as that is known; the address on the web stands for the path. On one line, without control characters.
pub fn citation(article: &Article, quote: &Quote, speaker: Option<&str>) -> String {
    let label = &article.label;
    let title = &article.title;
    let own = title.origin != TitleOrigin::Lead;
    let path = (label.path != "-").then_some(&label.path);
    let source = [
        label.outlet.clone(),
        label.date.clone(),
        own.then(|| format!("“{}”", title.text)),
        label.url.as_ref().or(path).cloned(),
    ];
    let source: Vec<String> = source
        .into_iter()
        .flatten()
        .map(|known| plain(&known))
        .filter(|known| !known.is_empty())
        .collect();
    let mut cited = closed(&told(quote, &article.text));
    if let Some(speaker) = speaker {
        cited = format!("{cited} — {speaker}");
    }
    if !source.is_empty() {
        cited = format!("{cited} ({})", source.join(", "));
    }
    plain(&cited)
}

/// The words of a quote alone, with marks around what the article has in marks; on one line, without control characters.
pub fn quoted_words(article: &Article, quote: &Quote) -> String {
    closed(&words(quote, &article.text))
}

fn closed(words: &str) -> String {
    let words = plain(words);
    // This comma leads to the article's own attribution.
    match words.strip_suffix(",”") {
        Some(kept) => format!("{kept}”"),
        None => words,
    }
}

fn plain(words: &str) -> String {
    on_one_line(&visible(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Label;
    use crate::reading::Reading;

    #[test]
    fn a_source_is_given_as_far_as_it_is_known() {
        let label = Label {
            path: "news/talks.txt".to_owned(),
            title: Some("Mayor refuses".to_owned()),
            outlet: Some("Gazette".to_owned()),
            date: Some("2025-08-18".to_owned()),
            ..Label::default()
        };
        let speaker = Some("Jane Doe, mayor");
        check(
            label.clone(),
            speaker,
            "“We will never sell” — Jane Doe, mayor (Gazette, 2025-08-18, “Mayor refuses”, news/talks.txt)",
        );
        let url = Some("https://example.org/talks".to_owned());
        check(
            Label { url, ..label },
            None,
            "“We will never sell” (Gazette, 2025-08-18, “Mayor refuses”, https://example.org/talks)",
        );
        let path = "-".to_owned();
        check(
            Label {
                path,
                ..Label::default()
            },
            speaker,
            "“We will never sell” — Jane Doe, mayor",
        );
    }

    #[test]
    fn nothing_that_is_pasted_acts_on_a_terminal() {
        let outlet = Some("Ga\u{1b}]0;zette\n".to_owned());
        check(
            Label {
                outlet,
                ..Label::default()
            },
            None,
            "“We will never sell” (Ga␛]0;zette)",
        );
    }

    #[track_caller]
    fn check(label: Label, speaker: Option<&str>, expected: &str) {
        let text =
            "It rained. “We will\nnever sell,” said Jane Doe. It was a long and quiet day in town.";
        let reading = Reading::new(Article::plain(text.to_owned(), label));
        let cited = citation(&reading.article, &reading.quotes[0], speaker);
        assert_eq!(cited, expected);
    }
}
