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

/// So many elements that but mark words, such as `b`, may be open at once: those that are not closed in their block are opened
/// again in each that follows.
const MOST_MARKS: usize = 8;

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
    let tokenizer = Tokenizer::new(
        Shallow {
            builder,
            marks: Cell::new(0),
        },
        TokenizerOpts::default(),
    );
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
    /// How many elements that but mark words are open, as far as their tags tell.
    marks: Cell<usize>,
}

impl Shallow {
    /// Whether the tree may have this tag.
    fn lets_pass(&self, tag: &Tag) -> bool {
        let marks = self.marks.get();
        match (tag.kind, is_mark(&tag.name)) {
            (TagKind::StartTag, true) => {
                let passes = marks < MOST_MARKS && !self.is_too_deep(tag);
                self.marks.set(marks + usize::from(passes));
                passes
            }
            (TagKind::StartTag, false) => !self.is_too_deep(tag),
            (TagKind::EndTag, is_mark) => {
                self.marks.set(marks.saturating_sub(usize::from(is_mark)));
                true
            }
        }
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
        let open = Open::default();
        self.builder.trace_handles(&open);
        open.0.get() >= most
    }
}

/// How many elements the builder of a tree holds open, or will open again.
#[derive(Default)]
struct Open(Cell<usize>);

impl Tracer for Open {
    type Handle = NodeId;

    fn trace_handle(&self, _: &NodeId) {
        self.0.set(self.0.get() + 1);
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
