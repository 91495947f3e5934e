//! Training, shared by the programs beside this folder.

#![expect(dead_code, reason = "each program uses a part")]

pub(crate) mod chain;
pub(crate) mod corpus;
pub(crate) mod linked;
pub(crate) mod logistic;
pub(crate) mod net;

/// A small generator of numbers that are the same everywhere (`SplitMix64`).
pub(crate) struct Shuffle(pub(crate) u64);

impl Shuffle {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number between -1 and 1.
    #[expect(clippy::cast_precision_loss, reason = "24 bits are kept")]
    pub(crate) fn spread(&mut self) -> f32 {
        let bits = u32::try_from(self.next() >> 40).unwrap_or_default();
        bits as f32 / (1 << 23) as f32 - 1.0
    }

    /// The numbers below `count`, in an order of chance.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "only the low bits are wanted"
    )]
    pub(crate) fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for at in (1..count).rev() {
            order.swap(at, self.next() as usize % (at + 1));
        }
        order
    }
}

/// A weight as a byte, in steps of `unit`.
#[expect(clippy::cast_possible_truncation, reason = "clamped to a byte")]
pub(crate) fn byte(weight: f32, unit: f32) -> u8 {
    ((weight / unit).round().clamp(-127.0, 127.0) as i8).to_ne_bytes()[0]
}
