//! Whether markup can be read in time: parsers compare each attribute of a tag with all others of it.

/// So many marks between attributes stand in no tag that people or their programs write.
const MOST_IN_TAG: usize = 2048;

/// Whether no tag of an HTML or XML text is so full that reading it would take for ever.
pub(super) fn may_be_read(markup: &str) -> bool {
    let mut rest = markup.as_bytes();
    while let Some(open) = rest.iter().position(|&byte| byte == b'<') {
        rest = rest.get(open + 1..).unwrap_or_default();
        if !rest.first().is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let Some(end) = end_of_tag(rest) else {
            return false;
        };
        let (tag, after) = rest.split_at(end);
        rest = after_code(tag, after);
    }
    true
}

/// Where the tag that `rest` begins with ends; `None` when too much stands in it.
fn end_of_tag(rest: &[u8]) -> Option<usize> {
    let (mut before, mut quote, mut marks) = (b' ', None, 0);
    for (at, &byte) in rest.iter().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if byte == b'>' => return Some(at),
            // A quotation mark opens a value only where one is due.
            None if before == b'=' && matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None => {
                let parts = matches!(byte, b'=' | b'/') || byte.is_ascii_whitespace();
                marks += usize::from(parts || matches!(before, b'"' | b'\''));
            }
        }
        if marks > MOST_IN_TAG {
            return None;
        }
        before = byte;
    }
    Some(rest.len())
}

/// What follows a tag: of a script and a style sheet what follows its text, in which `<` opens no tag.
fn after_code<'a>(tag: &[u8], after: &'a [u8]) -> &'a [u8] {
    let is = |name: &[u8]| {
        let head = tag.get(..name.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(name))
    };
    let end: &[u8] = match () {
        () if is(b"script") => b"</script",
        () if is(b"style") => b"</style",
        () => return after,
    };
    let windows = after.windows(end.len());
    let at = { windows }.position(|window| window.eq_ignore_ascii_case(end));
    at.and_then(|at| after.get(at..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tags_are_measured() {
        let code = "a <b = c; ".repeat(5_000);
        for fine in [
            "<p class=\"a b\">1 < 2</p>".to_owned(),
            format!("<script>{code}</script><p>Text</p>"),
            format!(
                "<img src=\"data:image/png;base64,{}\">",
                "a/=".repeat(5_000)
            ),
        ] {
            assert!(may_be_read(&fine));
        }
        for full in [
            format!("<p {}>", "a=\"\"".repeat(5_000)),
            format!("<p {}", "a ".repeat(5_000)),
            format!("<style>{code}</style><p {}>", "a=b/".repeat(5_000)),
        ] {
            assert!(!may_be_read(&full));
        }
    }
}
