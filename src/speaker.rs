//! Whom quotes are attributed to: mentions resolved across the articles that are open together.

use crate::reading::Reading;

/// Everybody who is quoted in some articles, and which quote is whose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cast {
    /// Each once, those quoted most first.
    pub speakers: Vec<Speaker>,
    /// For each article, for each of its quotes, whose it is.
    pub attributions: Vec<Vec<Attribution>>,
}

/// Somebody who is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest form in any of the articles.
    pub name: String,
    /// The role that stands with the name.
    pub role: Option<String>,
    /// Other forms and spellings.
    pub aliases: Vec<String>,
}

/// Whose a quote is, and why it is thought to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// The number of the speaker in `Cast::speakers`; `None` when the text does not say.
    pub speaker: Option<usize>,
    /// How sure that is, from 0 to 1. Below 0.5 it is shown as *perhaps*.
    pub confidence: f32,
    /// Why, for the reader: `he → Steve Witkoff, who was named last`.
    pub reason: String,
}

/// Gathers the cast of `readings`.
pub fn cast(readings: &[&Reading]) -> Cast {
    let attributions = readings
        .iter()
        .map(|reading| vec![Attribution::default(); reading.quotes.len()])
        .collect();
    Cast {
        speakers: Vec::new(),
        attributions,
    }
}
