//! OPML, in which newsreaders give their lists of feeds to one another; versions 1.0, 1.1 and 2.0.
//!
//! A list comes from anywhere. Entities that it declares are never filled in and nothing that it names is loaded; however
//! deep it is nested, it takes no more room than it has bytes.

use std::collections::HashSet;
use std::fmt::Write;

use quick_xml::XmlVersion;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::{Subscription, address, one_line};

/// What a list of feeds holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opml {
    /// The feeds, in their order and each once; the folders that they stand in and the pages that they belong to are not kept.
    pub subscriptions: Vec<Subscription>,
    /// Outlines with an address that can't be followed.
    pub passed_over: Vec<PassedOver>,
}

/// An outline with an address that is none of the web, such as a command that another reader would have run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// The line that its tag ends on, from 1.
    pub line: usize,
    /// The address, as it stands there.
    pub address: String,
}

/// Why a text is no list of feeds.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is something else, perhaps a feed itself.
    #[error(
        "it is no OPML list of feeds; export one from the other reader, or add a feed by its address"
    )]
    Other,
    /// It is broken there.
    #[error("line {line}: {fault}; export it again from the other reader")]
    Broken {
        /// The line, from 1.
        line: usize,
        /// What the parser says.
        fault: String,
    },
}

/// The feeds that an OPML text lists.
///
/// # Errors
/// Says so when it is no OPML, and where it breaks off.
pub fn read(text: &str) -> Result<Opml, Fault> {
    let mut reader = Reader::from_str(text);
    let mut found = Opml::default();
    let mut seen = HashSet::new();
    let mut lines = Lines::new(text);
    let mut depth = 0_usize;
    let mut is_opml = false;
    loop {
        let event = reader.read_event().map_err(|error| Fault::Broken {
            line: Lines::new(text).at(reader.error_position()),
            fault: error.to_string(),
        })?;
        let (tag, is_open) = match event {
            Event::Start(tag) => (tag, true),
            Event::Empty(tag) => (tag, false),
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                continue;
            }
            Event::Eof if !is_opml => return Err(Fault::Other),
            Event::Eof if depth == 0 => return Ok(found),
            Event::Eof => {
                return Err(Fault::Broken {
                    line: lines.at(reader.buffer_position()),
                    fault: "the list breaks off before its end".to_owned(),
                });
            }
            _ => continue,
        };
        depth += usize::from(is_open);
        let name = tag.local_name();
        if name.as_ref().eq_ignore_ascii_case("outline") && is_opml {
            let line = lines.at(reader.buffer_position());
            take(&tag, line, &mut found, &mut seen);
        }
        is_opml |= name.as_ref().eq_ignore_ascii_case("opml");
        if !is_opml {
            return Err(Fault::Other);
        }
    }
}

/// Takes the feed that an outline stands for, if it stands for one. Names are compared without case: `xmlURL` is common.
fn take(tag: &BytesStart<'_>, line: usize, found: &mut Opml, seen: &mut HashSet<url::Url>) {
    let [mut title, mut text, mut feed] = [None, None, None];
    // Looking for names that come twice would take time that grows with the square of their number.
    for attribute in tag.attributes().with_checks(false).flatten() {
        let place = match attribute.key.as_ref().to_ascii_lowercase().as_str() {
            "title" => &mut title,
            "text" => &mut text,
            "xmlurl" => &mut feed,
            _ => continue,
        };
        // A bare `&` in an address is no XML and yet common; it is taken for what it is meant for.
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.unwrap_or_else(|_| attribute.value.replace("&amp;", "&").into());
        *place = one_line(&value);
    }
    let Some(feed) = feed else {
        return;
    };
    match address(&feed) {
        Some(url) if seen.insert(url.clone()) => found.subscriptions.push(Subscription {
            title: title.or(text),
            url,
        }),
        Some(_) => (),
        None => found.passed_over.push(PassedOver {
            line,
            address: feed,
        }),
    }
}

/// Counts lines as a text is read, each byte once.
struct Lines<'a> {
    text: &'a str,
    seen: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Lines<'a> {
        Lines {
            text,
            seen: 0,
            line: 1,
        }
    }

    /// The line of the byte at `place`, which is not before the last one asked for.
    fn at(&mut self, place: u64) -> usize {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        let place = place.clamp(self.seen, self.text.len());
        let between = self.text.as_bytes().get(self.seen..place);
        let pieces = between.unwrap_or_default().split(|&byte| byte == b'\n');
        self.line += pieces.count() - 1;
        self.seen = place;
        self.line
    }
}

/// The feeds as an OPML 2.0 text.
pub fn write(subscriptions: &[Subscription]) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    \
         <title>Feeds followed with parallax</title>\n  </head>\n  <body>\n",
    );
    for feed in subscriptions {
        let title = attribute(feed.title.as_deref().unwrap_or(feed.url.as_str()));
        let url = attribute(feed.url.as_str());
        // Writing to a string can't fail.
        let _ = writeln!(
            text,
            "    <outline type=\"rss\" text=\"{title}\" title=\"{title}\" xmlUrl=\"{url}\"/>"
        );
    }
    text.push_str("  </body>\n</opml>\n");
    text
}

