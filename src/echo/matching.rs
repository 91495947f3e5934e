//! Which words of a run stand in a longer one.

use super::run::Word;

/// For each word of a run, where it stands in the longer one.
pub(super) struct Matching {
    pub(super) places: Vec<Option<usize>>,
}

/// Words between two that match may differ up to here on each side: an exchanged word, or one left out.
const GAP: usize = 3;

impl Matching {
    /// All of a run, word for word.
    pub(super) fn whole(words: usize) -> Matching {
        Matching {
            places: (0..words).map(Some).collect(),
        }
    }

    /// Matches `words` with those of `longer`. `seed` says where in the longer run the few words stand that begin at a
    /// word of the shorter one; a match goes on from there to both sides. Takes time linear in `words`.
    pub(super) fn new(
        longer: &[Word],
        words: &[Word],
        seed: impl Fn(usize) -> Option<usize>,
    ) -> Matching {
        let mut places = vec![None; words.len()];
        // Words before this one are done with.
        let mut floor = 0;
        let mut at = 0;
        while at < words.len() {
            let Some(place) = seed(at) else {
                at += 1;
                continue;
            };
            let before = |back: usize| {
                let number = at.checked_sub(back + 1)?;
                words.get(number).filter(|_| number >= floor)
            };
            let before_place = |back: usize| longer.get(place.checked_sub(back + 1)?);
            for (back, back_place) in alike(before, before_place) {
                set(&mut places, at - back - 1, place - back_place - 1);
            }
            let after = |on: usize| words.get(at + on);
            let mut last = 0;
            for (on, on_place) in alike(after, |on| longer.get(place + on)) {
                set(&mut places, at + on, place + on_place);
                last = on;
            }
            at += last + 1;
            floor = at;
        }
        Matching { places }
    }

    /// How many words stand in the longer run.
    pub(super) fn count(&self) -> usize {
        self.places.iter().flatten().count()
    }

    /// The most words that stand in both runs without a break.
    pub(super) fn longest(&self) -> usize {
        let (mut longest, mut length, mut before) = (0, 0, None);
        for &place in &self.places {
            let goes_on = place.is_some() && place == before;
            length = match place {
                Some(_) if goes_on => length + 1,
                Some(_) => 1,
                None => 0,
            };
            longest = longest.max(length);
            before = place.map(|place| place + 1);
        }
        longest
    }
}

fn set(places: &mut [Option<usize>], at: usize, place: usize) {
    if let Some(slot) = places.get_mut(at) {
        *slot = Some(place);
    }
}

/// How far on the words of two runs are alike, over small gaps; what follows a gap must be two words or one that says
/// something.
fn alike<'a>(
    one: impl Fn(usize) -> Option<&'a Word>,
    other: impl Fn(usize) -> Option<&'a Word>,
) -> Vec<(usize, usize)> {
    let same = |at: usize, place: usize| {
        let (word, across) = (one(at)?, other(place)?);
        (word.key == across.key).then_some(word.is_content)
    };
    let mut found = Vec::new();
    let (mut at, mut place) = (0, 0);
    loop {
        if same(at, place).is_some() {
            found.push((at, place));
            (at, place) = (at + 1, place + 1);
            continue;
        }
        let goes_on = |&(skip, across): &(usize, usize)| {
            let (at, place) = (at + skip, place + across);
            same(at, place).is_some_and(|content| content || same(at + 1, place + 1).is_some())
        };
        let Some((skip, across)) = skips().find(goes_on) else {
            return found;
        };
        (at, place) = (at + skip, place + across);
    }
}

/// How many words to pass over on either side, the fewest first.
fn skips() -> impl Iterator<Item = (usize, usize)> {
    (1..=2 * GAP).flat_map(|both| {
        let skips = (0..=both).map(move |skip| (skip, both - skip));
        skips.filter(|&(one, other)| one <= GAP && other <= GAP)
    })
}
