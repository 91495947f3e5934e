use serde::Serialize;

/// One of the two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The article on the left, A.
    Left,
    /// The article on the right, B.
    Right,
}

impl Side {
    /// Both, left first.
    pub const BOTH: [Side; 2] = [Side::Left, Side::Right];

    /// The one across.
    pub fn other(self) -> Side {
        match self {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        }
    }

    /// `A` or `B`, as the screens call it.
    pub fn letter(self) -> char {
        match self {
            Side::Left => 'A',
            Side::Right => 'B',
        }
    }
}

/// The same thing for each of the two articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Pair<T> {
    /// From the article on the left.
    pub left: T,
    /// From the article on the right.
    pub right: T,
}

impl<T> Pair<T> {
    /// Puts `left` beside `right`.
    pub fn new(left: T, right: T) -> Pair<T> {
        Pair { left, right }
    }

    /// The one at `side`.
    pub fn get(&self, side: Side) -> &T {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// The one at `side`, to change.
    pub fn get_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
        }
    }

    /// Does the same work for both.
    pub fn map<U>(self, mut each: impl FnMut(T) -> U) -> Pair<U> {
        Pair::new(each(self.left), each(self.right))
    }

    /// Puts each beside its partner in `other`.
    pub fn zip<U>(self, other: Pair<U>) -> Pair<(T, U)> {
        Pair::new((self.left, other.left), (self.right, other.right))
    }

    /// Lends both.
    pub fn as_ref(&self) -> Pair<&T> {
        Pair::new(&self.left, &self.right)
    }

    /// Lends both, to change.
    pub fn as_mut(&mut self) -> Pair<&mut T> {
        Pair::new(&mut self.left, &mut self.right)
    }

    /// Exchanges the sides.
    #[must_use]
    pub fn swapped(self) -> Pair<T> {
        Pair::new(self.right, self.left)
    }

    /// Both with their sides, left first.
    pub fn sides(self) -> [(Side, T); 2] {
        [(Side::Left, self.left), (Side::Right, self.right)]
    }
}

impl<'a, T> Pair<&'a [T]> {
    /// Each of the left beside each of the right.
    pub fn crossed(self) -> impl Iterator<Item = Pair<&'a T>> {
        let Pair { left, right } = self;
        left.iter()
            .flat_map(move |left| right.iter().map(move |right| Pair::new(left, right)))
    }
}

impl<T> IntoIterator for Pair<T> {
    type Item = T;
    type IntoIter = std::array::IntoIter<T, 2>;

    fn into_iter(self) -> Self::IntoIter {
        [self.left, self.right].into_iter()
    }
}
