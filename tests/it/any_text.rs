//! What holds for the reading of any text, whatever marks stand in it.

use std::sync::Arc;

use parallax::article::{Article, Content, Format, Label};
use parallax::comparison::compare;
use parallax::conflict::Conflict;
use parallax::coverage::cover;
use parallax::omission::Omission;
use parallax::reading::Reading;
use parallax::speaker::cast;
use parallax::text::Pair;
use proptest::prelude::*;

/// Pieces that steer the rules.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "\"", "“", "”", "‘", "’", "''", "«", "»", "said", "Trump", "Mr.", "he", "she and Jane Doe said", "that",
    ",", ".", "?", "according to", ":", "—", "\n", "\n\n", "U.S.", "the president", "Jane Doe", "was told",
    "and", "é", "漢", "\u{202e}", "", "added", "D-", "JANE:", "who", "(", ")", "claims that", "`", "``", "„",
    "'", "\u{301}", "Q:", "\"WALLACE: ", "- Jane Doe", "reports that", "was", "The flood killed",
    "people in the harbour town", "four", "4", "1,500", "$5 million", "k", "36%", "per cent", "to",
    "dozens of", "a dozen or so", "more than", "on Sunday", "Sun.", "August 16", "2014", "yesterday",
    "it is unclear whether", "reportedly", "denied that", "a row between", "with Roe", "by France",
    "officials said",
];

/// Such pieces, among words of chance.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(PIECES);
    let piece = prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => "[a-zA-Zäß’]{1,8}"];
    prop::collection::vec((piece, prop::bool::ANY), 0..60).prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(piece, space)| if space { piece + " " } else { piece })
            .collect()
    })
}

proptest! {
    #[test]
    fn spans_of_quotes_lie_in_the_text_in_order_and_apart(text in text()) {
        let reading = Reading::new(Article::plain(text, Label::default()));
        let text = &reading.article.text;
        for quote in &reading.quotes {
            prop_assert!(!quote.parts.is_empty());
            for span in quote.parts.iter().chain(&quote.quoted).chain(&quote.mention).chain(&quote.cue) {
                prop_assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
                prop_assert!(!span.is_empty(), "{quote:?} in {text:?}");
            }
            let apart = quote.parts.is_sorted_by(|a, b| a.end <= b.start);
            prop_assert!(quote.quoted.is_sorted_by(|a, b| a.end <= b.start), "{quote:?} in {text:?}");
            prop_assert!(apart, "{:?} in {text:?}", quote.parts);
            for run in &quote.quoted {
                prop_assert!(quote.parts.iter().any(|part| part.contains(*run)), "{quote:?} in {text:?}");
            }
            prop_assert!((0.0..=1.0).contains(&quote.confidence));
        }
        let cast = cast(&[&reading]);
        prop_assert_eq!(cast.attributions[0].len(), reading.quotes.len());
        for attribution in &cast.attributions[0] {
            prop_assert!(attribution.speakers().all(|speaker| speaker < cast.speakers.len()));
            prop_assert!(attribution.speaker.is_some() || attribution.joint.is_empty());
            let is_joint = |speaker: usize| attribution.joint.contains(&speaker);
            prop_assert!(!attribution.speaker.is_some_and(is_joint));
        }
    }
}

/// Pieces that steer the readers of markup.
#[rustfmt::skip]
const MARKS: &[&str] = &[
    "<p>", "</p>", "<br>", "<div>", "</div>", "<h1>", "</h1>", "<h2>The hall</h2>", "<li>", "<td>", "<table>", "<q>", "</q>",
    "<pre>", "</pre>", "<script>", "</script>", "<!--", "-->", "<a href=\"", "\">", "</a>", "<title>", "</title>", "&amp;",
    "&#0;", "&#x202e;", "<meta name=author content=\"", "<time datetime=2025-08-18>", "<article>", "<b>", "</b>", "<svg>",
    "<p class=share>", "<item>", "</item>", "<description>", "</description>", "<title>Talks</title>", "<![CDATA[", "]]>",
    "# ", "## ", "> ", "- ", "* ", "**", "_", "`", "```\n", "[a](b)", "![", "](", "|a|b|\n|-|-|\n", "[^1]", "[^1]: ", "---\n",
    "\\\n", "1. ", "    ", "\u{1b}[31m", "\0", "\u{9b}", "\r", "\t", "\u{ad}", "\u{a0}", "{", "}",
];

/// How files of each format begin.
const BEGINNINGS: &[(&str, &str)] = &[
    ("txt", ""),
    ("md", ""),
    ("md", "---\ntitle: Talks\n---\n"),
    ("html", "<!doctype html>"),
    (
        "html",
        "<script type=application/ld+json>{\"@type\": \"Article\", \"headline\": \"",
    ),
    ("rss", "<rss version=\"2.0\"><channel><item><description>"),
    (
        "atom",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><content type=\"html\">",
    ),
    (
        "json",
        "{\"version\": \"https://jsonfeed.org/version/1\", \"title\": \"a\", \"items\": [{\"content_html\": \"",
    ),
];

