//! The terminal: set up and given back, its keys and signals, and the thread that paints.

mod session;
mod signals;

use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};

use super::clock::today;
use super::files::Source;
use super::store::{Revision, Stored};
use super::work::Workers;
use crate::screen::theme::Theme;
use crate::screen::{Effect, Entry, Key, Message, Size, State, update};
use crate::text::visible;
use session::Session;

/// How many messages are answered before the screen is painted again.
const MESSAGES_A_FRAME: usize = 256;

/// How long articles that have been read wait to be shown as such, at most.
const FRAME: Duration = Duration::from_millis(16);

/// Why the reader can't run, or did not end well.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The output goes into a file or a pipe.
    #[error("the reader needs a terminal; to print, use parallax compare, quotes or list")]
    NoTerminal,
    /// An article is to come from where the keys come from.
    #[error("standard input is the terminal: pipe an article into it to read it as -")]
    NoInput,
    /// The terminal does not do what it is told.
    #[error("can't use the terminal")]
    Broken(#[from] io::Error),
    /// Something that the reader made was not stored, and there was no screen any more to say so.
    #[error("{0}")]
    Unstored(String),
}

/// What the painting thread waits for.
enum Wake {
    Message(Message),
    Signal(i32),
    Broken(io::Error),
}

/// What the reader shows first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The articles to choose from.
    Library,
    /// The first article, above the library.
    Article,
    /// The first two side by side, above the library.
    Comparison,
}

/// What the reader is opened on.
pub enum Shown {
    /// Articles outside the library.
    Sources(Vec<Source>, Opening),
    /// The library, as it was at that state.
    Library(Vec<Stored>, Revision),
}

/// Runs the reader until the reader leaves it. What the reader makes is stored in the library at `library`, whatever is
/// shown. What is `told` of that stands below the first screen.
///
/// A signal that ends programs gives the terminal back and ends this one with 128 and the signal's number.
///
/// # Errors
/// Says why when there is no terminal, or it breaks, and what could not be stored at the end; the terminal has been given
/// back then as far as it goes.
pub fn run(shown: Shown, library: Option<PathBuf>, told: &[String]) -> Result<(), Unusable> {
    if !io::stdout().is_terminal() {
        return Err(Unusable::NoTerminal);
    }
    if let Shown::Sources(sources, _) = &shown
        && sources.contains(&Source::StandardInput)
        && io::stdin().is_terminal()
    {
        return Err(Unusable::NoInput);
    }
    let (wake, woken) = mpsc::channel();
    signals::listen(&wake)?;
    let mut session = Session::start(theme())?;
    listen_to_keys(wake.clone());
    let size = session.size();
    let (sources, since, (mut state, mut effects)) = match shown {
        Shown::Library(stored, since) => (Vec::new(), Some(since), State::of_store(stored, size)),
        Shown::Sources(sources, opening) => {
            let begun = outside(&sources, opening, size);
            (sources, None, begun)
        }
    };
    effects.extend(today().map_or_else(Vec::new, |day| update(&mut state, Message::Today(day))));
    if !told.is_empty() {
        effects.extend(update(&mut state, Message::Told(told.join("; "))));
    }
    session.draw(&state)?;
    let answer = move |message| {
        // Nobody listens any more once the reader has left.
        drop(wake.send(Wake::Message(message)));
    };
    let workers = Workers::start(sources, library, since, answer);
    for effect in effects {
        drop(workers.add(effect));
    }
    let left = paint(&mut session, &mut state, &workers, &woken);
    // The terminal is given back before the last things are stored, and nobody waits before an empty screen.
    drop(session);
    let stored = finish(&workers, &woken).map_err(Unusable::Unstored);
    if let Ok(Some(signal)) = left {
        if let Err(why) = stored {
            // Where standard error is gone too, nobody is there to be told.
            let _ = writeln!(io::stderr(), "parallax: {}", visible(&why.to_string()));
        }
        signals::end(signal);
    }
    stored.and(left.map(drop))
}

/// Waits until all is stored that the reader made, and says what is not, unless a screen said it.
fn finish(workers: &Workers, woken: &Receiver<Wake>) -> Result<(), String> {
    let finished = workers.finish();
    let mut unkept = woken.try_iter().filter_map(|wake| match wake {
        Wake::Message(Message::Unkept(why)) => Some(why),
        _ => None,
    });
    match (unkept.next(), unkept.count()) {
        (None, _) => finished,
        (Some(why), 0) => Err(why),
        (Some(why), 1) => Err(format!("{why}; nor is another change")),
        (Some(why), more) => Err(format!("{why}; nor are {more} other changes")),
    }
}

fn theme() -> Theme {
    match std::env::var_os("NO_COLOR") {
        Some(set) if !set.is_empty() => Theme::PLAIN,
        _ => Theme::COLOURED,
    }
}

