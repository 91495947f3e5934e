//! HTML to a tree, as browsers read it, in time and depth that no page can drive up.

use std::cell::Cell;

use dom_query::{Document, NodeId};
use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{Tracer, TreeBuilder, TreeBuilderOpts, TreeSink};

use super::super::tags::may_be_read;

/// So many elements may be open at once; what is nested deeper loses its tags and keeps its text.
///
/// The time that a page takes grows with its length times its depth, and pages that people write are some 50 deep.
const DEEPEST: usize = 150;

/// So many when it is a paragraph, an item or a cell: these are ended by the next of their sort, as a rule.
const DEEPEST_PART: usize = 200;

/// So many elements that but mark words, such as `b`, may be open or wait to be opened again, each counted for both: those that
/// are not closed in their block are opened again in each that follows.
const MOST_MARKS: usize = 16;

/// The whole HTML standard on one page has fewer tags than these.
const MOST_TAGS: usize = 500_000;

/// The tree of a page; `None` when its tags hold more than any page has a use for.
pub(super) fn parsed(html: &str) -> Option<Document> {
    let tags = html.bytes().filter(|byte| *byte == b'<').count();
    if tags > MOST_TAGS || !may_be_read(html) {
        return None;
    }
    let options = TreeBuilderOpts {
        // What stands in `noscript` is read as what it is.
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let builder = TreeBuilder::new(Document::default(), options);
    let tokenizer = Tokenizer::new(Shallow { builder }, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // It stops after each script, for somebody to run it.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    Some(tokenizer.sink.builder.sink.finish())
}

/// Takes away the tags of what is nested too deep.
struct Shallow {
    builder: TreeBuilder<NodeId, Document>,
}

impl Shallow {
    /// Whether the tree may have this tag.
    fn lets_pass(&self, tag: &Tag) -> bool {
        tag.kind == TagKind::EndTag || !(self.is_too_deep(tag) || self.is_marked_enough(tag))
    }

    /// The builder is asked, since no tag tells what it opens and closes: many do neither.
    fn is_marked_enough(&self, tag: &Tag) -> bool {
        let tree = &self.builder.sink.tree;
        let is_open_mark = |node: &NodeId| {
            let name = tree.get_name(node);
            name.is_some_and(|name| is_mark(&name.local))
        };
        is_mark(&tag.name) && self.open(is_open_mark) >= MOST_MARKS
    }

    fn is_too_deep(&self, tag: &Tag) -> bool {
        let name: &str = &tag.name;
        // In drawings and formulas every element is one that nests, but for those that end them.
        let is_foreign = self.adjusted_current_node_present_but_not_in_html_namespace();
        let most = if is_foreign && !ends_drawing(name) {
            DEEPEST
        } else if is_foreign || stands_alone(name) {
            return false;
        } else if is_part(name) {
            DEEPEST_PART
        } else {
            DEEPEST
        };
        self.open(|_| true) >= most
    }

    /// How many elements the builder holds open and how many it will open again, of those that are to be counted.
    fn open(&self, is_counted: impl Fn(&NodeId) -> bool) -> usize {
        let open = Open {
            is_counted,
            count: Cell::new(0),
        };
        self.builder.trace_handles(&open);
        open.count.get()
    }
}

struct Open<Counted> {
    is_counted: Counted,
    count: Cell<usize>,
}

impl<Counted: Fn(&NodeId) -> bool> Tracer for Open<Counted> {
    type Handle = NodeId;

    fn trace_handle(&self, node: &NodeId) {
        let counted = usize::from((self.is_counted)(node));
        self.count.set(self.count.get() + counted);
    }
}

/// Elements that hold nothing, or nothing but text.
fn stands_alone(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "script"
            | "style"
            | "title"
            | "textarea"
            | "xmp"
            | "iframe"
            | "noembed"
            | "noframes"
            | "plaintext"
            | "html"
            | "head"
            | "body"
    )
}

/// Elements before which drawings and formulas end, closed or not.
fn ends_drawing(name: &str) -> bool {
    is_mark(name)
        || matches!(
            name,
            "blockquote"
                | "body"
                | "center"
                | "dd"
                | "div"
                | "dl"
                | "dt"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "head"
                | "li"
                | "menu"
                | "ol"
                | "p"
                | "pre"
                | "span"
                | "table"
                | "ul"
        )
}

/// Elements that are opened again in the next block when they are not closed in theirs.
fn is_mark(name: &str) -> bool {
    matches!(
        name,
        "b" | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    )
}

/// Elements that another of their sort ends, so that they do not nest by themselves.
fn is_part(name: &str) -> bool {
    matches!(
        name,
        "a" | "p"
            | "li"
            | "dt"
            | "dd"
            | "td"
            | "th"
            | "tr"
            | "thead"
            | "tbody"
            | "tfoot"
            | "caption"
    )
}

impl TokenSink for Shallow {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        match &token {
            Token::TagToken(tag) if !self.lets_pass(tag) => TokenSinkResult::Continue,
            // Thousands of errors would only be stored.
            Token::ParseError(_) => TokenSinkResult::Continue,
            _ => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_are_never_closed_are_opened_again_a_few_times_at_most() {
        check(|number| format!("<b id={number}>"));
        // What closes nothing.
        check(|number| format!("<b id={number}></i>"));
        check(|number| format!("<b id={number}><table><td></b></table>"));
        // What ends with its paragraph, and waits to be opened again.
        check(|number| format!("<p><b id={number}></p>"));
        check(|number| format!("<div><b id={number}></div></b></i>"));
    }

    #[track_caller]
    fn check(mark: impl Fn(usize) -> String) {
        let marks: String = (0..60).map(mark).collect();
        let page = parsed(&format!("{marks}{}", "<p>x".repeat(100))).expect("it is no large page");
        let paragraphs = page.select("p");
        let last = paragraphs.nodes().last().expect("there are some");
        let above = last.ancestors_it(None).count();
        let within = last.descendants_it().count();
        assert!(above + within < 40, "{above} above, {within} within");
    }
}
