use crate::text::Span;

/// A dateline is at most this long, in bytes.
const LONGEST: usize = 80;

/// The place and agency before the first sentence of `paragraph`, with its dash: *Kyiv, Ukraine —*, *(CNN)*.
///
/// It is told from any words before a dash by what follows, which begins a sentence, and by what it holds: a place in
/// capitals, a place with its country, an agency in brackets, or one or two names and nothing else.
pub(super) fn dateline(paragraph: &str) -> Option<Span> {
    let head = paragraph.get(..paragraph.floor_char_boundary(LONGEST))?;
    let (place, length) = place_before_dash(head).or_else(|| agency_alone(head))?;
    let rest = paragraph.get(length..)?.trim_start();
    let begins_sentence = rest
        .trim_start_matches(['"', '“', '‘', '\'', '«', '('])
        .starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
    (begins_sentence && is_place(place)).then_some(Span::new(0, length))
}

/// What stands before the first dash, and the length up to after it.
fn place_before_dash(head: &str) -> Option<(&str, usize)> {
    let signs = [" — ", " – ", " ― ", " -- ", " - ", "—", "–", "―", "--"];
    let (at, sign) = signs
        .iter()
        .filter_map(|sign| Some((head.find(sign)?, sign)))
        .min_by_key(|&(at, sign)| (at, usize::MAX - sign.len()))?;
    let place = head.get(..at)?;
    let spaced = sign.starts_with(' ');
    let capitals = !place.contains(char::is_lowercase) || place.ends_with(')');
    (spaced || capitals).then_some((place, at + sign.trim_end().len()))
}

/// *(CNN)The president …*
fn agency_alone(head: &str) -> Option<(&str, usize)> {
    let length = head.strip_prefix('(')?.find(')')? + 2;
    let agency = head.get(..length)?;
    let short = agency.len() <= "(Associated Press)".len();
    (short
        && agency
            .chars()
            .filter(|letter| letter.is_uppercase())
            .count()
            >= 2)
        .then_some((agency, length))
}

fn is_place(place: &str) -> bool {
    let (outside, agency) = match place.split_once('(') {
        Some((outside, rest)) => (outside.trim(), rest.ends_with(')')),
        None => (place, false),
    };
    let mut names = 0;
    let all_names = outside
        .split([' ', '/'])
        .filter(|word| !word.is_empty())
        .all(|word| {
            names += 1;
            let joins = ["of", "de", "la", "al", "and", "the"];
            joins.contains(&word)
                || word.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit())
        });
    let in_capitals = outside
        .chars()
        .filter(|letter| letter.is_uppercase())
        .count()
        > 2
        && !outside
            .split([',', ' '])
            .next()
            .unwrap_or_default()
            .contains(char::is_lowercase);
    all_names
        && names <= 8
        && (agency || in_capitals || outside.contains(',') || (1..=2).contains(&names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{mark, unmark};

    #[test]
    fn datelines_are_known() {
        for marked in [
            "[Kyiv, Ukraine —] European and NATO leaders meet.",
            "[WASHINGTON (AP) —] The president said.",
            "[WASHINGTON—]Joining a chorus of bishops, he said.",
            "[DES MOINES -] Despite her immediate hurdles, she won.",
            "[LOS ANGELES, Feb. 2 (UPI) —] The next record is near.",
            "[KYIV/MOSCOW, Aug 18 (Reuters) -] “We agree,” he said.",
            "[Paris —] Talks began.",
            "[(CNN)]The president said.",
            "[(CNN) --] The president said.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn a_dash_alone_makes_no_dateline() {
        for text in [
            "Trump — who was asked on Monday — said nothing.",
            "The talks — Europe's last hope — failed.",
            "He wants one thing — Peace.",
            "Jean-Claude Juncker said so.",
            "(He said nothing) Then he left.",
            "Talks began.",
            "",
        ] {
            check(text);
        }
    }

    #[track_caller]
    fn check(marked: &str) {
        let (text, _) = unmark(marked);
        let found: Vec<Span> = dateline(&text).into_iter().collect();
        assert_eq!(mark(&text, &found), marked);
    }
}
