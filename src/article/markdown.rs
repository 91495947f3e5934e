//! Markdown: what it reads as, without its marks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::draft::Draft;
use super::front_matter::front_matter;
use super::{Article, BlockKind, Label, html};

pub(super) fn article(text: &str, mut label: Label) -> Article {
    let front_matter = front_matter(text);
    let body = text.get(front_matter.end..).unwrap_or_default();
    let mut reader = Reader::default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    for event in Parser::new_ext(body, options) {
        reader.take(event);
    }
    reader.end_block();
    let mut draft = Draft::default();
    // The text's own headline goes before the label's: that one is shown above all the same.
    let given = front_matter.label.title.as_deref();
    if let Some(headline) = reader.headline.as_deref().or(given) {
        draft.add(headline, Some(BlockKind::Headline));
    }
    draft.append(&reader.draft);
    label.complete(front_matter.label);
    draft.into_article(label)
}

/// Whether a tag is one that ends a line, such as `<br/>`.
fn is_break(tag: &str) -> bool {
    let name = tag
        .trim_start_matches('<')
        .trim_end_matches(['>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    /// The first heading, if nothing stands before it.
    headline: Option<String>,
    /// The block under way; a line end in it is one that is seen.
    line: String,
    /// Within so many headings, lists and quotes, each with what it makes of its blocks.
    kinds: Vec<BlockKind>,
    /// Within so many pictures: what stands for them is no text of the article.
    pictures: usize,
    html: String,
}

impl Reader {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Html(html) => self.html.push_str(&html),
            Event::Text(text) | Event::Code(text) if self.pictures == 0 => {
                self.line.push_str(&text);
            }
            Event::SoftBreak => self.line.push(' '),
            Event::HardBreak => self.line.push('\n'),
            Event::InlineHtml(tag) if is_break(&tag) => self.line.push('\n'),
            Event::Rule => self.end_block(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Image { .. } => self.pictures += 1,
            Tag::TableCell if !self.line.trim().is_empty() => self.line.push_str("; "),
            Tag::Heading { .. } => self.open(BlockKind::Subhead),
            Tag::Item | Tag::BlockQuote(_) | Tag::TableHead | Tag::TableRow | Tag::CodeBlock(_) => {
                self.open(BlockKind::Paragraph);
            }
            Tag::Paragraph | Tag::HtmlBlock | Tag::FootnoteDefinition(_) => self.end_block(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::Heading(_) if self.draft.blocks() == 0 && self.headline.is_none() => {
                self.headline =
                    Some(std::mem::take(&mut self.line)).filter(|line| !line.trim().is_empty());
                self.kinds.pop();
            }
            TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::BlockQuote(_)
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::CodeBlock => {
                self.end_block();
                self.kinds.pop();
            }
            TagEnd::HtmlBlock => html::add(&std::mem::take(&mut self.html), &mut self.draft),
            TagEnd::Paragraph | TagEnd::FootnoteDefinition => self.end_block(),
            _ => {}
        }
    }

    fn open(&mut self, kind: BlockKind) {
        self.end_block();
        self.kinds.push(kind);
    }

    fn end_block(&mut self) {
        let line = std::mem::take(&mut self.line);
        let kind = self.kinds.last().copied();
        if line.contains('\n') {
            self.draft.add_lines(&line, kind);
        } else {
            self.draft.add(&line, kind);
        }
    }
}
