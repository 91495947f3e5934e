//! Which articles are about the same event.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::Sheet;
use super::json::{self, Source, VERSION};
use super::list::{OUTLET, filled, shorten_middle};
use crate::article::Article;
use crate::page::shorten;
use crate::story::{ALONE, NamedStory, story_name};
use crate::text::visible;

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

impl<'a> StoryForm<'a> {
    fn new(story: &'a NamedStory, articles: &'a [Article]) -> StoryForm<'a> {
        StoryForm {
            label: Some(story.label.as_str()).filter(|label| !label.is_empty()),
            articles: members(story, articles).map(Source::from).collect(),
        }
    }
}

/// All `stories` of these articles, on one line.
pub fn json(stories: &[NamedStory], articles: &[Article]) -> String {
    let stories = stories.iter();
    json::line(&Form {
        version: VERSION,
        stories: stories.map(|one| StoryForm::new(one, articles)).collect(),
    })
}

/// One story of these articles, on one line.
pub fn json_line(story: &NamedStory, articles: &[Article]) -> String {
    json::line(&LineForm {
        version: VERSION,
        story: StoryForm::new(story, articles),
    })
}

/// The articles of each story under its words, those that stand alone at the end; `width` columns wide.
pub fn text(stories: &[NamedStory], articles: &[Article], width: usize) -> Sheet {
    let outlets = articles
        .iter()
        .map(|article| visible(article.label.outlet()).width());
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
        let name = story_name(number, &story.label);
        head(&mut sheet, &name, story.articles.len());
        for article in members(story, articles) {
            row(&mut sheet, article);
        }
    }
    if !alone.is_empty() {
        head(&mut sheet, ALONE, alone.len());
    }
    for article in alone.iter().flat_map(|story| members(story, articles)) {
        row(&mut sheet, article);
    }
    sheet
}

fn members<'a>(story: &NamedStory, articles: &'a [Article]) -> impl Iterator<Item = &'a Article> {
    let numbers = story.articles.iter();
    numbers.filter_map(|&number| articles.get(number))
}

fn counted(articles: usize) -> String {
    let plural = if articles == 1 { "" } else { "s" };
    format!("{articles} article{plural}")
}
