//! What the sample articles tell together.

use std::sync::Arc;

use parallax::coverage::{Coverage, Row, cover};

use crate::sample;

const SAMPLES: [&str; 5] = ["000", "001", "002", "003", "004"];

fn covered(numbers: [&str; 5]) -> Coverage {
    cover(numbers.map(|number| Arc::new(sample(number))).to_vec())
}

#[test]
fn who_attends_is_one_topic_of_four_articles() {
    together(&[
        ("000", "The list of those expected to be in the room"),
        ("003", "as well as the leaders of Britain, France"),
        ("004", "are all expected to attend the talks"),
    ]);
}

#[test]
fn what_witkoff_said_of_article_5_is_one_topic() {
    together(&[
        ("001", "Article 5-like language"),
        ("002", "NATO’s collective defense principle"),
        ("004", "offering Article 5–like guarantees"),
    ]);
}

#[test]
fn the_demand_for_withdrawal_is_one_topic() {
    together(&[
        (
            "003",
            "a full Ukrainian withdrawal from all four contested regions",
        ),
        (
            "004",
            "Ukraine withdraw its forces from Donetsk and Luhansk",
        ),
    ]);
}

#[test]
fn the_post_is_one_topic_and_cut_in_one() {
    let row = together(&[
        ("000", "\"can end the war with Russia"),
        ("003", "“President Zelenskyy of Ukraine can end the war"),
    ]);
    let cut = |article: usize| {
        row.cells[&article]
            .said
            .as_ref()
            .is_some_and(|said| said.cut)
    };
    assert!(cut(0) && !cut(3));
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let given = told(SAMPLES);
    assert_eq!(told(["004", "002", "000", "003", "001"]), given);
    assert_eq!(told(["003", "004", "001", "000", "002"]), given);
}

/// What a story's articles quote alike, tell in other words and call by different names, each by article and place.
fn found(numbers: [&str; 5]) -> [Vec<Vec<String>>; 3] {
    let coverage = covered(numbers);
    let place = |article: usize, place: String| format!("{} {place}", numbers[article]);
    let sorted = |mut all: Vec<Vec<String>>| {
        for one in &mut all {
            one.sort();
        }
        all.sort();
        all
    };
    let echoes = coverage.echoes.iter().map(|echo| {
        let members = echo.members.iter();
        let each = members.map(|one| place(one.article, format!("{:?} {:?}", one.span, one.kind)));
        each.collect()
    });
    let paraphrases = coverage.paraphrases.iter().map(|one| {
        let told = one.told.iter().map(|told| told.place).chain([one.quoted]);
        told.map(|one| place(one.article, one.quote.to_string()))
            .collect()
    });
    let choices = coverage.choices.iter().map(|choice| {
        let wordings = choice.wordings.iter();
        wordings
            .map(|one| place(one.article, format!("{:?}", one.span)))
            .collect()
    });
    [
        sorted(echoes.collect()),
        sorted(paraphrases.collect()),
        sorted(choices.collect()),
    ]
}

#[test]
fn nor_does_it_matter_to_what_is_found_among_them() {
    let given = found(SAMPLES);
    assert!(given.iter().all(|all| !all.is_empty()));
    assert_eq!(found(["004", "002", "000", "003", "001"]), given);
    assert_eq!(found(["003", "004", "001", "000", "002"]), given);
}

/// The rows, with articles by name.
fn told(numbers: [&str; 5]) -> Vec<String> {
    let coverage = covered(numbers);
    let rows = coverage.rows.iter().map(|row| {
        let mut cells: Vec<String> = row
            .cells
            .iter()
            .map(|(&article, cell)| {
                let nearest = cell.nearest.map_or("-", |one| numbers[one]);
                format!("{} {:?} {nearest}", numbers[article], cell.sentences)
            })
            .collect();
        cells.sort();
        format!("{} {} {cells:?}", row.label, row.place)
    });
    rows.collect()
}

#[test]
fn every_sentence_stands_in_one_row() {
    let coverage = covered(SAMPLES);
    for (article, reading) in coverage.readings.iter().enumerate() {
        let cells = coverage
            .rows
            .iter()
            .filter_map(|row| row.cells.get(&article));
        let mut sentences: Vec<usize> = cells.flat_map(|cell| cell.sentences.clone()).collect();
        sentences.sort_unstable();
        assert_eq!(sentences, (0..reading.sentences.len()).collect::<Vec<_>>());
    }
}

/// Expects sentences of some articles in one row, and gives it.
#[track_caller]
fn together(expected: &[(&str, &str)]) -> Row {
    let coverage = covered(SAMPLES);
    let rows: Vec<usize> = expected
        .iter()
        .map(|&(number, words)| {
            let article = SAMPLES.iter().position(|one| *one == number).unwrap();
            let reading = &coverage.readings[article];
            let sentence = reading
                .sentences
                .iter()
                .position(|sentence| sentence.span.of(&reading.article.text).contains(words));
            coverage.row_of(article, sentence.unwrap()).unwrap()
        })
        .collect();
    assert!(rows.windows(2).all(|two| two[0] == two[1]), "{rows:?}");
    coverage.rows[rows[0]].clone()
}
