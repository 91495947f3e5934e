//! Tags as they are typed: words with commas between.

use crate::text::{fold, on_one_line};

/// The tags of a line, each once; a `#` before one is no part of it.
pub(super) fn tags(line: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in line.split(',').map(tag) {
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

fn tag(typed: &str) -> String {
    let one_line = on_one_line(typed);
    one_line.trim().trim_start_matches('#').trim().to_owned()
}

/// Which of the `known` tags begin as the last one of a line, and are not in it.
pub(super) fn completions<'a>(
    line: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Vec<&'a str> {
    let (before, last) = line.rsplit_once(',').unwrap_or(("", line));
    let (before, last) = (tags(before), tag(last));
    let begun = fold(&last).into_owned();
    let wanted = |one: &&str| {
        let is_new = *one != last && !before.iter().any(|other| other == one);
        is_new && fold(one).starts_with(&begun)
    };
    known.into_iter().filter(wanted).collect()
}

/// The line with its last tag completed.
pub(super) fn completed(line: &str, tag: &str) -> String {
    match line.rsplit_once(',') {
        Some((before, _)) => format!("{before}, {tag}"),
        None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_tag_by_tag() {
        assert_eq!(
            tags(" town hall,, #port , town hall"),
            ["town hall", "port"]
        );
        assert_eq!(tags(" , "), [] as [&str; 0]);
    }

    #[test]
    fn the_last_tag_is_completed() {
        let known = ["harbour", "port", "Portugal", "town"];
        assert_eq!(completions("po", known), ["port", "Portugal"]);
        assert_eq!(completions("port", known), ["Portugal"]);
        assert_eq!(
            completions("port, ", known),
            ["harbour", "Portugal", "town"]
        );
        assert_eq!(completed("port, to", "town"), "port, town");
    }
}
