use std::io::{self, BufWriter, Stdout, Write};
use std::mem::ManuallyDrop;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{
    self, DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::screen::theme::Theme;
use crate::screen::{Size, State, draw};
use crate::shell::work::WORKER;

/// Has the wheel send arrow keys, after saving how it was; the mouse itself stays the terminal's, for selecting.
const WHEEL_AS_ARROWS: &str = "\x1b[?1007s\x1b[?1007h";
const WHEEL_AS_BEFORE: &str = "\x1b[?1007r";

/// More than one frame, so that a frame is one write.
const FRAME_BYTES: usize = 1 << 16;

/// Whether the terminal is taken over, so that it is given back only once whoever does it.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is taken over. Dropping this gives it back; so does a panic.
pub(super) struct Session {
    /// Never dropped: it would show the cursor, as giving back does, and complain on a terminal that may be gone, which
    /// panics.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<BufWriter<Stdout>>>>,
    theme: Theme,
    size: Size,
}

impl Session {
    pub(super) fn start(theme: Theme) -> io::Result<Session> {
        give_back_on_panic();
        let size = window()?;
        take().inspect_err(|_| give_back())?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, io::stdout()));
        let viewport = Viewport::Fixed(rect(size));
        // From here on dropping gives the terminal back.
        let terminal = Terminal::with_options(backend, TerminalOptions { viewport });
        let terminal = terminal.inspect_err(|_| give_back())?;
        Ok(Session {
            terminal: ManuallyDrop::new(terminal),
            theme,
            size,
        })
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    pub(super) fn draw(&mut self, state: &State) -> io::Result<()> {
        let theme = self.theme;
        self.terminal.draw(|frame| {
            if let Some(cursor) = draw(state, &theme, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }

    /// Fits to the window as it is now, and forgets what it shows.
    pub(super) fn fit(&mut self) -> io::Result<()> {
        self.size = window()?;
        self.terminal.resize(rect(self.size))
    }

    /// Forgets what the terminal shows, so that the next frame paints all of it.
    pub(super) fn repaint(&mut self) -> io::Result<()> {
        self.fit()
    }

    /// Takes the terminal over again, in the size that it has by now.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        take()?;
        self.fit()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        give_back();
    }
}

fn window() -> io::Result<Size> {
    let (width, height) = terminal::size()?;
    Ok(Size {
        width: width.into(),
        height: height.into(),
    })
}

fn rect(size: Size) -> Rect {
    let cells = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    Rect::new(0, 0, cells(size.width), cells(size.height))
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mut output = io::stdout();
    queue!(
        output,
        EnterAlternateScreen,
        DisableLineWrap,
        EnableBracketedPaste,
        Print(WHEEL_AS_ARROWS),
        Hide
    )?;
    output.flush()
}

/// Asks the terminal to put `words` into the clipboard (OSC 52); whether it does, it does not say.
pub(super) fn copy(words: &str) -> io::Result<()> {
    execute!(io::stdout(), CopyToClipboard::to_clipboard_from(words))
}

/// Gives the terminal back, if it is taken. Nothing can be done about a terminal that is gone.
pub(super) fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    // First of all: who sees the screen come back may count on the keys being back too.
    drop(disable_raw_mode());
    let mut output = io::stdout();
    let written = queue!(
        output,
        Print(WHEEL_AS_BEFORE),
        DisableBracketedPaste,
        EnableLineWrap,
        LeaveAlternateScreen,
        Show
    );
    drop(written.and_then(|()| output.flush()));
}

/// Gives the terminal back before a panic is reported. A worker's panic is not: its work is given up, and the reader
/// is told on the screen.
fn give_back_on_panic() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().name() != Some(WORKER) {
            give_back();
            report(panic);
        }
    }));
}
