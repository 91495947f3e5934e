//! Words that are drawn by lot, the same at every run.

pub(crate) const VERBS: [&str; 16] = [
    "opened",
    "rejected",
    "questioned",
    "delayed",
    "inspected",
    "defended",
    "signed",
    "blocked",
    "financed",
    "closed",
    "rebuilt",
    "abandoned",
    "supported",
    "condemned",
    "postponed",
    "visited",
];

/// Numbers that look random: `SplitMix64`.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or_default()
    }

    pub(crate) fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }
}
