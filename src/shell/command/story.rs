use std::fs::canonicalize;
use std::iter::from_fn;

use super::answer::{Articles, one_article};
use super::output::{columns, complain, found, print, print_json};
use super::{Failure, Format, Outcome, Related, Stories};
use crate::article::Article;
use crate::export::related::{self, Scored};
use crate::export::stories;
use crate::shell::files::{Labels, Source};
use crate::story::{self, Terms, named_stories};

pub(super) fn stories(asked: &Stories) -> Result<Outcome, Failure> {
    let mut read = Articles::at(&asked.paths);
    let articles: Vec<Article> = from_fn(|| read.next_article()).collect();
    let terms: Vec<Terms> = articles.iter().map(Terms::of).collect();
    let found = named_stories(&articles.iter().zip(&terms).collect::<Vec<_>>());
    match asked.format {
        Format::Text => print(&stories::text(&found, &articles, columns()))?,
        Format::Json => print_json(&stories::json(&found, &articles))?,
        Format::Jsonl => {
            for story in &found {
                print_json(&stories::json_line(story, &articles))?;
            }
        }
    }
    Ok(read.outcome)
}

pub(super) fn related(asked: &Related) -> Result<Outcome, Failure> {
    let mut labels = Labels::default();
    let one = one_article(&asked.article, &mut labels)?;
    let mut among = found(&asked.among);
    let itself = canonicalize(&asked.article).ok();
    among.retain(|source| match source {
        Source::File(path) => itself.is_none() || canonicalize(path).ok() != itself,
        Source::Entry(entry) => entry.article.label.path != one.label.path,
        Source::StandardInput | Source::Sample(_) => true,
    });
    let mut read = Articles::of(among);
    for complaint in labels.complaints() {
        complain(&complaint);
        read.outcome = Outcome::SomeUnreadable;
    }
    // Of many articles only what is printed and their terms are kept.
    let known = from_fn(|| read.next_article()).map(|article| {
        let terms = Terms::of(&article);
        (article.label.path, article.title.text, terms)
    });
    let known: Vec<(String, String, Terms)> = known.collect();
    let terms: Vec<&Terms> = known.iter().map(|(.., terms)| terms).collect();
    let likeness = story::related(&Terms::of(&one), &terms);
    let mut scored: Vec<Scored> = known
        .iter()
        .zip(likeness)
        .filter(|(_, score)| *score > 0.0)
        .map(|((path, title, _), score)| Scored { path, title, score })
        .collect();
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.path.cmp(b.path)));
    scored.truncate(asked.top);
    match asked.format {
        Format::Text => print(&related::text(&scored, columns()))?,
        Format::Json => print_json(&related::json(&scored))?,
        Format::Jsonl => {
            for one in &scored {
                print_json(&related::json_line(one))?;
            }
        }
    }
    Ok(read.outcome)
}