/// `value` as it may stand in an attribute: on one line, and without what XML has no way to write.
fn attribute(value: &str) -> String {
    let line = one_line(value).unwrap_or_default();
    let clean: String = line
        .chars()
        .filter(|letter| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}'))
        .collect();
    escape(clean).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_outlines_are_read() {
        check(
            r#"<?xml version="1.0"?><!-- exported -->
            <opml version="1.0"><head><title>Mine</title></head><body>
              <outline text="World"><outline text="Europe">
                <outline type="rss" text="Gazette" xmlUrl="https://gazette.example/rss" htmlUrl="https://gazette.example/"/>
              </outline></outline>
              <outline title="The  Post
                " text="post" xmlURL="feed://post.example/?a=1&amp;b=2"></outline>
              <outline text="bare" xmlUrl="https://bare.example/?a=1&amp;b=2&copy=3"/>
              <outline text="again" xmlUrl="https://gazette.example/rss"/>
              <outline text="a folder"/>
            </body></opml>"#,
            &[
                "Gazette https://gazette.example/rss",
                "The Post http://post.example/?a=1&b=2",
                "bare https://bare.example/?a=1&b=2&copy=3",
            ],
        );
        check("<opml version='2.0'/>", &[]);
        check(
            "\u{feff}<OPML><body><outline xmlUrl='http://a.example/'/></body></OPML>",
            &["- http://a.example/"],
        );
    }

    #[test]
    fn commands_and_files_are_passed_over() {
        let list = read(
            "<opml>\n<outline xmlUrl='exec:rm -rf /'/>\n<outline xmlUrl='file:///etc/passwd'/>\n</opml>",
        );
        let passed: Vec<_> = list
            .iter()
            .flat_map(|list| &list.passed_over)
            .map(|over| (over.line, over.address.as_str()))
            .collect();
        assert_eq!(passed, [(2, "exec:rm -rf /"), (3, "file:///etc/passwd")]);
    }

    #[test]
    fn entities_are_not_filled_in() {
        let bomb = r#"<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">
            <!ENTITY file SYSTEM "file:///etc/passwd">]>
            <opml><body><outline text="&b;&file;" xmlUrl="https://a.example/&b;"/></body></opml>"#;
        check(bomb, &["&b;&file; https://a.example/&b;"]);
    }

    #[test]
    fn what_is_no_list_says_so() {
        let other = Err(Fault::Other);
        assert_eq!(read(""), other);
        assert_eq!(read("just words"), other);
        assert_eq!(read("<rss><channel/></rss>"), other);
        for broken in [
            "<opml>\n<body>\n<outline xmlUrl='http://a.example/'>",
            "<opml>\n<body>\n</outline></opml>",
            "<opml>\n\n<body",
        ] {
            assert!(
                matches!(read(broken), Err(Fault::Broken { line: 3, .. })),
                "{broken}: {:?}",
                read(broken)
            );
        }
    }

    #[test]
    fn a_deep_list_is_read_to_its_end() {
        let deep = 100_000;
        let text = format!(
            "<opml>{}<outline xmlUrl='http://a.example/'/>{}</opml>",
            "<outline>".repeat(deep),
            "</outline>".repeat(deep)
        );
        check(&text, &["- http://a.example/"]);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let feeds = [
            ("Q&A \"<live>\" 'now'", "https://a.example/?q=1&r=%3C"),
            ("", "https://b.example/"),
        ]
        .map(|(title, url)| Subscription {
            title: one_line(title),
            url: address(url).expect("it is an address"),
        });
        let text = write(&feeds);
        let again = read(&text).map(|list| list.subscriptions);
        let mut expected = feeds.to_vec();
        expected[1].title = Some("https://b.example/".to_owned());
        assert_eq!(again, Ok(expected), "{text}");
    }

    #[test]
    fn a_list_that_is_cut_off_is_no_shorter_list() {
        let whole = "<?xml version='1.0'?><!--é--><opml><body><outline text='é&amp;' xmlUrl='http://a.example/'/>\
            <![CDATA[x]]><outline>&amp;</outline></body></opml>";
        for (end, _) in whole.char_indices() {
            let (start, _) = whole.split_at(end);
            assert!(read(start).is_err(), "{start}");
        }
        assert!(read(whole).is_ok());
    }

    #[test]
    fn nothing_that_is_no_xml_is_written() {
        let feed = Subscription {
            title: Some("a\u{1b}[2J\u{0}b\nc".to_owned()),
            url: address("https://a.example/").expect("it is an address"),
        };
        assert!(write(&[feed]).contains("text=\"a[2Jb c\""));
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let list = read(text).expect("it is a list");
        let feeds: Vec<String> = list
            .subscriptions
            .iter()
            .map(|feed| {
                let title = feed.title.as_deref().unwrap_or("-");
                format!("{title} {}", feed.url)
            })
            .collect();
        assert_eq!(feeds, expected);
    }
}
