//! News of a world that is not: articles made from word lists, the same at every run. Some outlets tell each event.

use std::fmt::Write;

use crate::words::{Dice, VERBS};

const OPENINGS: [&str; 12] = ["b", "br", "d", "f", "g", "k", "l", "m", "p", "r", "st", "v"];
const MIDDLES: [&str; 10] = ["a", "e", "i", "o", "u", "ai", "ea", "ou", "ar", "or"];
const ENDINGS: [&str; 14] = [
    "n", "l", "t", "rd", "m", "nd", "sk", "ve", "th", "s", "lt", "ng", "x", "r",
];
const FIRST_NAMES: [&str; 16] = [
    "Anna", "Paul", "Ruth", "Ivan", "Maria", "Tom", "Elena", "Nadia", "Peter", "Laura", "Omar",
    "Julia", "David", "Sara", "Victor", "Irene",
];
const ROLES: [&str; 12] = [
    "mayor",
    "minister",
    "spokeswoman",
    "union leader",
    "judge",
    "professor",
    "senator",
    "police chief",
    "farmer",
    "lawyer",
    "bank governor",
    "ambassador",
];
const OUTLETS: [&str; 10] = [
    "The Morning Post",
    "Daily Star",
    "Harbour Gazette",
    "The Courier",
    "Northern Echo",
    "Valley Times",
    "The Observer",
    "City Herald",
    "Evening Mail",
    "The Tribune",
];
const SAID: [&str; 6] = [
    "said",
    "told reporters",
    "added",
    "warned",
    "insisted",
    "argued",
];
const DAYS: [&str; 5] = [
    "on Monday",
    "on Tuesday",
    "on Friday",
    "last week",
    "in the morning",
];

/// How many outlets tell an event.
const TELLERS: u64 = 4;

/// There are two to the power of this less one words, of which a few are in most articles and most in few.
const VOCABULARY_BITS: usize = 16;

/// A file with front matter and about 300 words.
pub(crate) fn article(number: u64) -> String {
    let event = number / TELLERS;
    let mut telling = Dice::new(number.wrapping_mul(7_919) + 1);
    let mut happening = Dice::new(event.wrapping_mul(104_729) + 3);
    let people: Vec<(String, &str)> = (0..3).map(|_| person(&mut happening)).collect();
    let place = capitalised(&word(rank(&mut happening)));
    let matter: Vec<String> = (0..24).map(|_| word(rank(&mut happening))).collect();
    let mut text = String::new();
    let title = format!(
        "{} {} the {} {} of {place}",
        people[0].0,
        happening.one_of(&VERBS),
        matter[0],
        matter[1]
    );
    let day = event * 2_000 / 25_000;
    let (year, rest) = (2020 + day / 336, day % 336);
    let date = format!("{year}-{:02}-{:02}", rest / 28 + 1, rest % 28 + 1);
    let outlet = telling.one_of(&OUTLETS);
    let _ = writeln!(
        text,
        "---\ntitle: {title}\noutlet: {outlet}\ndate: {date}\n---\n"
    );
    for sentence in 0..15 {
        let told = sentence_of(&mut telling, &people, &place, &matter);
        let gap = if sentence % 3 == 2 { "\n\n" } else { " " };
        text.push_str(&(told + gap));
    }
    text
}

fn sentence_of(
    dice: &mut Dice,
    people: &[(String, &str)],
    place: &str,
    matter: &[String],
) -> String {
    let (name, role) = &people[dice.below(people.len())];
    let verb = dice.one_of(&VERBS);
    let run = |dice: &mut Dice, words: usize| {
        let words = (0..words).map(|_| match dice.below(3) {
            0 => matter[dice.below(matter.len())].clone(),
            _ => word(rank(dice)),
        });
        words.collect::<Vec<_>>().join(" ")
    };
    match dice.below(4) {
        0 => format!(
            "“We {verb} the {} and the {},” {} {name}, the {role} of {place}.",
            run(dice, 4),
            run(dice, 5),
            SAID[dice.below(6)]
        ),
        1 => format!(
            "The {role} {} that the {} of {place} was not {verb} by the {}.",
            SAID[dice.below(6)],
            run(dice, 5),
            run(dice, 4)
        ),
        2 => format!(
            "{name} {verb} the {} {}, while {} people waited for the {}.",
            run(dice, 5),
            DAYS[dice.below(5)],
            2 + dice.below(900),
            run(dice, 3)
        ),
        _ => format!(
            "In {place} the {} {verb} a {} of {} million before the {}.",
            run(dice, 4),
            run(dice, 3),
            1 + dice.below(90),
            run(dice, 4)
        ),
    }
}

fn person(dice: &mut Dice) -> (String, &'static str) {
    let surname = capitalised(&word(dice.below(5_000) as u64));
    let name = format!("{} {surname}", FIRST_NAMES[dice.below(16)]);
    (name, dice.one_of(&ROLES))
}

/// The word of this number; common ones are short.
fn word(number: u64) -> String {
    let mut dice = Dice::new(number.wrapping_mul(2_654_435_761) + 17);
    let syllables = 1 + usize::from(number > 40) + usize::from(number > 2_000);
    let mut word = String::new();
    for _ in 0..syllables {
        word.push_str(OPENINGS[dice.below(12)]);
        word.push_str(MIDDLES[dice.below(10)]);
    }
    word + ENDINGS[dice.below(14)]
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// A word's number: about as often as its rank in a language says (Zipf's law), which is to say that as many come below
/// 2 as from there to 4, from there to 8, and so on.
fn rank(dice: &mut Dice) -> u64 {
    let reach = 1 << dice.below(VOCABULARY_BITS);
    dice.below(reach) as u64
}
