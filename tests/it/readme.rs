//! The README tells the truth.

use clap::CommandFactory;
use expect_test::expect_file;
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
const SHOWN: [Place; 12] = [
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
    Place::Made,
];

/// A table for each place, and one for what several places share.
fn tables() -> String {
    let shared = |binding: &Binding| places(binding) > 2;
    let mut several: Vec<&Binding> = Vec::new();
    let mut tables = String::new();
    for place in SHOWN {
        let (common, own): (Vec<&Binding>, Vec<&Binding>) =
            place.bindings().partition(|binding| shared(binding));
        tables += &table(place.name(), &own);
        for binding in common {
            if !several.iter().any(|known| alike(known, binding)) {
                several.push(binding);
            }
        }
    }
    table("In several places", &several) + &tables + "\n"
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
