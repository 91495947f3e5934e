//! What stands in a page beside its article: menus, banners, share lines, captions, comments.

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};

use crate::text::WordList;
use crate::text::fold;

static NAMES: WordList = WordList::new(include_str!("../../../assets/page_clutter.txt"));

/// Names longer than this, in bytes, are looked at no further.
const LONGEST: usize = 400;

/// What holds more of the page's text than one part in so many is no clutter, whatever it is called.
const PART: usize = 3;

/// Takes what is no part of an article out of a page.
pub(super) fn clear(document: &Document) {
    let lengths = Lengths::of(document);
    let nodes: Vec<NodeRef> = document.root().descendants_it().collect();
    for node in nodes {
        if node.is_element() && is_clutter(&node) && !lengths.is_much(&node) {
            node.remove_from_parent();
        }
    }
}

fn is_clutter(node: &NodeRef) -> bool {
    let name = node.node_name().unwrap_or_default();
    match &*name {
        "html" | "head" | "body" | "article" | "main" | "h1" | "h2" | "h3" | "p" | "time"
        | "script" | "meta" | "link" => is_hidden(node),
        "nav" | "figcaption" | "form" | "button" | "select" | "dialog" | "template" | "style"
        | "object" | "embed" | "iframe" | "svg" | "math" | "audio" | "video" | "canvas" => true,
        _ => is_hidden(node) || has_role(node) || has_name(node),
    }
}

fn is_hidden(node: &NodeRef) -> bool {
    let style = node.attr("style").unwrap_or_default();
    let style: String = style
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .take(LONGEST)
        .collect();
    node.has_attr("hidden")
        || node
            .attr("aria-hidden")
            .is_some_and(|value| &*value == "true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

fn has_role(node: &NodeRef) -> bool {
    let roles = [
        "alert",
        "alertdialog",
        "banner",
        "complementary",
        "contentinfo",
        "dialog",
        "menu",
        "navigation",
        "search",
        "toolbar",
    ];
    node.attr("role")
        .is_some_and(|role| roles.contains(&&*role))
}

/// Whether a word of the class or the identifier is in the list, or several in a row are.
fn has_name(node: &NodeRef) -> bool {
    let names = [node.attr("class"), node.attr("id")];
    names.iter().flatten().any(|names| {
        let end = names.floor_char_boundary(LONGEST);
        let names = names.get(..end).unwrap_or_default();
        names.split_whitespace().any(|name| {
            let words = words(name);
            let pairs = words.windows(2).map(|pair| pair.join("-"));
            words.iter().any(|word| NAMES.has(word))
                || pairs.into_iter().any(|pair| NAMES.has(&pair))
        })
    })
}

/// The words of a name such as `shareBar`, `share-bar` or `share_bar`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut small = false;
    for letter in name.chars() {
        let parts = !letter.is_alphanumeric() || (small && letter.is_uppercase());
        if parts {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.push(letter);
        }
        small = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words.iter().map(|word| fold(word).into_owned()).collect()
}

/// How long the text within each element is, in bytes, and which hold an article or its headline.
struct Lengths {
    lengths: HashMap<NodeId, usize>,
    whole: usize,
}

/// Counts as much text as there can be.
const ARTICLE: usize = usize::MAX / 4;

impl Lengths {
    fn of(document: &Document) -> Lengths {
        let root = document.root();
        let nodes: Vec<NodeRef> = root.descendants_it().collect();
        let mut lengths: HashMap<NodeId, usize> = HashMap::new();
        let mut whole = 0;
        // From the last to the first: what is within an element comes after it.
        for node in nodes.into_iter().rev() {
            let own = if node.is_text() {
                let length = node.text().trim().len();
                whole += length;
                length
            } else {
                lengths.get(&node.id).copied().unwrap_or_default()
            };
            let name = node.node_name().unwrap_or_default();
            let own = match &*name {
                "article" | "main" | "h1" => ARTICLE,
                "script" | "style" => {
                    whole -= own;
                    0
                }
                _ => own,
            };
            if let Some(parent) = node.parent() {
                let above = lengths.entry(parent.id).or_default();
                *above = above.saturating_add(own).min(ARTICLE);
            }
        }
        Lengths { lengths, whole }
    }

    fn is_much(&self, node: &NodeRef) -> bool {
        let length = self.lengths.get(&node.id).copied().unwrap_or_default();
        length >= ARTICLE || length > self.whole / PART
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(words("shareBar__item-2"), ["share", "bar", "item", "2"]);
        assert_eq!(words("ArticleBody"), ["article", "body"]);
        assert!(words("--").is_empty());
    }
}
