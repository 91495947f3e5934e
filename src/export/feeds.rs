//! The feeds that are followed.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::Sheet;
use super::json::{self, VERSION};
use super::list::filled;
use crate::page::shorten;
use crate::text::visible;

/// A feed that is followed.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Followed<'a> {
    /// What it is called.
    pub title: Option<&'a str>,
    /// Its address.
    pub url: &'a str,
    /// When it was fetched last, as RFC 3339 has it.
    pub fetched: Option<&'a str>,
    /// What went wrong then.
    pub trouble: Option<&'a str>,
}

#[derive(Serialize)]
struct Form<'a> {
    version: u32,
    feeds: &'a [Followed<'a>],
}

#[derive(Serialize)]
struct LineForm<'a> {
    version: u32,
    #[serde(flatten)]
    feed: Followed<'a>,
}

/// All, on one line.
pub fn json(feeds: &[Followed<'_>]) -> String {
    json::line(&Form {
        version: VERSION,
        feeds,
    })
}

/// One, on one line.
pub fn json_line(feed: &Followed<'_>) -> String {
    json::line(&LineForm {
        version: VERSION,
        feed: *feed,
    })
}

/// The columns of a day and a time.
const FETCHED: usize = 16;

/// A line for each, about `width` columns wide, and one for what went wrong. Addresses are whole: they are to be copied.
pub fn text(feeds: &[Followed<'_>], width: usize) -> Sheet {
    let longest = feeds.iter().map(|feed| visible(title(feed)).width()).max();
    let title_width = longest.unwrap_or_default().min(width / 3);
    let mut sheet = Sheet::new();
    for feed in feeds {
        let title = filled(&shorten(&visible(title(feed)), title_width), title_width);
        let fetched = feed.fetched.map_or_else(
            || "never fetched".to_owned(),
            |at| {
                at.chars()
                    .take(FETCHED)
                    .collect::<String>()
                    .replace('T', " ")
            },
        );
        sheet.line(format!(
            "{}  {title}  {}",
            filled(&fetched, FETCHED),
            feed.url
        ));
        if let Some(trouble) = feed.trouble {
            sheet.line(format!("  ! {trouble}"));
        }
    }
    sheet
}

fn title<'a>(feed: &Followed<'a>) -> &'a str {
    feed.title.unwrap_or("-")
}