/// How files of these formats end, so that what stands between is read.
const ENDINGS: &[(&str, &str)] = &[
    ("rss", "</description></item></channel></rss>"),
    ("atom", "</content></entry></feed>"),
    ("json", "\"}]}"),
];

proptest! {
    #[test]
    fn every_format_gives_blocks_in_order_and_apart(
        file in prop::sample::select(BEGINNINGS),
        pieces in prop::collection::vec(prop::sample::select([PIECES, MARKS].concat()), 0..60),
    ) {
        let (extension, beginning) = file;
        let ending = ENDINGS.iter().find(|(of, _)| *of == extension).map_or("", |(_, ending)| ending);
        let text = format!("{beginning}{}{ending}", pieces.join(" "));
        let content = Content::of_file(text.as_bytes(), Some(extension));
        for article in content.articles(Label::default()).unwrap_or_default() {
            let mut end = 0;
            for block in &article.blocks {
                let words = article.text.get(block.span.range()).unwrap_or_default();
                prop_assert!(block.span.start >= end && !words.trim().is_empty(), "{block:?} of {article:?}");
                prop_assert!(content.format == Some(Format::Plain) || !words.contains(['\n', '\r']), "{words:?}");
                end = block.span.end;
            }
            let reading = Reading::new(article);
            prop_assert!(reading.quotes.iter().all(|quote| reading.article.text.get(quote.parts[0].range()).is_some()));
        }
    }
}

proptest! {
    // Each case compares two articles, twice.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_found_lies_in_its_sentences_from_either_side(texts in prop::array::uniform2(text()), both in text()) {
        let articles = texts.map(|text| {
            let text = format!("{text}{both}");
            Arc::new(Reading::new(Article::plain(text, Label::default())))
        });
        let [left, right] = articles;
        let there = compare(Pair::new(Arc::clone(&left), Arc::clone(&right)));
        let back = compare(Pair::new(right, left));
        for conflict in &there.conflicts {
            for (side, claim) in conflict.claims.as_ref().sides() {
                let sentences = &there.readings.get(side).sentences;
                let sentence = sentences[*conflict.sentences.get(side)].span;
                prop_assert!(!claim.spans.is_empty(), "{conflict:?}");
                prop_assert!(claim.spans.iter().all(|span| sentence.contains(*span)), "{conflict:?}");
            }
        }
        for omission in &there.omissions {
            let sentence = there.readings.get(omission.side).sentences[omission.sentence].span;
            prop_assert!(sentence.contains(omission.span), "{omission:?} in {sentence:?}");
        }
        let claims = |conflicts: &[Conflict], turned: bool| {
            let each = conflicts.iter().map(|one| {
                let claims = if turned { one.claims.clone().swapped() } else { one.claims.clone() };
                (one.kind, claims.left.spans, claims.right.spans)
            });
            let mut all: Vec<_> = each.collect();
            all.sort();
            all
        };
        prop_assert_eq!(claims(&there.conflicts, false), claims(&back.conflicts, true));
        let left_out = |omissions: &[Omission], turned: bool| {
            let each = omissions.iter().map(|one| {
                let side = if turned { one.side.other() } else { one.side };
                (side, one.span)
            });
            let mut all: Vec<_> = each.collect();
            all.sort();
            all
        };
        prop_assert_eq!(left_out(&there.omissions, false), left_out(&back.omissions, true));
    }
}

proptest! {
    // Each case reads three articles and compares every two, twice.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_sentence_is_covered_once_in_whatever_order(texts in prop::array::uniform3(text())) {
        let read = |text: &String| Arc::new(Reading::new(Article::plain(text.clone(), Label::default())));
        let readings: Vec<Arc<Reading>> = texts.iter().map(read).collect();
        let told = |order: [usize; 3]| {
            let given = order.map(|article| Arc::clone(&readings[article]));
            let mut sentences: Vec<Vec<(usize, usize)>> = cover(given.to_vec())
                .rows
                .iter()
                .map(|row| {
                    let cells = row.cells.iter();
                    let mut told: Vec<(usize, usize)> = cells
                        .flat_map(|(&article, cell)| {
                            let numbers = cell.sentences.iter();
                            numbers.map(move |&one| (order[article], one))
                        })
                        .collect();
                    told.sort_unstable();
                    told
                })
                .collect();
            sentences.sort();
            sentences
        };
        let rows = told([0, 1, 2]);
        let mut all: Vec<(usize, usize)> = rows.iter().flatten().copied().collect();
        all.sort_unstable();
        let sentences = readings.iter().enumerate();
        let sentences = sentences.flat_map(|(article, reading)| (0..reading.sentences.len()).map(move |one| (article, one)));
        prop_assert_eq!(all, sentences.collect::<Vec<_>>());
        let are_apart = texts[0] != texts[1] && texts[1] != texts[2] && texts[0] != texts[2];
        prop_assert!(!are_apart || told([2, 0, 1]) == rows);
    }
}
