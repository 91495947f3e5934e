use foldhash::HashMap;

use super::rarity::Rarity;
use super::terms::Terms;
use super::vector::{Vector, heaviest};

/// So many of an article's heaviest terms find those that are like it; the rest adds little.
const HEAVIEST: usize = 60;

/// A term that more articles have is no help in finding those few that are most alike.
const MOST_HOLDING: usize = 400;

/// So many articles that share the heaviest terms are compared in full.
const CANDIDATES: usize = 48;

/// How alike `one` is to each of `others`, from 0 to 1. Takes time linear in their terms.
pub fn related(one: &Terms, others: &[&Terms]) -> Vec<f32> {
    let mut likening = Likening::new(one);
    for other in others {
        likening.count(other);
    }
    let likening = likening.counted();
    let others = others.iter();
    others.map(|other| likening.likeness(other)).collect()
}

/// How alike one article is to others, of which only one at a time need be in memory: all are counted, and then each is
/// likened.
pub struct Likening<'a> {
    one: &'a Terms,
    rarity: Rarity,
}

/// A [`Likening`] that has counted all.
pub struct Likened {
    one: Vector,
    rarity: Rarity,
}

impl<'a> Likening<'a> {
    /// To what others are to be likened.
    pub fn new(one: &'a Terms) -> Likening<'a> {
        let rarity = Rarity::of([one]);
        Likening { one, rarity }
    }

    /// Counts one of the others.
    pub fn count(&mut self, other: &Terms) {
        self.rarity.count(other);
    }

    /// Once all others are counted.
    pub fn counted(self) -> Likened {
        Likened {
            one: Vector::new(self.one, &self.rarity),
            rarity: self.rarity,
        }
    }
}

impl Likened {
    /// How alike the one is to this, from 0 to 1.
    pub fn likeness(&self, other: &Terms) -> f32 {
        self.one.likeness(&Vector::new(other, &self.rarity))
    }
}

/// Finds the articles that are most like one, without comparing each with each.
pub(super) struct Index<'a> {
    vectors: &'a [Vector],
    /// The heaviest terms of each.
    heaviest: Vec<Vec<(u32, f32)>>,
    /// For each term, who has it among the heaviest, and its weight there.
    holding: HashMap<u32, Vec<(usize, f32)>>,
    /// What each shares with the one that is looked at, in weight: zeros between two looks.
    shared: Vec<f32>,
}

impl<'a> Index<'a> {
    pub(super) fn new(vectors: &'a [Vector]) -> Index<'a> {
        let each = vectors.iter().map(|vector| vector.heaviest(HEAVIEST));
        let heaviest: Vec<Vec<(u32, f32)>> = each.collect();
        let mut holding: HashMap<u32, Vec<(usize, f32)>> = HashMap::default();
        for (number, terms) in heaviest.iter().enumerate() {
            for &(key, weight) in terms {
                holding.entry(key).or_default().push((number, weight));
            }
        }
        Index {
            vectors,
            heaviest,
            holding,
            shared: vec![0.0; vectors.len()],
        }
    }

    /// The `most` articles that are most like one, the most alike first, each with its likeness.
    pub(super) fn nearest(&mut self, number: usize, most: usize) -> Vec<(usize, f32)> {
        let Some(vector) = self.vectors.get(number) else {
            return Vec::new();
        };
        let candidates = heaviest(self.sharing(number), CANDIDATES.max(most));
        let compared = candidates.into_iter().filter_map(|(other, _)| {
            let likeness = vector.likeness(self.vectors.get(other)?);
            Some((other, likeness))
        });
        heaviest(compared.collect(), most)
    }

    /// The others that share heaviest terms with one, with how much.
    fn sharing(&mut self, number: usize) -> Vec<(usize, f32)> {
        let mut sharing = Vec::new();
        for &(key, weight) in self.heaviest.get(number).into_iter().flatten() {
            let holding = self.holding.get(&key).map_or(&[][..], Vec::as_slice);
            for &(other, across) in holding.iter().take(MOST_HOLDING) {
                if let Some(shared) = self.shared.get_mut(other) {
                    if *shared == 0.0 {
                        sharing.push(other);
                    }
                    *shared += weight * across;
                }
            }
        }
        let weighed = sharing.into_iter().map(|other| {
            let shared = self.shared.get_mut(other).map(std::mem::take);
            (other, shared.unwrap_or_default())
        });
        weighed.filter(|&(other, _)| other != number).collect()
    }
}
