//! Examples as the rules' tests write them: `“[We won],” {she} said.` has brackets around each part of a quote and
//! braces around the words that name its source.

use super::{attach, found_by};
use crate::article::{Article, Label};

/// Finds the quotes of the text without its marks, and expects to find them where the marks stand.
#[track_caller]
pub(super) fn check(marked: &str) {
    let text = marked.replace(['[', ']', '{', '}'], "");
    assert_eq!(remark(&text), marked);
}

fn remark(text: &str) -> String {
    // A line before it keeps the first paragraph from being read as a headline.
    const LEAD: &str =
        "The council met for the first time since the long summer break on Monday of this week.\n";
    let article = Article::plain(format!("{LEAD}{text}"), Label::default());
    let mut signs: Vec<(usize, u8, char)> = Vec::new();
    for quote in found_by(&article, attach::drafts) {
        for part in &quote.parts {
            // Of two signs at one place, what closes stands before what opens.
            signs.extend([(part.start, 1, '['), (part.end, 0, ']')]);
        }
        signs.extend(
            quote
                .mention
                .iter()
                .flat_map(|mention| [(mention.start, 1, '{'), (mention.end, 0, '}')]),
        );
    }
    signs.sort_unstable();
    signs.dedup();
    let mut marked = article.text.clone();
    for &(at, _, sign) in signs.iter().rev() {
        marked.insert(at, sign);
    }
    marked.split_off(LEAD.len())
}
