use std::cell::RefCell;
use std::collections::HashSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use url::Url;

use super::{Subscription, is_of_the_web, one_line};

/// The types by which a page names its feeds. Plain JSON is left out: what a page names so is hardly ever a feed.
const FEEDS: [&str; 3] = [
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
];

/// So many bytes of a page are looked at. Feeds are named in its head, which scripts can make long.
const HEAD: usize = 512 << 10;

/// The feeds that the page `html`, found at `page`, names as its own, in its order and each once.
///
/// They stand in `<link rel="alternate" type="application/rss+xml" href="…">` and the like; an address there is taken from
/// the page's `<base>`, if it has one.
pub fn offered(html: &str, page: &Url) -> Vec<Subscription> {
    let head = html.split_at(html.floor_char_boundary(HEAD)).0;
    let named = Named::in_page(head);
    let base = named.base.and_then(|base| page.join(base.trim()).ok());
    let base = base.as_ref().unwrap_or(page);
    let mut seen = HashSet::new();
    let feeds = named.feeds.iter().filter_map(|feed| {
        let url = base.join(feed.href.trim()).ok()?;
        (is_of_the_web(&url) && seen.insert(url.clone())).then(|| Subscription {
            title: one_line(&feed.title),
            url,
        })
    });
    feeds.collect()
}

/// What a page names, as it stands there.
#[derive(Default)]
struct Named {
    base: Option<StrTendril>,
    feeds: Vec<Feed>,
}

struct Feed {
    title: StrTendril,
    href: StrTendril,
}

impl Named {
    fn in_page(html: &str) -> Named {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        let tokenizer = Tokenizer::new(Tags::default(), TokenizerOpts::default());
        // Nothing is run that it could stop for.
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.0.into_inner()
    }

    fn take(&mut self, tag: &Tag) {
        let attribute = |name: &str| {
            let mut attributes = tag.attrs.iter();
            let found = attributes.find(|attribute| &*attribute.name.local == name);
            found.map(|attribute| attribute.value.clone())
        };
        let Some(href) = attribute("href") else {
            return;
        };
        let is = |name, test: fn(&str) -> bool| attribute(name).is_some_and(|value| test(&value));
        match &*tag.name {
            "base" if self.base.is_none() => self.base = Some(href),
            "link" if is("rel", is_alternate) && is("type", is_feed) => self.feeds.push(Feed {
                title: attribute("title").unwrap_or_default(),
                href,
            }),
            _ => (),
        }
    }
}

/// Takes the tags as they come. No tree is made of them: that of a page that is made for it grows with the square of its
/// length.
#[derive(Default)]
struct Tags(RefCell<Named>);

impl TokenSink for Tags {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else {
            return TokenSinkResult::Continue;
        };
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        match &*tag.name {
            // What stands in these is no tag, whatever it looks like.
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "iframe" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => {
                self.0.borrow_mut().take(&tag);
                TokenSinkResult::Continue
            }
        }
    }
}

fn is_alternate(rel: &str) -> bool {
    rel.split_ascii_whitespace()
        .any(|word| word.eq_ignore_ascii_case("alternate"))
}

fn is_feed(media_type: &str) -> bool {
    let bare = media_type.split(';').next().unwrap_or_default().trim();
    FEEDS.iter().any(|feed| bare.eq_ignore_ascii_case(feed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_feeds() {
        check(
            r#"<html><head><title>The Gazette</title>
            <link rel="stylesheet" href="/style.css" type="text/css">
            <link rel="alternate" type="application/rss+xml" title="News &amp; views" href="/rss">
            <link rel="alternate" type="application/rss+xml" title="again" href="/rss">
            <LINK TYPE="application/ATOM+xml; charset=utf-8" REL="Alternate home" HREF=" https://feeds.example.net/a ">
            <link rel="alternate" type="application/feed+json" href="feed.json">
            <link rel="alternate" type="application/json" href="/wp-json/">
            <link rel="alternate" hreflang="fr" href="/fr/">
            <script>"<link rel='alternate' type='application/rss+xml' href='/script'>"</script>
            <!-- <link rel='alternate' type='application/rss+xml' href='/comment'> -->"#,
            &[
                "https://gazette.example/rss News & views",
                "https://feeds.example.net/a",
                "https://gazette.example/world/feed.json",
            ],
        );
    }

    #[test]
    fn addresses_are_taken_from_the_base() {
        check(
            r#"<base href="/en/"><link rel=alternate type=application/atom+xml href=atom>"#,
            &["https://gazette.example/en/atom"],
        );
    }

    #[test]
    fn nothing_but_the_web_is_offered() {
        check(
            r#"<link rel=alternate type=application/rss+xml href="file:///etc/passwd">
            <link rel=alternate type=application/rss+xml href="exec:rm">
            <link rel=alternate type=application/rss+xml href="https://me:secret@example.org/">
            <link rel=alternate type=application/rss+xml href="http://[">"#,
            &[],
        );
        check("", &[]);
        check("no page at all \u{0} <<<", &[]);
    }

    #[test]
    fn a_page_that_is_made_to_be_slow_is_read() {
        let tags: Vec<String> = (0..20_000)
            .map(|number| format!("<p><b x={number}>"))
            .collect();
        let named = "<link rel=alternate type=application/atom+xml href=/atom>";
        check(&(tags.concat() + named), &["https://gazette.example/atom"]);
    }

    #[track_caller]
    fn check(html: &str, expected: &[&str]) {
        let page = Url::parse("https://gazette.example/world/").expect("it is an address");
        let found: Vec<String> = offered(html, &page)
            .iter()
            .map(|feed| match &feed.title {
                Some(title) => format!("{} {title}", feed.url),
                None => feed.url.to_string(),
            })
            .collect();
        assert_eq!(found, expected);
    }
}
