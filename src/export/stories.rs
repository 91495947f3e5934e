//! Which articles are about the same event.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::Sheet;
use super::json::{self, Source, VERSION};
use super::list::{OUTLET, filled, shorten_middle};
use crate::article::Article;
use crate::page::shorten;
use crate::text::visible;

/// A story, as it is told.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// A few words of its own; empty for an article alone.
    pub label: String,
    /// Its articles.
    pub articles: Vec<&'a Article>,
}

#[derive(Serialize)]
struct Form<'a> {
    version: u32,
    stories: Vec<StoryForm<'a>>,
}

#[derive(Serialize)]
struct LineForm<'a> {
    version: u32,
    #[serde(flatten)]
    story: StoryForm<'a>,
}

#[derive(Serialize)]
struct StoryForm<'a> {
    label: Option<&'a str>,
    articles: Vec<Source<'a>>,
}

impl<'a> From<&'a Told<'a>> for StoryForm<'a> {
    fn from(told: &'a Told<'a>) -> StoryForm<'a> {
        let articles = told.articles.iter();
        StoryForm {
            label: Some(told.label.as_str()).filter(|label| !label.is_empty()),
            articles: articles.map(|&article| Source::from(article)).collect(),
        }
    }
}

/// All stories, on one line.
pub fn json(stories: &[Told<'_>]) -> String {
    json::line(&Form {
        version: VERSION,
        stories: stories.iter().map(StoryForm::from).collect(),
    })
}

/// One story, on one line.
pub fn json_line(story: &Told<'_>) -> String {
    json::line(&LineForm {
        version: VERSION,
        story: story.into(),
    })
}

/// The articles of each story under its words, those that stand alone at the end; `width` columns wide.
pub fn text(stories: &[Told<'_>], width: usize) -> Sheet {
    let articles = stories.iter().flat_map(|story| &story.articles);
    let outlets = articles.map(|article| visible(article.label.outlet()).width());
    let outlet_width = outlets
        .max()
        .unwrap_or_default()
        .clamp(OUTLET.0, OUTLET.1.min(width / 3).max(OUTLET.0));
    let mut sheet = Sheet::new();
    let head = |sheet: &mut Sheet, words: &str, articles: usize| {
        if !sheet.is_empty() {
            sheet.gap();
        }
        let count = counted(articles);
        let room = width.saturating_sub(count.len() + 2).max(1);
        sheet.line(format!("{}  {count}", shorten(words, room)));
    };
    let row = |sheet: &mut Sheet, article: &Article| {
        let outlet = shorten_middle(article.label.outlet(), outlet_width);
        let front = format!("  {}  ", filled(&outlet, outlet_width));
        let room = width.saturating_sub(front.width()).max(1);
        sheet.line(format!("{front}{}", shorten(&article.title.text, room)));
    };
    let (several, alone): (Vec<_>, Vec<_>) =
        stories.iter().partition(|story| story.articles.len() > 1);
    for (number, story) in several.iter().enumerate() {
        head(
            &mut sheet,
            &name(number, &story.label),
            story.articles.len(),
        );
        for article in &story.articles {
            row(&mut sheet, article);
        }
    }
    if !alone.is_empty() {
        head(&mut sheet, "On their own", alone.len());
    }
    for article in alone.iter().flat_map(|story| &story.articles) {
        row(&mut sheet, article);
    }
    sheet
}

/// What a story is called: its place, from 0, and its words if it has any.
fn name(number: usize, label: &str) -> String {
    let name = format!("Story {}", number + 1);
    if label.is_empty() {
        name
    } else {
        format!("{name}: {label}")
    }
}

fn counted(articles: usize) -> String {
    let plural = if articles == 1 { "" } else { "s" };
    format!("{articles} article{plural}")
}
