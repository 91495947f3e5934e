use super::Label;

/// The fields at the top of a text between `---` (YAML) or `+++` (TOML) lines, and where the text after them begins.
///
/// Only lines `key: value` or `key = value` are read; whatever else stands there is passed over.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// What it says of the article, without path and short name.
    pub(super) label: Label,
    /// The first byte after it; 0 when there is none.
    pub(super) end: usize,
}

/// Fences farther apart than this, in bytes, are no front matter.
const LONGEST: usize = 16 * 1024;

pub(super) fn front_matter(text: &str) -> FrontMatter {
    fenced(text, "---", ':')
        .or_else(|| fenced(text, "+++", '='))
        .unwrap_or_default()
}

fn fenced(text: &str, fence: &str, sign: char) -> Option<FrontMatter> {
    let mut found = FrontMatter::default();
    for (number, line) in text.split_inclusive('\n').enumerate() {
        found.end += line.len();
        match line.trim_end() {
            bare if number == 0 => (bare == fence).then_some(())?,
            bare if bare == fence => return (number > 1).then_some(found),
            _ if found.end > LONGEST => return None,
            field => found.take(field, sign),
        }
    }
    None
}

impl FrontMatter {
    fn take(&mut self, line: &str, sign: char) {
        let Some((key, value)) = line.split_once(sign) else {
            return;
        };
        let value = unquoted(value.trim());
        let field = match key.trim() {
            "title" | "headline" => &mut self.label.title,
            "outlet" | "publisher" | "source" | "site" => &mut self.label.outlet,
            "author" | "authors" | "byline" => &mut self.label.author,
            "date" | "published" => &mut self.label.date,
            "url" | "link" => &mut self.label.url,
            _ => return,
        };
        if !value.is_empty() && field.is_none() {
            *field = Some(value.to_owned());
        }
    }
}

fn unquoted(value: &str) -> &str {
    let without = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    without('"').or_else(|| without('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_and_the_text_begins_after_them() {
        for text in [
            "---\ntitle: \"Talks: day two\"\noutlet: The Paper\ndate: 2025-08-18\ntags: [a, b]\n---\nThe talks began.",
            "+++\ntitle = 'Talks: day two'\r\noutlet = \"The Paper\"\ndate = 2025-08-18\n+++\nThe talks began.",
        ] {
            let found = front_matter(text);
            assert_eq!(found.label.title.as_deref(), Some("Talks: day two"));
            assert_eq!(found.label.outlet.as_deref(), Some("The Paper"));
            assert_eq!(found.label.date.as_deref(), Some("2025-08-18"));
            assert_eq!(text.get(found.end..), Some("The talks began."));
        }
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        for text in [
            "---\nThe talks began.",
            "---\n---\nThe talks began.",
            "The talks\n---\nbegan\n---\n",
        ] {
            assert_eq!(front_matter(text), FrontMatter::default(), "{text}");
        }
    }
}
