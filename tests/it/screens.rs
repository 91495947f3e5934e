//! What a reader sees and what keys do: characters, and below them a mask with a letter for the role of each cell.

#![expect(
    clippy::needless_raw_string_hashes,
    reason = "expect-test writes them so"
)]

mod citing;
mod compare;
mod corrections;
mod deciding;
mod gathered;
mod library;
mod overlays;
mod quotes;
mod reader;
mod sifting;
mod small;

use std::path::PathBuf;
use std::sync::Arc;

use parallax::comparison::compare;
use parallax::echo::echoes;
use parallax::page::Role;
use parallax::reading::Reading;
use parallax::screen::theme::Theme;
use parallax::screen::{Effect, Entry, Key, Message, Size, State, draw, update};
use parallax::speaker::cast;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

const WIDE: (usize, usize) = (120, 40);
const USUAL: (usize, usize) = (80, 24);
const SMALL: (usize, usize) = (60, 20);

/// The reader as it runs, with work that is done at once and by hand.
struct Reader {
    state: State,
    size: Size,
    /// What was asked for and is left to the shell.
    asked: Vec<Effect>,
    /// Comparisons that were asked for, when they are not answered at once.
    held: Option<Vec<Effect>>,
    /// Whether analysis is done in earnest, instead of answered by hand.
    earnest: bool,
}

impl Reader {
    /// The library of both small articles and a file that can't be read.
    fn new((width, height): (usize, usize)) -> Reader {
        let mut reader = Reader::waiting((width, height), false);
        reader.send(Message::Read(0, Ok(small::left())));
        reader.send(Message::Read(1, Ok(small::right())));
        reader.send(Message::Read(2, Err("empty: nothing to read".to_owned())));
        reader
    }

    /// The same before anything is read.
    fn waiting((width, height): (usize, usize), open_pair: bool) -> Reader {
        let entry = |name: &str| Entry {
            name: name.to_owned(),
            path: Some(PathBuf::from("news").join(name)),
        };
        let entries = ["post.txt", "star.txt", "empty.txt"].map(entry);
        let size = Size { width, height };
        let (state, effects) = State::new(entries.to_vec(), size, open_pair);
        assert_eq!(effects, [0, 1, 2].map(Effect::Read));
        Reader {
            state,
            size,
            asked: Vec::new(),
            held: None,
            earnest: false,
        }
    }

    /// The library of these articles, which are still to be read.
    fn of(articles: usize, (width, height): (usize, usize)) -> Reader {
        let entry = |number: usize| Entry {
            name: format!("{number}.txt"),
            path: Some(PathBuf::from(format!("{number}.txt"))),
        };
        let size = Size { width, height };
        let (state, _) = State::new((0..articles).map(entry).collect(), size, false);
        Reader {
            state,
            size,
            asked: Vec::new(),
            held: None,
            earnest: true,
        }
    }

    /// The comparison of both.
    fn comparing(size: (usize, usize)) -> Reader {
        let mut reader = Reader::new(size);
        reader.press("space j enter");
        reader
    }

