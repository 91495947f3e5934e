//! The marks and their shapes.

/// Marks that are used together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Straight,
    Curly,
    DoubleApostrophe,
    Guillemet,
    Corner,
}

/// Which way a mark turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Opens,
    Closes,
    Either,
}

/// A mark in the text.
pub(super) struct Glyph {
    pub(super) family: Family,
    pub(super) turn: Turn,
    /// In bytes.
    pub(super) length: usize,
}

/// The mark that begins at `at`, if one does.
pub(super) fn glyph_at(text: &str, at: usize) -> Option<Glyph> {
    let rest = text.get(at..)?;
    let glyph = |family, turn, length| {
        Some(Glyph {
            family,
            turn,
            length,
        })
    };
    match rest.chars().next()? {
        '"' | '＂' => glyph(
            Family::Straight,
            Turn::Either,
            rest.chars().next()?.len_utf8(),
        ),
        '”' => glyph(Family::Curly, Turn::Closes, 3),
        '“' | '‟' | '„' => glyph(Family::Curly, Turn::Opens, 3),
        '«' => glyph(Family::Guillemet, Turn::Opens, 2),
        '»' => glyph(Family::Guillemet, Turn::Closes, 2),
        '「' | '『' => glyph(Family::Corner, Turn::Opens, 3),
        '」' | '』' => glyph(Family::Corner, Turn::Closes, 3),
        '`' if rest.starts_with("``") => glyph(Family::DoubleApostrophe, Turn::Opens, 2),
        '\'' if rest.starts_with("''") => glyph(Family::DoubleApostrophe, Turn::Either, 2),
        '’' if rest.starts_with("’’") => glyph(Family::DoubleApostrophe, Turn::Closes, 6),
        '‘' if rest.starts_with("‘‘") => glyph(Family::DoubleApostrophe, Turn::Opens, 6),
        _ => None,
    }
}
