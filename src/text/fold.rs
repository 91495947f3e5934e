use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A word as it is compared: lower case, without accents, with straight apostrophes and without what can't be seen.
pub fn fold(word: &str) -> Cow<'_, str> {
    let is_folded = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase() && byte != b'`';
    if word.bytes().all(is_folded) {
        return Cow::Borrowed(word);
    }
    if word
        .chars()
        .all(|letter| letter.is_ascii() || letter == '’')
    {
        let mut folded = String::with_capacity(word.len());
        let letters = word.chars().map(|letter| letter.to_ascii_lowercase());
        folded.extend(letters.map(plain_letter));
        return Cow::Owned(folded);
    }
    Cow::Owned(fold_by_tables(word))
}

/// [`fold`] for letters of any script.
fn fold_by_tables(word: &str) -> String {
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

    proptest::proptest! {
        #[test]
        fn plain_letters_fold_as_all_do(word in "[ -~’é]{0,8}") {
            proptest::prop_assert_eq!(fold(&word), fold_by_tables(&word));
        }
    }
}
