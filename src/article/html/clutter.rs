//! What stands in a page beside its article: menus, banners, share lines, captions, comments.

use std::collections::HashMap;
use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

use crate::text::WordList;
use crate::text::fold;

static NAMES: WordList = WordList::new(include_str!("../../../assets/page_clutter.txt"));

/// The names of what is read out and not shown.
static SPOKEN: WordList = WordList::new(include_str!("../../../assets/page_spoken.txt"));

/// Names longer than this, in bytes, are looked at no further.
const LONGEST: usize = 400;

/// What holds more of the page's text than one part in so many is no clutter, whatever it is called.
const PART: usize = 3;

/// Takes what is no part of an article out of a page.
pub(super) fn clear(document: &Document) {
    let lengths = Lengths::within(document);
    let root = document.root();
    let nodes = root.descendants_it();
    let (running, apart): (Vec<NodeRef>, Vec<NodeRef>) = nodes
        .filter(NodeRef::is_element)
        .partition(|node| lengths.runs_on(node));
    let is_apart = |node: &&NodeRef| is_clutter(node) && !lengths.is_much(node);
    let hiding: HashSet<NodeId> = running.iter().chain(&apart).filter_map(hides_in).collect();
    let mut clutter: Vec<&NodeRef> = apart.iter().filter(is_apart).collect();
    clutter.extend(running.iter().filter(|node| is_unread(node, &hiding)));
    for node in clutter {
        node.remove_from_parent();
    }
    for node in running {
        // Whoever looks for the article goes by names too.
        node.remove_attrs(&["class", "id"]);
    }
}

/// Whether words in a line are not part of it: hidden, or said for the ear alone and not in the place of hidden ones, as where
/// the first letter is drawn large. `hiding` are the elements that words are hidden in.
fn is_unread(node: &NodeRef, hiding: &HashSet<NodeId>) -> bool {
    let is_beside_hidden = || {
        let parent = node.parent();
        parent.is_some_and(|parent| hiding.contains(&parent.id))
    };
    is_hidden(node) || (has_name(node, &[&SPOKEN]) && !is_beside_hidden())
}

/// The element that holds `node`, where that is hidden words.
fn hides_in(node: &NodeRef) -> Option<NodeId> {
    let hides = is_hidden(node)
        && &*node.node_name().unwrap_or_default() != "svg"
        && node.text().contains(char::is_alphanumeric);
    node.parent().filter(|_| hides).map(|parent| parent.id)
}

/// Elements that run on within a line.
const INLINE: [&str; 25] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "var",
];

/// Elements that hold a line.
const LINES: [&str; 11] = [
    "p",
    "li",
    "dt",
    "dd",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

fn is_one_of(node: &NodeRef, names: &[&str]) -> bool {
    node.node_name().is_some_and(|name| names.contains(&&*name))
}

/// Whether an element that stands apart is none of the article.
fn is_clutter(node: &NodeRef) -> bool {
    let name = node.node_name().unwrap_or_default();
    match &*name {
        "html" | "head" | "body" | "article" | "main" | "h1" | "h2" | "h3" | "p" | "time"
        | "script" | "meta" | "link" => is_hidden(node),
        "nav" | "figcaption" | "form" | "button" | "select" | "dialog" | "template" | "style"
        | "object" | "embed" | "iframe" | "svg" | "math" | "audio" | "video" | "canvas" => true,
        _ => is_hidden(node) || has_role(node) || has_name(node, &[&NAMES, &SPOKEN]),
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

/// Whether a word of the class or the identifier is in one of the lists, or several in a row are.
fn has_name(node: &NodeRef, lists: &[&WordList]) -> bool {
    let is_listed = |name: &str| lists.iter().any(|list| list.has(name));
    let names = [node.attr("class"), node.attr("id")];
    names.iter().flatten().any(|names| {
        let end = names.floor_char_boundary(LONGEST);
        let names = names.get(..end).unwrap_or_default();
        names.split_whitespace().any(|name| {
            let words = words(name);
            let pairs = words.windows(2).map(|pair| pair.join("-"));
            words.iter().any(|word| is_listed(word))
                || pairs.into_iter().any(|pair| is_listed(&pair))
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
    fn within(document: &Document) -> Lengths {
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
                // Within a drawing, a style sheet may hold elements.
                "script" | "style" if own < ARTICLE => {
                    whole = whole.saturating_sub(own);
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

    /// Whether an element runs on within a line that has other words too.
    fn runs_on(&self, node: &NodeRef) -> bool {
        is_one_of(node, &INLINE)
            && node
                .ancestors_it(None)
                .find(|above| !is_one_of(above, &INLINE))
                .is_some_and(|line| is_one_of(&line, &LINES) && self.of(&line) > self.of(node))
    }

    fn of(&self, node: &NodeRef) -> usize {
        self.lengths.get(&node.id).copied().unwrap_or_default()
    }

    fn is_much(&self, node: &NodeRef) -> bool {
        let length = self.of(node);
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
