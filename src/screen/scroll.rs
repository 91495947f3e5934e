use super::keymap::Action;

/// Which lines of something long are on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scroll {
    /// The first line shown.
    pub(super) top: usize,
    /// How many lines fit.
    pub(super) height: usize,
    /// How many there are.
    pub(super) length: usize,
}

impl Scroll {
    /// The furthest that one can scroll.
    pub(super) fn last_top(self) -> usize {
        self.length.saturating_sub(self.height)
    }

    /// The lines on the screen.
    pub(super) fn shown(self) -> std::ops::Range<usize> {
        self.top..self.length.min(self.top + self.height)
    }

    /// Puts `line` at the top, or as near to it as the end allows.
    pub(super) fn to(&mut self, line: usize) {
        self.top = line.min(self.last_top());
    }

    /// Puts `line` at the top, even where the end stands above the last line then.
    pub(super) fn keep(&mut self, line: usize) {
        self.top = line.min(self.length.saturating_sub(1));
    }

    /// Moves as little as brings `lines` onto the screen, with a line or two around them.
    pub(super) fn show(&mut self, lines: &std::ops::Range<usize>) {
        let around = (self.height / 8).min(2);
        let bottom = (lines.end + around).min(self.length);
        if lines.start < self.top + around.min(lines.start) || bottom > self.top + self.height {
            self.to(lines.start.saturating_sub(around));
        }
    }

    /// Scrolls; says whether `action` asks for that.
    pub(super) fn act(&mut self, action: Action) -> bool {
        let page = self.height.saturating_sub(2).max(1);
        let half = (self.height / 2).max(1);
        let top = match action {
            Action::Down => self.top + 1,
            Action::Up => self.top.saturating_sub(1),
            Action::PageDown => self.top + page,
            Action::PageUp => self.top.saturating_sub(page),
            Action::HalfDown => self.top + half,
            Action::HalfUp => self.top.saturating_sub(half),
            Action::Top => 0,
            Action::Bottom => self.length,
            _ => return false,
        };
        // A page that has become shorter may end above the last line; that is no reason to jump.
        self.top = top.min(self.last_top().max(self.top));
        true
    }
}

/// One line of a list, and which lines of the list are on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cursor {
    /// The number of the line; 0 in an empty list.
    pub(super) at: usize,
    /// The first line on the screen.
    pub(super) top: usize,
    /// How many lines fit; 0 until that is known.
    height: usize,
}

impl Cursor {
    /// Moves in a list of `length` lines; says whether `action` asks for that.
    pub(super) fn act(&mut self, action: Action, length: usize) -> bool {
        let moved = moved(self.at, length, self.height, action);
        self.go(moved.unwrap_or(self.at), length);
        moved.is_some()
    }

    /// Goes to a line, or to the last where there are fewer.
    pub(super) fn go(&mut self, at: usize, length: usize) {
        self.at = at.min(length.saturating_sub(1));
        // Before the height is known, scrolling would hide what there is room for.
        if self.height > 0 {
            self.top = follow(self.top, self.at, self.height, length);
        }
    }

    /// The numbers of the lines on the screen.
    pub(super) fn shown(self, length: usize) -> std::ops::Range<usize> {
        self.top..length.min(self.top + self.height)
    }

    /// Takes the number of lines that fit.
    pub(super) fn set_height(&mut self, height: usize, length: usize) {
        self.height = height;
        self.go(self.at, length);
    }
}

/// The entry under the cursor after `action`, in a list of `length` that shows `height` at once; `None` when `action`
/// does not move a cursor.
pub(super) fn moved(cursor: usize, length: usize, height: usize, action: Action) -> Option<usize> {
    let page = height.saturating_sub(1).max(1);
    let half = (height / 2).max(1);
    let moved = match action {
        Action::Down => cursor + 1,
        Action::Up => cursor.saturating_sub(1),
        Action::PageDown => cursor + page,
        Action::PageUp => cursor.saturating_sub(page),
        Action::HalfDown => cursor + half,
        Action::HalfUp => cursor.saturating_sub(half),
        Action::Top => 0,
        Action::Bottom => length,
        _ => return None,
    };
    Some(moved.min(length.saturating_sub(1)))
}

/// The first entry to show, so that `cursor` is on the screen and as little moves as can be.
pub(super) fn follow(top: usize, cursor: usize, height: usize, length: usize) -> usize {
    let top = top.clamp((cursor + 1).saturating_sub(height.max(1)), cursor);
    top.min(length.saturating_sub(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_the_screen_stays_where_it_is() {
        let mut scroll = Scroll {
            top: 10,
            height: 20,
            length: 100,
        };
        scroll.show(&(14..20));
        assert_eq!(scroll.top, 10);
        scroll.show(&(28..35));
        assert_eq!(scroll.top, 26);
        scroll.show(&(0..3));
        assert_eq!(scroll.top, 0);
        scroll.show(&(98..100));
        assert_eq!(scroll.top, 80);
    }

    #[test]
    fn the_list_follows_its_cursor() {
        assert_eq!(follow(0, 5, 10, 100), 0);
        assert_eq!(follow(0, 12, 10, 100), 3);
        assert_eq!(follow(50, 12, 10, 100), 12);
        assert_eq!(follow(5, 5, 10, 8), 0);
    }
}
