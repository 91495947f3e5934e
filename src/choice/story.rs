//! The phrases of several articles, and what tells that two of them are about one thing.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::kin::Direction;
use super::phrase::{Name, Phrase, phrases};
use crate::reading::Reading;
use crate::text::Spellings;

/// For a word more of the same name: *Vice President Doe* tells little more than *Doe*.
const MORE_OF_NAME: f32 = 0.4;
/// A name that stands by more phrases of an article than these tells none of them from the rest.
const HOLDING: usize = 16;

pub(super) struct Story {
    pub(super) phrases: Vec<PlacedPhrase>,
    /// For each article, for each sentence, the keys of its words of content.
    keys: Vec<Vec<HashSet<String>>>,
    /// For each article, the keys of its phrases.
    wordings: Vec<HashSet<Vec<String>>>,
    /// `ln(N / df)` of the names, over the sentences of all.
    weights: HashMap<String, f32>,
}

/// A phrase and where it stands.
pub(super) struct PlacedPhrase {
    pub(super) article: usize,
    pub(super) sentence: usize,
    pub(super) phrase: Phrase,
    pub(super) direction: Direction,
}

impl Story {
    pub(super) fn new(readings: &[&Reading]) -> Story {
        let mut story = Story {
            phrases: Vec::new(),
            keys: vec![Vec::new(); readings.len()],
            wordings: vec![HashSet::new(); readings.len()],
            weights: HashMap::new(),
        };
        for (article, (reading, keys)) in readings.iter().zip(&mut story.keys).enumerate() {
            let text = &reading.article.text;
            let sentences = reading.sentences.iter().zip(reading.terms());
            for (sentence, (place, terms)) in sentences.enumerate() {
                let content = terms.iter().filter(|term| term.is_content());
                keys.push(content.map(|term| term.key.clone()).collect());
                let found = phrases(text, place.span, terms).into_iter();
                story.phrases.extend(found.map(|phrase| PlacedPhrase {
                    article,
                    sentence,
                    direction: Direction::default(),
                    phrase,
                }));
            }
        }
        for told in &story.phrases {
            if let Some(wordings) = story.wordings.get_mut(told.article) {
                wordings.insert(told.phrase.keys.clone());
            }
        }
        story.unite_spellings();
        story.weigh();
        story
    }

    fn unite_spellings(&mut self) {
        let names = self
            .phrases
            .iter()
            .flat_map(|told| told.phrase.names.iter().flatten());
        let spellings = Spellings::among(names.map(|name| name.key.as_str()));
        for name in self
            .phrases
            .iter_mut()
            .flat_map(|told| told.phrase.names.iter_mut().flatten())
        {
            name.key = spellings.of(&name.key).to_owned();
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "sentences are counted in thousands"
    )]
    fn weigh(&mut self) {
        let mut holding: HashMap<&str, HashSet<(usize, usize)>> = HashMap::new();
        for told in &self.phrases {
            for name in told.phrase.names.iter().flatten() {
                let place = (told.article, told.sentence);
                holding.entry(&name.key).or_default().insert(place);
            }
        }
        let total = self.keys.iter().map(Vec::len).sum::<usize>() as f32;
        let each = holding.into_iter();
        self.weights = each
            .map(|(key, places)| (key.to_owned(), (total / places.len() as f32).ln()))
            .collect();
    }

    /// The phrases by each name that stands by a few of them: for each article their numbers.
    pub(super) fn by_name(&self) -> Vec<HashMap<usize, Vec<usize>>> {
        let mut by_name: HashMap<&str, HashMap<usize, Vec<usize>>> = HashMap::new();
        for (number, told) in self.phrases.iter().enumerate() {
            for name in told.phrase.names.iter().flatten() {
                let of = by_name.entry(&name.key).or_default();
                let of = of.entry(told.article).or_default();
                if of.last() != Some(&number) {
                    of.push(number);
                }
            }
        }
        for of in by_name.values_mut() {
            of.retain(|_, numbers| numbers.len() <= HOLDING);
        }
        by_name.into_values().collect()
    }

    /// Whether each article has only its own of the two phrases: what both call it is no choice between them.
    pub(super) fn chosen(&self, left: &PlacedPhrase, right: &PlacedPhrase) -> bool {
        let lacks = |one: &PlacedPhrase, other: &PlacedPhrase| {
            let wordings = self.wordings.get(one.article);
            wordings.is_some_and(|wordings| !wordings.contains(&other.phrase.keys))
        };
        lacks(left, right) && lacks(right, left)
    }

    /// Whether neither's sentence has the other's own words as well.
    pub(super) fn instead(&self, left: &PlacedPhrase, right: &PlacedPhrase) -> bool {
        let has = |told: &PlacedPhrase, key: &String| {
            let sentences = self.keys.get(told.article);
            let keys = sentences.and_then(|sentences| sentences.get(told.sentence));
            keys.is_some_and(|keys| keys.contains(key))
        };
        let only = |one: &PlacedPhrase, other: &PlacedPhrase| {
            let mut keys = one.phrase.keys.iter().rev();
            let own = keys.find(|key| !other.phrase.keys.contains(key));
            own.is_some_and(|own| !has(other, own))
        };
        only(left, right) && only(right, left)
    }

    /// How much the names tell that stand by both phrases, and how many they are: by the one's whole names or the other's,
    /// whichever is less.
    pub(super) fn shared_names(&self, left: &Phrase, right: &Phrase) -> (f32, usize) {
        let (lefts, rights) = (self.names_by(left, right), self.names_by(right, left));
        (lefts.0.min(rights.0), lefts.1.min(rights.1))
    }

    /// The whole names by one phrase of which a part stands by the other: what they tell, and how many they are.
    fn names_by(&self, left: &Phrase, right: &Phrase) -> (f32, usize) {
        let each = left.names.iter().map(|run| {
            let shared = run.iter().filter(|name| is_by(right, &name.key));
            let weights = shared.map(|name| self.weight(&name.key));
            let (sum, most) = weights.fold((0.0, 0.0_f32), |(sum, most), weight| {
                (sum + weight, most.max(weight))
            });
            most + MORE_OF_NAME * (sum - most)
        });
        let told = each.filter(|&weight| weight > 0.0);
        told.fold((0.0, 0), |(sum, names), weight| (sum + weight, names + 1))
    }

    /// Whether a month stands by both phrases.
    pub(super) fn same_month(left: &Phrase, right: &Phrase) -> bool {
        let mut months = left.names.iter().flatten().filter(|name| name.is_month);
        months.any(|month| is_by(right, &month.key))
    }

    pub(super) fn weight(&self, key: &str) -> f32 {
        self.weights.get(key).copied().unwrap_or_default()
    }
}

/// Whether a name stands by a phrase.
pub(super) fn is_by(phrase: &Phrase, key: &str) -> bool {
    phrase
        .names
        .iter()
        .flatten()
        .any(|name: &Name| name.key == key)
}
