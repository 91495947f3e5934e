//! What a reader sees and what keys do: characters, and below them a mask with a letter for the role of each cell.

#![expect(
    clippy::needless_raw_string_hashes,
    reason = "expect-test writes them so"
)]

mod citing;
mod compare;
mod corrections;
mod coverage;
mod covering;
mod deciding;
mod describing;
mod differing;
mod fetching;
mod gathered;
mod keeping;
mod library;
mod linking;
mod made;
mod marking;
mod matrix;
mod overlays;
mod painted;
mod quotes;
mod reader;
mod renewed;
mod saved;
mod search;
mod sifting;
mod small;
mod stored;
mod stories;
mod versions;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use parallax::article::{Article, Label};
use parallax::comparison::Comparison;
use parallax::matrix::table;
use parallax::query::{Hit, MOST_HITS, Query, Searched, look};
use parallax::reading::Reading;
use parallax::screen::theme::Theme;
use parallax::screen::{
    Digest, Effect, Entry, Key, Message, Size, State, Stored, draw, update, work_out,
};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use painted::{letter, lines, squeezed};

const WIDE: (usize, usize) = (120, 40);
const USUAL: (usize, usize) = (80, 24);
const SMALL: (usize, usize) = (60, 20);

/// The reader as it runs, with work that is done at once and by hand.
struct Reader {
    state: State,
    size: Size,
    /// What was asked for and is left to the shell.
    asked: Vec<Effect>,
    /// What was asked of several articles, when it is not answered at once.
    held: Option<Vec<Effect>>,
    /// Whether analysis is done in earnest, instead of answered by hand.
    earnest: bool,
    /// What two articles compare to, when that is answered by hand.
    compared: fn() -> Comparison,
    /// What was read, by the numbers of the items: what searches look through.
    read: BTreeMap<usize, Digest>,
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
            compared: small::comparison,
            read: BTreeMap::new(),
        }
    }

    /// The library of the store.
    fn of_store((width, height): (usize, usize), stored: Vec<Stored>) -> Reader {
        let size = Size { width, height };
        let (state, asked) = State::of_store(stored, size);
        Reader {
            state,
            size,
            asked,
            held: None,
            earnest: true,
            read: BTreeMap::new(),
            compared: small::comparison,
        }
    }

    /// A library of these articles, each of an outlet, which are understood as well as parallax can.
    fn library((width, height): (usize, usize), articles: &[(&str, &str)]) -> Reader {
        let mut reader = Reader::unread((width, height), articles.len());
        for (number, (outlet, text)) in articles.iter().enumerate() {
            reader.send(Message::Read(number, Ok(digest(outlet, text))));
        }
        reader
    }

    /// The same before any is read.
    fn unread((width, height): (usize, usize), articles: usize) -> Reader {
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
            compared: small::comparison,
            read: BTreeMap::new(),
        }
    }

    /// The library of the sample articles.
    fn samples(size: (usize, usize)) -> Reader {
        let numbers = ["000", "001", "002", "003", "004"];
        let texts = numbers.map(|number| crate::sample(number).article.text);
        let articles: Vec<(&str, &str)> = numbers
            .into_iter()
            .zip(texts.iter().map(String::as_str))
            .collect();
        Reader::library(size, &articles)
    }

    /// Moves the cursor down to the line that has `words`.
    #[track_caller]
    fn down_to(&mut self, words: &str) {
        for _ in 0..100 {
            if self.here().contains(words) {
                return;
            }
            self.press("j");
        }
        assert!(
            self.here().contains(words),
            "no {words:?} below\n{}",
            self.text()
        );
    }

    /// The line that the cursor is on; empty where there is none.
    fn here(&self) -> String {
        let text = self.text();
        let here = text.lines().find(|line| line.starts_with('▌'));
        here.unwrap_or_default().to_owned()
    }

    /// The comparison of both.
    fn comparing(size: (usize, usize)) -> Reader {
        let mut reader = Reader::new(size);
        reader.press("space j enter");
        reader
    }

    fn send(&mut self, message: Message) {
        if let Message::Read(item, Ok(digest)) = &message {
            self.read.insert(*item, digest.clone());
        }
        for effect in update(&mut self.state, message) {
            match (&effect, &mut self.held) {
                (
                    Effect::Compare(..)
                    | Effect::Correct(..)
                    | Effect::Gather(..)
                    | Effect::Paraphrase { .. }
                    | Effect::Cover(..)
                    | Effect::Search(..),
                    Some(held),
                ) => {
                    held.push(effect);
                }
                (Effect::Compare(ticket, ..), None) if !self.earnest => {
                    let comparison = Arc::new((self.compared)());
                    self.send(Message::Compared(*ticket, comparison));
                }
                (Effect::Gather(ticket, readings), None) if !self.earnest => {
                    let readings: Vec<&Reading> = readings.iter().map(Arc::as_ref).collect();
                    let cast = small::cast_of(&readings);
                    let table = table(&readings, &cast, &[], &[]);
                    self.send(Message::Gathered {
                        ticket: *ticket,
                        cast: Arc::new(cast),
                        echoes: Vec::new(),
                        table,
                        neighbours: Vec::new(),
                    });
                }
                (Effect::Paraphrase { .. }, None) if !self.earnest => {}
                (Effect::Keep(_) | Effect::SaveFilter(_) | Effect::DropFilter(_), None) => {
                    self.asked.push(effect);
                    self.send(Message::Kept);
                }
                (Effect::Search(ticket, query), None) => {
                    let found = self.found(query);
                    self.send(Message::Found(*ticket, found));
                }
                (Effect::Relate(ticket, _, others), _) => {
                    let scores = others.iter().map(|(item, _)| (*item, 0.35));
                    self.send(Message::Related(*ticket, scores.collect()));
                }
                _ => match work_out(&effect) {
                    Some(answer) => self.send(answer),
                    None => self.asked.push(effect),
                },
            }
        }
    }

    /// What a search finds in what was read.
    fn found(&self, query: &Query) -> Vec<(usize, Hit)> {
        let searched = |digest| {
            let Digest { reading, cast, .. }: &Digest = digest;
            Searched { reading, cast }
        };
        let read = self.read.iter();
        let read = read.map(|(item, digest)| (*item, searched(digest)));
        look(query, read, MOST_HITS)
    }

    /// Types a line, letter by letter.
    fn type_in(&mut self, line: &str) {
        for letter in line.chars() {
            self.send(Message::Key(Key::Char(letter)));
        }
    }

    /// Answers what is asked for in earnest.
    #[track_caller]
    fn answer(&mut self, asked: &Effect) {
        self.send(work_out(asked).unwrap());
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

    /// The same without what stands below the list.
    fn list_shown(&self) -> String {
        let buffer = self.painted();
        let list = |each: fn(&Cell) -> String| {
            let all = lines(&buffer, each);
            let rule = all.lines().position(|line| line.starts_with(['─', '.']));
            let list: Vec<&str> = all.lines().take(rule.unwrap_or(usize::MAX)).collect();
            squeezed(&list.join("\n"))
        };
        let text = list(|cell| cell.symbol().to_owned());
        format!(
            "{text}{:-<20}\n{}",
            "",
            list(|cell| letter(cell).to_string())
        )
    }

    /// The characters that have a role, by the letter of the mask.
    fn with(&self, role: char) -> String {
        let buffer = self.painted();
        let cells = buffer.content.iter();
        let cells = cells.filter(|&cell| letter(cell) == role);
        cells.map(Cell::symbol).collect()
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

fn digest(outlet: &str, text: &str) -> Digest {
    let label = Label {
        outlet: Some(outlet.to_owned()),
        ..Label::default()
    };
    Digest::new(Article::plain(text.to_owned(), label))
}
