//! Painting. Nothing here decides.

mod canvas;
mod columns;
mod coverage;
mod differences;
mod library;
mod lines;
mod made;
mod matrix;
mod narrowing;
mod overlay;
mod quotes;
mod search;
mod text;
mod versions;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::layout::{LEAST, frame};
use super::overlay::Overlay;
use super::state::{Screen, State};
use super::theme::Theme;
use crate::page::{Role, Roles};
use canvas::Canvas;

/// Paints `state` over all of `buffer`, and says where the terminal's cursor belongs while something is typed.
pub fn draw(state: &State, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let mut canvas = Canvas::new(buffer, theme);
    let whole = canvas.whole();
    let Some(frame) = frame(state.size) else {
        let least = format!("needs {} x {}", LEAST.width, LEAST.height);
        let here = format!("has {} x {}", state.size.width, state.size.height);
        for (line, words) in ["window too small for parallax", &least, &here]
            .into_iter()
            .enumerate()
        {
            canvas.put(whole, line, 0, words, Roles::NONE);
        }
        return None;
    };
    let mut cursor = None;
    match state.screens.last() {
        None => library::draw(&mut canvas, state, frame),
        Some(Screen::Reader(reader)) => text::draw_reader(&mut canvas, state, reader, frame),
        Some(Screen::Compare(compare)) => text::draw_compare(&mut canvas, state, compare, frame),
        Some(Screen::Quotes(quotes)) => quotes::draw_all(&mut canvas, state, quotes, frame),
        Some(Screen::Versions(versions)) => versions::draw(&mut canvas, state, versions, frame),
        Some(Screen::Matrix(matrix)) => matrix::draw(&mut canvas, state, matrix, frame),
        Some(Screen::Coverage(cover)) => coverage::draw(&mut canvas, cover, frame),
        Some(Screen::Search(found)) => cursor = Some(search::draw(&mut canvas, found, frame)),
        Some(Screen::Made(made)) => made::draw(&mut canvas, made, frame),
    }
    let corner = if state.storing > 0 {
        "saving… "
    } else {
        "? help "
    };
    if cursor.is_none() {
        canvas.put_right(frame.header, 0, corner, Role::Dim);
    }
    match &state.overlay {
        Some(Overlay::Help(help)) => Some(overlay::draw_help(&mut canvas, help, frame.body)),
        Some(Overlay::Picker(picker)) => {
            Some(overlay::draw_picker(&mut canvas, state, picker, frame.body))
        }
        Some(Overlay::Owner(picker)) => {
            Some(overlay::draw_owner_picker(&mut canvas, picker, frame.body))
        }
        Some(Overlay::Filters(choices)) => {
            Some(overlay::draw_filters(&mut canvas, choices, frame.body))
        }
        _ => lines::draw_bottom(&mut canvas, state, frame.hints).or(cursor),
    }
}
