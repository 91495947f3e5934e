//! A painted screen as characters, and the roles of its cells as letters.

use parallax::page::Role;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;

pub(super) fn lines(buffer: &Buffer, each: impl Fn(&Cell) -> String) -> String {
    let mut lines = String::new();
    for row in buffer.content.chunks(usize::from(buffer.area.width)) {
        let line: String = row.iter().map(&each).collect();
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

/// The text with runs of the same line said in one.
pub(super) fn squeezed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let runs = lines.chunk_by(|one, next| one == next);
    let said = runs.map(|run| match run {
        [line, _, _, ..] => format!("{line}\n({} more)\n", run.len() - 1),
        _ => run.join("\n") + "\n",
    });
    said.collect::<Vec<_>>().concat()
}

/// The letter of a cell's strongest role.
pub(super) fn letter(cell: &Cell) -> char {
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
        Role::Recased => 'r',
        Role::Missing => '-',
        Role::Left => 'a',
        Role::Right => 'b',
        Role::Differing => 'x',
        Role::Conflict => 'C',
        Role::Found => 'f',
        Role::Lit => 'l',
        Role::Key => 'k',
        Role::Warning => '!',
        Role::Cursor => '>',
    }
}
