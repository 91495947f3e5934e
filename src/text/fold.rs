use unicode_normalization::UnicodeNormalization;

/// A word as it is compared: lower case, without accents, with straight apostrophes and without what can't be seen.
pub fn fold(word: &str) -> String {
    if word
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    {
        return word.to_owned();
    }
    word.nfkd()
        .filter(|&letter| {
            !unicode_normalization::char::is_combining_mark(letter) && !super::is_invisible(letter)
        })
        .flat_map(char::to_lowercase)
        .map(plain_letter)
        .collect()
}

/// Letters that Unicode does not take apart into a base and a mark, by their base.
fn plain_letter(letter: char) -> char {
    match letter {
        '’' | 'ʼ' | '`' => '\'',
        'ł' => 'l',
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ı' => 'i',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forgets_case_accents_and_what_is_not_seen() {
        assert_eq!(fold("Erdoğan’s"), "erdogan's");
        assert_eq!(fold("Radosław"), "radoslaw");
        assert_eq!(fold("ele\u{200b}ction"), "election");
        assert_eq!(fold("САНКТ"), "санкт");
    }
}
