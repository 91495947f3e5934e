/// A key press, as the key table names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A letter, a digit, a mark, the space bar.
    Char(char),
    /// A letter together with ctrl.
    Ctrl(char),
    /// The return key.
    Enter,
    /// The escape key.
    Escape,
    /// The tabulator, which most terminals can't tell from ctrl-i.
    Tab,
    /// The key that erases to the left.
    Backspace,
    /// The key that erases to the right.
    Delete,
    /// An arrow.
    Up,
    /// An arrow.
    Down,
    /// An arrow.
    Left,
    /// An arrow.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the beginning.
    Home,
    /// To the end.
    End,
}

impl Key {
    /// The key that is called `name` in the key table; `None` when no key is.
    pub fn named(name: &str) -> Option<Key> {
        Some(match name {
            "space" => Key::Char(' '),
            "enter" => Key::Enter,
            "esc" => Key::Escape,
            "tab" => Key::Tab,
            "backspace" => Key::Backspace,
            "delete" => Key::Delete,
            "up" => Key::Up,
            "down" => Key::Down,
            "left" => Key::Left,
            "right" => Key::Right,
            "pgup" => Key::PageUp,
            "pgdn" => Key::PageDown,
            "home" => Key::Home,
            "end" => Key::End,
            _ => {
                let (ctrl, letter) = match name.strip_prefix("ctrl-") {
                    Some(letter) => (true, letter),
                    None => (false, name),
                };
                let mut letters = letter.chars();
                let (letter, None) = (letters.next()?, letters.next()) else {
                    return None;
                };
                if ctrl {
                    Key::Ctrl(letter)
                } else {
                    Key::Char(letter)
                }
            }
        })
    }
}
