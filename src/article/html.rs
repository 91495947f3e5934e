//! Web pages: the article's own text, and what the page says of where it comes from.

mod clutter;
mod flow;
mod linked_data;
mod metadata;
mod parse;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::draft::Draft;
use super::{Article, Label, Unfit};
use linked_data::LinkedData;
use parse::parsed;

/// Fewer words than these are no article.
const FEWEST_WORDS: usize = 12;

/// An article below this many characters is looked for again with what was first taken for clutter.
const SHORT: usize = 200;

/// The article of a whole page.
pub(super) fn article(html: &str, mut label: Label) -> Result<Article, Unfit> {
    let page = parsed(html).ok_or(Unfit::Overfull)?;
    let LinkedData { label: said, body } = metadata::metadata(&page);
    clutter::clear(&page);
    let whole = flow_of(&page.root());
    let main = main_text(page);
    let body = body.map(|body| told(&body)).unwrap_or_default();
    // Where the page shows but a part, what it says of itself may be whole.
    let shown = [&main, &whole]
        .into_iter()
        .find(|text| text.running_words() >= FEWEST_WORDS);
    let told = Some(&body).filter(|body| body.running_words() >= FEWEST_WORDS);
    let text = match (shown, told) {
        (Some(shown), Some(told)) if told.running_words() > 2 * shown.running_words() => told,
        (shown, told) => shown.or(told).ok_or(Unfit::NoText)?,
    };
    let mut draft = Draft::headed(said.title.as_deref());
    draft.append(text);
    label.complete(said);
    Ok(draft.into_article(label))
}

/// Adds the text of a piece of HTML, all of which is read; nothing when it can't be.
pub(super) fn add(html: &str, draft: &mut Draft) {
    if let Some(page) = parsed(html) {
        flow::add(&page.root(), draft);
    }
}

/// The words of a line of HTML, without its marks.
pub(super) fn words(html: &str) -> String {
    parsed(html)
        .map(|page| page.root().text().to_string())
        .unwrap_or_default()
}

/// The part of a page that its build tells to be the article.
fn main_text(page: Document) -> Draft {
    let config = Config {
        disable_json_ld: true,
        char_threshold: SHORT,
        ..Config::default()
    };
    let found =
        Readability::with_document(page, None, Some(config)).and_then(|mut page| page.parse());
    let content = found.ok().and_then(|found| parsed(&found.content));
    content
        .map(|content| flow_of(&content.root()))
        .unwrap_or_default()
}

fn flow_of(node: &NodeRef) -> Draft {
    let mut draft = Draft::default();
    flow::add(node, &mut draft);
    draft
}

/// The text that a page gives of its article beside what it shows: plain, or with tags and references, and yet with line
/// ends that are meant where no tag parts anything.
fn told(text: &str) -> Draft {
    let mut draft = Draft::default();
    if !is_marked(text) {
        draft.add_lines(text, None);
        return draft;
    }
    let folded = text.to_ascii_lowercase();
    let parts = ["<p", "<br", "<div"].iter().any(|tag| folded.contains(tag));
    if parts {
        add(text, &mut draft);
    } else {
        add(&text.replace('\n', "<br>"), &mut draft);
    }
    draft
}

/// Whether a text has tags or references of HTML in it.
pub(super) fn is_marked(text: &str) -> bool {
    text.match_indices(['<', '&']).any(|(at, mark)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        if mark == "<" {
            rest.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/')
        } else {
            let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
            let name = rest.bytes().take(LONGEST_REFERENCE);
            let length = name.take_while(is_name).count();
            length > 0 && rest.as_bytes().get(length) == Some(&b';')
        }
    })
}

/// The longest name of a reference is `CounterClockwiseContourIntegral`.
const LONGEST_REFERENCE: usize = 32;
