//! HTML to a tree, as browsers read it, in time and depth that no page can drive up.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use dom_query::{Document, LocalName};
use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};

use super::super::tags::may_be_read;

/// So many elements may be open at once; what is nested deeper loses its tags and keeps its text.
///
/// The time that a page takes grows with its length times its depth, and pages that people write are some 50 deep.
const DEEPEST: usize = 100;

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
    let tokenizer = Tokenizer::new(Shallow::of(builder), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // It stops after each script, for somebody to run it.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    Some(tokenizer.sink.builder.sink.finish())
}

/// Takes away the tags of what is nested too deep.
struct Shallow<Sink> {
    builder: Sink,
    /// How many elements of a name are open, as far as their tags tell.
    open: RefCell<HashMap<LocalName, usize>>,
    depth: Cell<usize>,
    /// How many elements of another vocabulary than HTML are open, where no end tag is implied.
    foreign: Cell<usize>,
}

impl<Sink> Shallow<Sink> {
    fn of(builder: Sink) -> Shallow<Sink> {
        Shallow {
            builder,
            open: RefCell::default(),
            depth: Cell::new(0),
            foreign: Cell::new(0),
        }
    }

    /// Whether the tree may have this tag.
    fn lets_pass(&self, tag: &Tag) -> bool {
        let name: &str = &tag.name;
        let foreign = matches!(name, "svg" | "math");
        if stands_alone(name) || (self.foreign.get() == 0 && is_ended_by_others(name)) {
            return true;
        }
        let mut open = self.open.borrow_mut();
        match tag.kind {
            TagKind::StartTag if self.depth.get() >= DEEPEST => false,
            TagKind::StartTag => {
                *open.entry(tag.name.clone()).or_default() += 1;
                self.depth.set(self.depth.get() + 1);
                self.foreign.set(self.foreign.get() + usize::from(foreign));
                true
            }
            TagKind::EndTag => {
                if let Some(count) = open.get_mut(&tag.name).filter(|count| **count > 0) {
                    *count -= 1;
                    self.depth.set(self.depth.get().saturating_sub(1));
                    let left = self.foreign.get().saturating_sub(usize::from(foreign));
                    self.foreign.set(left);
                }
                true
            }
        }
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

/// Elements that another of their sort ends, so that they do not nest by themselves.
fn is_ended_by_others(name: &str) -> bool {
    matches!(
        name,
        "p" | "li"
            | "dt"
            | "dd"
            | "td"
            | "th"
            | "tr"
            | "thead"
            | "tbody"
            | "tfoot"
            | "caption"
            | "colgroup"
            | "option"
            | "optgroup"
            | "rp"
            | "rt"
    )
}

impl<Sink: TokenSink> TokenSink for Shallow<Sink> {
    type Handle = Sink::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Self::Handle> {
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
