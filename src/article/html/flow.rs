//! The blocks of text in a tree of HTML, as a reader sees them stand apart.

use dom_query::NodeRef;

use crate::article::BlockKind;
use crate::article::draft::Draft;

/// Adds what can be read within `node` to a draft.
pub(super) fn add(node: &NodeRef, draft: &mut Draft) {
    let mut flow = Flow {
        draft,
        line: String::new(),
        kind: None,
        time: 0,
        linked: 0,
        as_written: false,
    };
    flow.within(node);
    flow.end_block();
}

struct Flow<'a> {
    draft: &'a mut Draft,
    /// The block under way; a line end in it is one that is seen.
    line: String,
    kind: Option<BlockKind>,
    /// How many bytes of the block are marked as a time.
    time: usize,
    /// How many are links.
    linked: usize,
    /// Whether line ends of the source are seen.
    as_written: bool,
}

impl Flow<'_> {
    // Trees are bounded in depth where they are made.
    fn within(&mut self, node: &NodeRef) {
        for child in node.children_it(false) {
            if child.is_text() {
                self.text(&child.text());
            } else if child.is_element() {
                let name = child.node_name().unwrap_or_default();
                self.element(&name, &child);
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.as_written {
            self.line.push_str(text);
        } else {
            self.line.extend(
                text.chars()
                    .map(|letter| if letter.is_whitespace() { ' ' } else { letter }),
            );
        }
    }

    fn element(&mut self, name: &str, node: &NodeRef) {
        match name {
            "br" => self.line.push('\n'),
            "q" => {
                self.line.push('“');
                self.within(node);
                self.line.push('”');
            }
            "td" | "th" => {
                if !self.line.trim().is_empty() {
                    self.line.push_str("; ");
                }
                self.within(node);
            }
            "time" => self.time += self.length_within(node),
            "a" => self.linked += self.length_within(node),
            "pre" => {
                let outside = std::mem::replace(&mut self.as_written, true);
                self.block(node, Some(BlockKind::Paragraph));
                self.as_written = outside;
            }
            _ if is_unread(name) => {}
            _ => match kind(name) {
                Some(kind) => self.block(node, kind),
                None => self.within(node),
            },
        }
    }

    /// Takes in what is within `node`; so many bytes of the block under way are its.
    fn length_within(&mut self, node: &NodeRef) -> usize {
        let before = self.line.len();
        self.within(node);
        self.line.len().saturating_sub(before)
    }

    /// A block within another one keeps the outer one's kind, unless it says more.
    fn block(&mut self, node: &NodeRef, kind: Option<BlockKind>) {
        self.end_block();
        let outside = self.kind;
        self.kind = kind.or(outside);
        self.within(node);
        self.end_block();
        self.kind = outside;
    }

    fn end_block(&mut self) {
        let line = std::mem::take(&mut self.line);
        let time = std::mem::take(&mut self.time);
        let linked = std::mem::take(&mut self.linked);
        let is_all = |part: usize| part > 0 && line.trim().len() * 4 <= part * 5;
        let kind = match self.kind {
            _ if is_all(time) => Some(BlockKind::Byline),
            // A heading leads to itself as a rule, and a sentence may be one link.
            None | Some(BlockKind::Paragraph) if is_all(linked) && !ends_sentence(&line) => {
                Some(BlockKind::Boilerplate)
            }
            kind => kind,
        };
        if line.contains('\n') {
            self.draft.add_lines(&line, kind);
        } else {
            self.draft.add(&line, kind);
        }
    }
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end().ends_with(['.', '!', '?', '”', '’', '"'])
}

/// Elements whose content is no text to be read.
fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "template"
            | "noscript"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "audio"
            | "video"
            | "canvas"
            | "button"
            | "select"
            | "option"
            | "textarea"
            | "input"
            | "nav"
            | "figcaption"
            | "title"
            | "rp"
            | "rt"
            | "noembed"
            | "noframes"
            | "xmp"
    )
}

/// What an element that stands apart says of its text; `None` for what runs on within a line.
#[expect(
    clippy::option_option,
    reason = "a block of unknown kind is still a block"
)]
fn kind(name: &str) -> Option<Option<BlockKind>> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Subhead),
        "li" | "dt" | "dd" | "tr" | "blockquote" => Some(BlockKind::Paragraph),
        "address" | "article" | "aside" | "body" | "caption" | "center" | "details" | "dialog"
        | "dir" | "div" | "dl" | "fieldset" | "figure" | "footer" | "form" | "header" | "hr"
        | "html" | "legend" | "listing" | "main" | "menu" | "ol" | "p" | "section" | "summary"
        | "table" | "tbody" | "tfoot" | "thead" | "ul" => None,
        _ => return None,
    })
}
