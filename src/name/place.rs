//! Countries and other places, with their adjectives and capitals.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};

use crate::text::fold;
use crate::text::list::entries;

/// The number of a country in `assets/places.txt`.
pub type Country = usize;

/// What a word or words say of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlaceWord {
    /// A country's name: *Ukraine*.
    Country(Country),
    /// Its adjective: *Ukrainian*.
    Adjective(Country),
    /// Its capital, which stands for the government too: *Kyiv*.
    Capital(Country),
    /// Another place.
    Other,
}

/// What the phrase, in any case, says of a place.
pub(super) fn place_word(phrase: &str) -> Option<PlaceWord> {
    static WORDS: OnceLock<HashMap<String, PlaceWord>> = OnceLock::new();
    WORDS.get_or_init(read).get(fold(phrase).as_ref()).copied()
}

/// The country that the phrase names, by name, adjective or capital.
pub fn country(phrase: &str) -> Option<Country> {
    match place_word(phrase)? {
        PlaceWord::Country(country)
        | PlaceWord::Adjective(country)
        | PlaceWord::Capital(country) => Some(country),
        PlaceWord::Other => None,
    }
}

fn read() -> HashMap<String, PlaceWord> {
    let mut words = HashMap::new();
    let lines = entries(include_str!("../../assets/places.txt"));
    for (country, line) in lines.enumerate() {
        let mut fields = line.split('|');
        let mut put = |sort: PlaceWord| {
            for word in fields
                .next()
                .unwrap_or_default()
                .split(',')
                .filter(|word| !word.is_empty())
            {
                words.entry(fold(word).into_owned()).or_insert(sort);
            }
        };
        if line.contains('|') {
            put(PlaceWord::Country(country));
            put(PlaceWord::Adjective(country));
            put(PlaceWord::Capital(country));
        } else {
            put(PlaceWord::Other);
        }
    }
    words
}
