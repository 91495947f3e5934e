//! Two news articles, side by side.
//!
//! The modules stand in the order in which data flows, and each names only modules above it. Everything up to
//! [`export`] takes values and returns values: it touches nothing and cannot fail. A doubtful result carries its reason
//! and a confidence between 0 and 1. All offsets are UTF-8 bytes into an article's decoded text.

/// Says where words are and which are alike: spans, words, folding, the pair of left and right.
pub mod text;

/// Pairs quotation marks, whatever state they are in.
pub mod mark;

/// Turns file contents into articles: plain text, Markdown, pages, feeds; title, subheads, dateline, boilerplate.
pub mod article;

/// Splits an article's paragraphs into sentences.
pub mod sentence;

/// Runs learned tables: a tagger and linear scorers; their weights lie in `assets/`.
pub mod model;

/// Finds who is named in an article, with roles and spellings.
pub mod name;

/// Finds reported words, with cue and mention.
pub mod quote;

/// All that is found in one article alone.
pub mod reading;

/// What the reader has set right: whose a quote is, what is none, and what belongs side by side; applied before what
/// follows.
pub mod correction;

/// What the reader made of articles: read, bookmarks, notes, tags, labels and what was set right; bound to words, so that it
/// outlives a change of the text.
pub mod annotation;

/// Groups articles by event, and tells how alike any two are.
pub mod story;

/// Resolves mentions to the people and bodies they stand for, across the articles open together.
pub mod speaker;

/// Links sentences that belong side by side, and groups them into passages.
pub mod alignment;

/// Finds what several articles quote alike, cut, alter, ascribe otherwise, or tell in other words.
pub mod echo;

/// Counts who is quoted in which article, and how.
pub mod matrix;

/// Finds the words that only one of two passages has, and those that both have.
pub mod difference;

/// Finds what one of two articles leaves out of what both tell.
pub mod omission;

/// Finds what linked sentences disagree on.
pub mod conflict;

/// Finds the different words that articles use for one and the same thing.
pub mod choice;

/// Groups what any number of articles tell of one thing.
pub mod topic;

/// Two articles as one pure value.
pub mod comparison;

/// A whole story as one pure value: topics by articles.
pub mod coverage;

/// Typesets an article, a comparison or a coverage for a width.
pub mod page;

/// What the reader looks for in a library: words, phrases, speakers, outlets, dates, tags.
pub mod query;

/// Feeds that a reader follows: named by pages, listed in OPML.
pub mod subscription;

/// Writes values as text and JSON, tables as CSV and Markdown.
pub mod export;

/// Decides and paints: state, update, keys, theme, view.
pub mod screen;

/// Touches the world: files, the library, network, clock, threads, terminal.
pub mod shell;
