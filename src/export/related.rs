//! Which articles have most in common with one.
//!
//! In JSON a bare list, for the many tools that take one as a ranking: it has no place for a version, and neither have its
//! lines. An entry may get more keys; what would break a reader is another form, under another name.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::Sheet;
use super::json::{self, rounded};
use super::list::{OUTLET, filled, shorten_middle};
use crate::page::shorten;
use crate::text::visible;

/// An article, and how much it has in common with the one that was asked about.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'a> {
    /// The path as it was given.
    pub path: &'a str,
    /// Its title.
    pub title: &'a str,
    /// From 0 to 1.
    pub score: f32,
}

#[derive(Serialize)]
struct Form<'a> {
    path: &'a str,
    score: f64,
}

impl<'a> From<&Scored<'a>> for Form<'a> {
    fn from(scored: &Scored<'a>) -> Form<'a> {
        Form {
            path: scored.path,
            score: rounded(scored.score),
        }
    }
}

/// All, in the order given, on one line.
pub fn json(scored: &[Scored<'_>]) -> String {
    json::line(&scored.iter().map(Form::from).collect::<Vec<_>>())
}

/// One, on one line.
pub fn json_line(scored: &Scored<'_>) -> String {
    json::line(&Form::from(scored))
}

/// A line for each, `width` columns wide.
pub fn text(scored: &[Scored<'_>], width: usize) -> Sheet {
    let longest = scored.iter().map(|one| visible(one.path).width()).max();
    let path_width = longest
        .unwrap_or_default()
        .clamp(OUTLET.0, (width / 2).max(OUTLET.0));
    let mut sheet = Sheet::new();
    for one in scored {
        let path = filled(&shorten_middle(one.path, path_width), path_width);
        let front = format!("{:.2}  {path}  ", one.score);
        let room = width.saturating_sub(front.width()).max(1);
        sheet.line(format!("{front}{}", shorten(one.title, room)));
    }
    sheet
}
