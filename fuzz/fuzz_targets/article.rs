//! Any bytes as a file of any format: whatever articles they hold, what is found in them lies within their text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::article::{Content, Format, Label};
use parallax::reading::Reading;

/// Of a feed this many articles are read: each takes as long as the next.
const READ: usize = 3;

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else {
        return;
    };
    let formats = [
        None,
        Some(Format::Plain),
        Some(Format::Markdown),
        Some(Format::Html),
        Some(Format::Feed),
    ];
    let content = Content {
        bytes,
        format: formats[usize::from(*choice) % formats.len()],
        charset: None,
    };
    let Ok(articles) = content.articles(Label::default()) else {
        return;
    };
    for article in articles.into_iter().take(READ) {
        let reading = Reading::new(article);
        let text = &reading.article.text;
        for sentence in &reading.sentences {
            assert!(!sentence.span.of(text).is_empty());
        }
        for quote in &reading.quotes {
            let named = [quote.mention, quote.cue].into_iter().flatten();
            for span in quote.parts.iter().chain(&quote.quoted).copied().chain(named) {
                assert!(!span.of(text).is_empty());
            }
        }
    }
});