    fn send(&mut self, message: Message) {
        for effect in update(&mut self.state, message) {
            match (&effect, &mut self.held) {
                (Effect::Compare(..) | Effect::Correct(..), Some(held)) => held.push(effect),
                (Effect::Correct(ticket, found, corrections), None) => {
                    let reading = corrections.applied(found);
                    let cast = Arc::new(cast(&[&reading]));
                    self.send(Message::Corrected(*ticket, reading, cast));
                }
                (Effect::Compare(ticket, readings), None) if self.earnest => {
                    let comparison = Arc::new(compare(readings.clone()));
                    self.send(Message::Compared(*ticket, comparison));
                }
                (Effect::Gather(ticket, readings), _) if self.earnest => {
                    let readings: Vec<&Reading> = readings.iter().map(Arc::as_ref).collect();
                    let cast = cast(&readings);
                    let echoes = echoes(&readings, &cast);
                    self.send(Message::Gathered(*ticket, Arc::new(cast), echoes));
                }
                (Effect::Compare(ticket, _), None) => {
                    let comparison = Arc::new(small::comparison());
                    self.send(Message::Compared(*ticket, comparison));
                }
                (Effect::Gather(ticket, readings), _) => {
                    let readings: Vec<&Reading> = readings.iter().map(Arc::as_ref).collect();
                    let cast = Arc::new(small::cast_of(&readings));
                    self.send(Message::Gathered(*ticket, cast, Vec::new()));
                }
                (Effect::Relate(ticket, _, others), _) => {
                    let scores = others.iter().map(|(item, _)| (*item, 0.35));
                    self.send(Message::Related(*ticket, scores.collect()));
                }
                _ => self.asked.push(effect),
            }
        }
    }

    /// Presses keys, called as the key table calls them.
    fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.send(Message::Key(Key::named(key).unwrap()));
        }
    }

    fn resize(&mut self, (width, height): (usize, usize)) {
        self.size = Size { width, height };
        self.send(Message::Resized(self.size));
    }

    fn painted(&self) -> Buffer {
        let cells = |number: usize| u16::try_from(number).unwrap();
        let area = Rect::new(0, 0, cells(self.size.width), cells(self.size.height));
        let mut buffer = Buffer::empty(area);
        draw(&self.state, &Theme::ROLES, &mut buffer);
        buffer
    }

    /// The characters on the screen.
    fn text(&self) -> String {
        lines(&self.painted(), |cell| cell.symbol().to_owned())
    }

    /// The characters, and the mask of roles.
    fn shown(&self) -> String {
        let buffer = self.painted();
        let roles = lines(&buffer, |cell| letter(cell).to_string());
        let text = squeezed(&self.text());
        format!("{text}{:-<20}\n{}", "", squeezed(&roles))
    }

    /// The line of the screen on which `words` stand.
    #[track_caller]
    fn line_of(&self, words: &str) -> usize {
        let text = lines(&self.painted(), |cell| cell.symbol().to_owned());
        let found = text.lines().position(|line| line.contains(words));
        assert!(found.is_some(), "{words:?} is not in\n{text}");
        found.unwrap()
    }

    #[track_caller]
    fn shows(&self, words: &str) {
        self.line_of(words);
    }

    #[track_caller]
    fn shows_not(&self, words: &str) {
        let text = self.text();
        assert!(!text.contains(words), "{words:?} is in\n{text}");
    }
}

fn lines(buffer: &Buffer, each: impl Fn(&Cell) -> String) -> String {
    let mut lines = String::new();
    for row in buffer.content.chunks(usize::from(buffer.area.width)) {
        let line: String = row.iter().map(&each).collect();
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

/// The text with runs of the same line said in one.
fn squeezed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let runs = lines.chunk_by(|one, next| one == next);
    let said = runs.map(|run| match run {
        [line, _, _, ..] => format!("{line}\n({} more)\n", run.len() - 1),
        _ => run.join("\n") + "\n",
    });
    said.collect::<Vec<_>>().concat()
}

/// The letter of a cell's strongest role.
fn letter(cell: &Cell) -> char {
    let Color::Indexed(number) = cell.fg else {
        return ' ';
    };
    match Role::ALL[usize::from(number)] {
        Role::Rule => '.',
        Role::Dim => 'd',
        Role::Headline => 'h',
        Role::Subhead => 's',
        Role::Name => 'n',
        Role::Quote => 'q',
        Role::Clause => 'c',
        Role::Shared => '=',
        Role::Left => 'a',
        Role::Right => 'b',
        Role::Differing => 'x',
        Role::Found => 'f',
        Role::Lit => 'l',
        Role::Key => 'k',
        Role::Warning => '!',
        Role::Cursor => '>',
    }
}
