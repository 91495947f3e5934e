/// Which of some things, by number, have become one.
#[derive(Clone, Debug, Default)]
pub struct Union {
    /// For each thing one that it has become part of, or itself.
    became: Vec<usize>,
}

impl Union {
    /// So many things, each on its own.
    pub fn of(things: usize) -> Union {
        Union {
            became: (0..things).collect(),
        }
    }

    /// Adds a thing; returns its number.
    pub fn add(&mut self) -> usize {
        let number = self.became.len();
        self.became.push(number);
        number
    }

    /// What a thing is part of by now: itself, unless it was joined to another.
    pub fn whole(&mut self, mut thing: usize) -> usize {
        while let Some(&next) = self.became.get(thing).filter(|&&next| next != thing) {
            // Half of the way is cut off for who comes next.
            let further = self.became.get(next).copied().unwrap_or(next);
            self.set(thing, further);
            thing = next;
        }
        thing
    }

    /// Makes what `part` belongs to a part of what `whole` belongs to.
    pub fn join(&mut self, part: usize, whole: usize) {
        let (part, whole) = (self.whole(part), self.whole(whole));
        self.set(part, whole);
    }

    fn set(&mut self, thing: usize, of: usize) {
        if let Some(became) = self.became.get_mut(thing) {
            *became = of;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_is_part_of_one_thing() {
        let mut union = Union::of(5);
        for part in 1..4 {
            union.join(part, part - 1);
        }
        let all = union.add();
        union.join(4, all);
        let wholes = [0, 1, 2, 3, 4, 5].map(|thing| union.whole(thing));
        assert_eq!(wholes, [0, 0, 0, 0, all, all]);
    }
}
