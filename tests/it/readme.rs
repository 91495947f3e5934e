//! The README tells the truth.

use clap::CommandFactory;
use expect_test::expect_file;
use parallax::query::SYNTAX;
use parallax::screen::keymap::{Binding, Place};
use parallax::shell::command::Arguments;

const BEGIN: &str = "<!-- keys -->\n";
const END: &str = "<!-- /keys -->\n";

/// The README shows the tables that keys are looked up in. `UPDATE_EXPECT=1 cargo test readme` writes them there.
#[test]
fn the_readme_lists_all_keys() {
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (before, rest) = readme.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let expected = format!("{before}{BEGIN}{}{END}{after}", tables());
    expect_file!["../../README.md"].assert_eq(&expected);
}

const BEGIN_SYNTAX: &str = "<!-- search -->\n";
const END_SYNTAX: &str = "<!-- /search -->\n";

/// The README shows the table that searches are understood by. `UPDATE_EXPECT=1 cargo test readme` writes it there.
#[test]
fn the_readme_lists_what_can_be_searched_for() {
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (before, rest) = readme.split_once(BEGIN_SYNTAX).unwrap();
    let (_, after) = rest.split_once(END_SYNTAX).unwrap();
    let rows = SYNTAX.iter();
    let rows: Vec<String> = rows
        .map(|one| format!("| `{}` | {} |\n", one.write, one.says))
        .collect();
    let rows = rows.concat();
    let table = format!("\n| | |\n|---|---|\n{rows}\n");
    let expected = format!("{before}{BEGIN_SYNTAX}{table}{END_SYNTAX}{after}");
    expect_file!["../../README.md"].assert_eq(&expected);
}

/// Whoever reads a mark or an option finds it explained.
#[test]
fn the_readme_explains_marks_and_options() {
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    for mark in [
        "=", "~", "+", "!", "◆", "»", "↷", "↕", "d", "m", "i", "*", "?", "¶", "[-…-]", "{+…+}",
        "[=…=]", "###", "·", "CAPITALS",
    ] {
        assert!(readme.contains(&format!("`{mark}`")), "{mark}");
    }
    let command = Arguments::command();
    let options = command
        .get_subcommands()
        .flat_map(clap::Command::get_arguments);
    for option in options.filter_map(clap::Arg::get_long) {
        assert!(readme.contains(&format!("`--{option}")), "--{option}");
    }
}

/// What is shown; the keys that edit a typed line are those of any shell, and the help has them.
const SHOWN: [Place; 14] = [
    Place::Library,
    Place::Reader,
    Place::Compare,
    Place::Differences,
    Place::Tying,
    Place::Marking,
    Place::Sidebar,
    Place::Quotes,
    Place::Versions,
    Place::Matrix,
    Place::Coverage,
    Place::Search,
    Place::Filters,
    Place::Made,
];

/// A table for each place, and one for what several places share.
fn tables() -> String {
    let shared = |binding: &Binding| places(binding) > 2;
    let mut several: Vec<&Binding> = Vec::new();
    let mut tables = String::new();
    for place in SHOWN {
        let (common, own): (Vec<&Binding>, Vec<&Binding>) =
            shown(place).partition(|binding| shared(binding));
        tables += &table(place.name(), &own);
        for binding in common {
            if !several.iter().any(|known| alike(known, binding)) {
                several.push(binding);
            }
        }
    }
    table("In several places", &several) + &tables + "\n"
}

/// The keys of a place, without those that edit a typed line.
fn shown(place: Place) -> impl Iterator<Item = &'static Binding> {
    let edits = |binding: &&Binding| !Place::Typing.bindings().any(|other| alike(other, binding));
    let types = [Place::Search, Place::Filters].contains(&place);
    place
        .bindings()
        .filter(move |binding| !types || edits(binding))
}

fn places(binding: &Binding) -> usize {
    let has = |place: &&Place| place.bindings().any(|other| alike(other, binding));
    SHOWN.iter().filter(has).count()
}

fn alike(one: &Binding, other: &Binding) -> bool {
    (one.keys, one.says) == (other.keys, other.says)
}

fn table(name: &str, bindings: &[&Binding]) -> String {
    if bindings.is_empty() {
        return String::new();
    }
    let row = |binding: &&Binding| {
        let keys: Vec<String> = binding
            .keys
            .iter()
            .map(|key| format!("`{}`", key.replace('|', "\\|")))
            .collect();
        format!("| {} | {} |\n", keys.join(" "), binding.says)
    };
    let rows: String = bindings.iter().map(row).collect();
    format!("\n| {name} | |\n|---|---|\n{rows}")
}
