//! One integration binary. `layers` guards the architecture, `library` keeps articles and marks through whatever happens, `any_text` and `articles` read texts, `compare` holds what stands side by
//! side in the samples, `conflicts` what they disagree on, `coverage` what they tell together, `echoes` what is quoted alike,
//! `fetch` is what the web makes of the program and the program of the web, with a `server` of its own,
//! `paraphrases` what is told in other words and `samples` who says what there, `commands` drives the program, `readme` reads the README,
//! `formats` what is read of pages, feeds and Markdown, `paraphrases` what is told in other words and `samples` who says what there, `commands` drives the program, `readme` reads the README,
//! `screens` is what a reader sees, `terminal` what the program does to a terminal.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod any_text;
mod articles;
mod commands;
mod compare;
mod conflicts;
mod coverage;
mod echoes;
mod fetch;
mod formats;
mod layers;
mod library;
mod paraphrases;
mod readme;
mod samples;
mod screens;
mod server;
mod terminal;

/// The sample article whose file name begins with `number`, read.
fn sample(number: &str) -> parallax::reading::Reading {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let path = files
        .find(|path| {
            path.file_name()
                .unwrap()
                .to_str()
                .unwrap()
                .starts_with(number)
        })
        .unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    parallax::reading::Reading::new(parallax::article::Article::plain(
        text,
        parallax::article::Label::default(),
    ))
}
