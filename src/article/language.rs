use super::Language;
use crate::text::list::FUNCTION_WORDS;
use crate::text::{fold, words};

/// How many words are looked at.
const SAMPLE: usize = 1000;
/// Fewer words than these say little; they count as English when their letters do.
const FEWEST: usize = 20;
/// The share of function words, in percent, from which a text is English. News in English has 20 to 50, news in other
/// European languages, where a few of them mean something else, 5 to 10.
const SHARE: usize = 15;

/// The language of `text`, by the share of English function words among its first thousand.
pub(super) fn language(text: &str) -> Language {
    let (mut all, mut function, mut latin) = (0, 0, 0);
    for word in words(text).take(SAMPLE) {
        all += 1;
        latin += usize::from(word.text.starts_with(|letter: char| letter.is_ascii()));
        function += usize::from(word.text.len() < 20 && FUNCTION_WORDS.has(&fold(word.text)));
    }
    let english = if all < FEWEST {
        latin * 2 >= all
    } else {
        function * 100 >= all * SHARE
    };
    if english {
        Language::English
    } else {
        Language::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_others() {
        check(
            include_str!("../../seeds/002_adbbeb2228c4cbfc.txt"),
            Language::English,
        );
        check("Talks fail", Language::English);
        check("Переговоры не удались", Language::Other);
        check(
            "Der Präsident hat am Montag in Washington gesagt, dass er an einem schnellen Ende des Krieges \
             interessiert ist, doch die Regierung der Ukraine zeigte sich noch am selben Abend besorgt.",
            Language::Other,
        );
        check(
            "Le président souhaite une fin rapide de la guerre, selon ses propos de lundi à Washington, mais les \
             dirigeants européens restent prudents et demandent des garanties pour Kiev.",
            Language::Other,
        );
    }

    #[track_caller]
    fn check(text: &str, expected: Language) {
        assert_eq!(language(text), expected);
    }
}
