//! Two long texts on the same events, the same at every run.

use parallax::text::Pair;

use crate::words::{Dice, VERBS};

const NAMES: [&str; 16] = [
    "Anna Berg",
    "Paul Ortega",
    "Minister Kovacs",
    "Senator Hale",
    "Ruth Adeyemi",
    "Captain Moreau",
    "Judge Tanaka",
    "Ivan Petrov",
    "Governor Lind",
    "Maria Rossi",
    "President Okafor",
    "General Stone",
    "Elena Marin",
    "Tom Fischer",
    "Secretary Dubois",
    "Nadia Haddad",
];
const PLACES: [&str; 12] = [
    "Geneva",
    "Lagos",
    "Osaka",
    "the northern harbour",
    "the parliament",
    "Tallinn",
    "the border",
    "Santiago",
    "the old airport",
    "Nairobi",
    "the central bank",
    "Lyon",
];
const THINGS: [&str; 24] = [
    "the grain treaty",
    "a railway bridge",
    "the pension reform",
    "three refugee camps",
    "the ferry contract",
    "the budget vote",
    "a chemical plant",
    "the hostage talks",
    "two power stations",
    "the fishing quota",
    "the election results",
    "a hospital wing",
    "the ceasefire plan",
    "the water tax",
    "an oil terminal",
    "the drought relief",
    "the telecom merger",
    "a military exercise",
    "the asylum rules",
    "the flood barrier",
    "the steel tariffs",
    "a school programme",
    "the climate fund",
    "the customs union",
];
const ENDS: [&str; 12] = [
    "after weeks of protest",
    "despite a court order",
    "in front of reporters",
    "at the request of the union",
    "for the second time this year",
    "without naming a date",
    "under pressure from lenders",
    "before dawn",
    "as crowds waited outside",
    "to the surprise of allies",
    "amid rising prices",
    "in a secret session",
];

/// Two texts of about `words` words each. A fifth of the sentences is the same in both, two fifths tell the same in other
/// words, the rest is only in one.
pub(crate) fn texts(words: usize) -> Pair<String> {
    let mut dice = Dice::new(1);
    let mut texts = Pair::<String>::default();
    let mut written = 0;
    while written < words {
        let event = Event::roll(&mut dice);
        let (left, right) = match dice.below(5) {
            0 => (event.told(), event.told()),
            1 | 2 => (event.told(), event.retold()),
            _ => (event.told(), Event::roll(&mut dice).retold()),
        };
        written += left.split_whitespace().count();
        let gap = if dice.below(3) == 0 { "\n\n" } else { " " };
        texts.left.push_str(&(left + gap));
        texts.right.push_str(&(right + gap));
    }
    texts
}

struct Event {
    name: &'static str,
    verb: &'static str,
    thing: &'static str,
    place: &'static str,
    end: &'static str,
    number: usize,
}

impl Event {
    fn roll(dice: &mut Dice) -> Event {
        Event {
            name: dice.one_of(&NAMES),
            verb: dice.one_of(&VERBS),
            thing: dice.one_of(&THINGS),
            place: dice.one_of(&PLACES),
            end: dice.one_of(&ENDS),
            number: 2 + dice.below(90),
        }
    }

    fn told(&self) -> String {
        format!(
            "{} {} {} in {} {}, and {} people were there.",
            self.name, self.verb, self.thing, self.place, self.end, self.number
        )
    }

    fn retold(&self) -> String {
        format!(
            "“It was {} who {} {},” said one of {} witnesses near {}.",
            self.name, self.verb, self.thing, self.number, self.place
        )
    }
}