/// The articles of `sources`, and the work it takes to show them.
fn outside(sources: &[Source], opening: Opening, size: Size) -> (State, Vec<Effect>) {
    let entries = sources.iter().map(entry).collect();
    let open_pair = opening == Opening::Comparison;
    let (mut state, mut effects) = State::new(entries, size, open_pair);
    if opening == Opening::Article {
        effects.extend(update(&mut state, Message::Key(Key::Enter)));
    }
    (state, effects)
}

fn entry(source: &Source) -> Entry {
    let name = |path: &Path| {
        let name = path.file_name().unwrap_or(OsStr::new("?"));
        name.to_string_lossy().into_owned()
    };
    match source {
        Source::File(path) => Entry {
            name: name(path),
            path: Some(path.clone()),
        },
        Source::Entry(entry) => Entry {
            name: format!("{}#{}", name(&entry.file), entry.number),
            path: (entry.file.as_os_str() != "-").then(|| entry.file.clone()),
        },
        Source::StandardInput => Entry {
            name: "standard input".to_owned(),
            path: None,
        },
        Source::Sample(sample) => Entry {
            name: (*sample).to_owned(),
            path: None,
        },
    }
}

/// Answers what happens, and paints after it, until the reader leaves; gives the signal that ends the program, if one does.
///
/// Thousands of articles that are read one after another would keep the painting busy: all but the last wait for their
/// frame.
fn paint(
    session: &mut Session,
    state: &mut State,
    workers: &Workers,
    woken: &Receiver<Wake>,
) -> Result<Option<i32>, Unusable> {
    let mut painted = Instant::now();
    let mut due = None;
    loop {
        let first = match due {
            None => woken.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(due) => woken.recv_timeout(due),
        };
        if matches!(first, Err(RecvTimeoutError::Disconnected)) {
            return Ok(None);
        }
        let mut can_wait = first.is_ok();
        let waiting = std::iter::from_fn(|| woken.try_recv().ok());
        for wake in first.into_iter().chain(waiting.take(MESSAGES_A_FRAME)) {
            can_wait &= matches!(wake, Wake::Message(Message::Read(..)));
            if let Go::Leave(signal) = answer(wake, session, state, workers)? {
                return Ok(signal);
            }
        }
        due = FRAME
            .checked_sub(painted.elapsed())
            .filter(|left| can_wait && state.awaits_articles() && !left.is_zero());
        if due.is_none() {
            session.draw(state)?;
            painted = Instant::now();
        }
    }
}

/// Whether the reader goes on.
enum Go {
    On,
    /// Because of this signal, if one came.
    Leave(Option<i32>),
}

fn answer(
    wake: Wake,
    session: &mut Session,
    state: &mut State,
    workers: &Workers,
) -> Result<Go, Unusable> {
    let message = match wake {
        Wake::Message(message) => message,
        Wake::Signal(signal) if signals::ends(signal) => return Ok(Go::Leave(Some(signal))),
        Wake::Signal(signal) => {
            signals::answer(signal, session)?;
            Message::Resized(session.size())
        }
        Wake::Broken(error) => return Err(error.into()),
    };
    let mut unkept = Vec::new();
    for effect in update(state, message) {
        match effect {
            Effect::Quit => return Ok(Go::Leave(None)),
            Effect::Copy(words) => session::copy(&words)?,
            Effect::Repaint => session.repaint()?,
            Effect::Suspend => signals::suspend_group()?,
            effect => {
                if let Err(why) = workers.add(effect) {
                    unkept.push(Message::Unkept(why));
                }
            }
        }
    }
    for message in unkept {
        // Only words come of it.
        update(state, message);
    }
    Ok(Go::On)
}

/// Sends what is typed and pasted, from a thread of its own.
fn listen_to_keys(wake: Sender<Wake>) {
    thread::spawn(move || {
        loop {
            let heard = event::read();
            let last = heard.is_err();
            let woken = match heard {
                Ok(event) => messages(event).into_iter().map(Wake::Message).collect(),
                Err(error) => vec![Wake::Broken(error)],
            };
            for wakes in woken {
                if wake.send(wakes).is_err() {
                    return;
                }
            }
            if last {
                return;
            }
        }
    });
}

/// What an event says. Changes of the window are not among it: they come as a signal, which is heard from before the
/// window's size is first asked for.
fn messages(event: Event) -> Vec<Message> {
    match event {
        Event::Key(pressed) if pressed.kind != KeyEventKind::Release => {
            // A terminal says alt by an escape before the key, and so do quick fingers and slow lines.
            let escape = pressed.modifiers.contains(KeyModifiers::ALT);
            let keys = escape.then_some(Key::Escape).into_iter();
            let keys = keys.chain(key(pressed.code, pressed.modifiers));
            keys.map(Message::Key).collect()
        }
        Event::Paste(text) => vec![Message::Pasted(text)],
        _ => Vec::new(),
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
    Some(match code {
        KeyCode::Char(letter) if modifiers.contains(KeyModifiers::CONTROL) => {
            Key::Ctrl(letter.to_ascii_lowercase())
        }
        KeyCode::Char(letter) => Key::Char(letter),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Tab => Key::Tab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return None,
    })
}
