use super::canvas::{Canvas, width};
use crate::page::Role;
use crate::screen::layout::Area;
use crate::screen::narrowing::{Narrowing, Sort};

/// Says what words are looked for and how many things there are of which sort; as far as there is room, the sort that is
/// shown always.
pub(super) fn draw_counts<S: Sort>(canvas: &mut Canvas<'_>, list: &Narrowing<S>, area: Area) {
    let mut column = 1;
    if !list.words.is_empty() {
        let words = format!("like “{}”", list.words);
        column = canvas.put_short(area, 0, column, area.width / 3, &words, Role::Key) + 2;
    }
    let total: usize = list.counts.iter().map(|(_, count)| count).sum();
    let counts = list.counts.iter();
    let counts = counts.map(|(sort, count)| (Some(*sort), format!("{} {count}", sort.name())));
    let mut parts = vec![(None, format!("all {total}"))];
    parts.extend(counts);
    let at = parts.iter().position(|(sort, _)| *sort == list.only);
    let at = at.unwrap_or_default();
    let wide = |parts: &[(Option<S>, String)]| -> usize {
        parts.iter().map(|(_, words)| width(words) + 2).sum()
    };
    let is_cut = |first: &usize| {
        let upto = parts.get(*first..=at).unwrap_or_default();
        column + wide(upto) > area.width
    };
    let first = (0..at).find(|first| !is_cut(first)).unwrap_or(at);
    for (sort, words) in parts.iter().skip(first) {
        if column + width(words) >= area.width {
            return;
        }
        let role = if *sort == list.only {
            Role::Key
        } else {
            Role::Dim
        };
        column = canvas.put(area, 0, column, words, role) + 2;
    }
}
