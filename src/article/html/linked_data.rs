//! What a page says of its article in JSON-LD, by the terms of schema.org.

use serde_json::Value;

use crate::article::Label;

/// The types of things that are articles, by how they end: `NewsArticle`, `BlogPosting`.
const ARTICLES: [&str; 5] = [
    "Article",
    "BlogPosting",
    "Report",
    "Review",
    "SocialMediaPosting",
];

/// What is said of an article, and its whole text if that is given.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    pub(super) label: Label,
    pub(super) body: Option<String>,
}

/// What the first article in a script of JSON-LD is said to be.
pub(super) fn linked_data(script: &str) -> Option<LinkedData> {
    // Line ends within strings are common, and no JSON.
    let script: String = script
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let value: Value = serde_json::from_str(script.trim().trim_end_matches(';')).ok()?;
    let article = article(&value)?;
    let words = |name: &str| article.get(name)?.as_str().map(str::to_owned);
    let label = Label {
        title: words("headline").or_else(|| words("name")),
        outlet: article.get("publisher").and_then(name),
        author: article.get("author").and_then(names),
        date: words("datePublished").or_else(|| words("dateCreated")),
        url: words("url").or_else(|| page(article.get("mainEntityOfPage")?)),
        ..Label::default()
    };
    let body = words("articleBody");
    Some(LinkedData { label, body })
}

/// The first article in a value, a list of values or a graph. The parser bounds how deep it can lie.
fn article(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(values) => values.iter().find_map(article),
        Value::Object(_) if value.get("@type").is_some_and(is_article) => Some(value),
        Value::Object(_) => ["@graph", "mainEntity"]
            .iter()
            .find_map(|part| article(value.get(part)?)),
        _ => None,
    }
}

fn is_article(kind: &Value) -> bool {
    match kind {
        Value::String(kind) => ARTICLES.iter().any(|known| kind.ends_with(known)),
        Value::Array(kinds) => kinds.iter().any(is_article),
        _ => false,
    }
}

fn name(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => Some(name.clone()),
        Value::Array(values) => values.iter().find_map(name),
        _ => value.get("name").and_then(name),
    }
}

fn names(value: &Value) -> Option<String> {
    let Value::Array(values) = value else {
        return name(value);
    };
    let names: Vec<String> = values.iter().filter_map(name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn page(value: &Value) -> Option<String> {
    let page = value.as_str().or_else(|| value.get("@id")?.as_str())?;
    Some(page.to_owned())
}
