use super::*;
use crate::alignment::align_all;
use crate::article::{Article, Label};
use crate::echo::{echoes, paraphrases};
use crate::speaker::cast;
use crate::story::{NEAREST, grouped};

#[test]
fn the_strongest_kind_and_the_number_of_quotes_stand_in_a_cell() {
    check(
        &[
            "“We will not sell the harbour,” Jane Doe said. “It is ours,” she said. Jane Doe said that it was late.",
            "Jane Doe said that the harbour was not for sale.",
            "It rained.",
        ],
        &["Jane Doe: d3 i1 -", "  0 1>"],
    );
}

#[test]
fn a_piece_is_a_cut_of_its_article() {
    check(
        &[
            "“We will not sell the old harbour to anybody, and that is the end of it,” Jane Doe said.",
            "Jane Doe said the town would “not sell the old harbour to anybody.”",
        ],
        &["Jane Doe: d1 m1c", "  0 1~"],
    );
}

#[test]
fn the_same_words_of_somebody_else_stand_under_both() {
    check(
        &[
            "Jane Doe promised “robust security guarantees.” “It is late,” Jane Doe said.",
            "John Roe promised “robust security guarantees.”",
            "Jane Doe promised “robust security guarantees.”",
        ],
        &[
            "Jane Doe: d2 - d1",
            "  0 1!John Roe 2=",
            "John Roe: - d1 -",
            "  1 0!Jane Doe 2!Jane Doe",
        ],
    );
}

#[test]
fn what_several_say_together_stands_under_each() {
    check(
        &["“We will not sell the old harbour,” Jane Doe and John Roe said in a joint statement."],
        &["Jane Doe: d1", "John Roe: d1"],
    );
}

#[test]
fn sources_without_a_name_share_a_row() {
    check(
        &[
            "“It is late now,” Jane Doe said.\n\n“It is over and done,” a senior official said.\n\n“Nobody asked us,” a harbour worker said.",
        ],
        &["Jane Doe: d1", "unnamed: d2"],
    );
}

#[test]
fn unnamed_sources_have_a_cell_in_each_article_that_quotes_one() {
    check(
        &[
            "“It is over and done,” a senior official said.\n\n“Nobody asked us,” a harbour worker said.",
            "It rained.",
            "“It was late,” a senior official said.",
        ],
        &["unnamed: d2 - d1"],
    );
}

#[test]
fn what_is_told_in_other_words_stands_below_the_speaker() {
    let told = "Jane Doe said that the town would never sell its old harbour to investors.";
    check(
        &[
            "“We will never sell the old harbour to investors,” Jane Doe said.",
            told,
            "It rained.",
            told,
        ],
        &["Jane Doe: d1 i1 - i1", "  0 1> 3>"],
    );
}

/// Expects a line for each row and for each of its echoes.
#[track_caller]
fn check(texts: &[&str], expected: &[&str]) {
    let lead = "The council met for the first time since the long summer break this week.\n";
    let readings: Vec<Reading> = texts
        .iter()
        .map(|text| Reading::new(Article::plain(format!("{lead}{text}"), Label::default())))
        .collect();
    let readings: Vec<&Reading> = readings.iter().collect();
    let cast = cast(&readings);
    let echoes = echoes(&readings, &cast);
    let pairs = grouped(&readings, NEAREST).neighbours;
    let alignments = align_all(&readings, &cast, pairs);
    let paraphrases = paraphrases(&readings, &cast, &echoes, &alignments);
    let mut shown = Vec::new();
    for row in table(&readings, &cast, &echoes, &paraphrases).rows {
        let name = match row.who {
            Who::Speaker(number) => cast.speakers[number].name.as_str(),
            Who::Unnamed => "unnamed",
            Who::Nobody => "nobody",
        };
        let articles = 0..readings.len();
        let cells: Vec<String> = articles
            .map(|article| cell(row.cells.get(&article)))
            .collect();
        shown.push(format!("{name}: {}", cells.join(" ")));
        for relation in row.echoes {
            let others = relation.others.iter().map(|other| {
                let names = cast.listed(other.speakers.iter().copied());
                let sign = other.how.sign();
                format!(" {}{sign}{}", other.article, names.unwrap_or_default())
            });
            shown.push(format!(
                "  {}{}",
                relation.article,
                others.collect::<String>()
            ));
        }
    }
    assert_eq!(shown, expected);
}

fn cell(cell: Option<&Cell>) -> String {
    let Some(cell) = cell else {
        return "-".to_owned();
    };
    let kind = match cell.kind {
        QuoteKind::Direct => "d",
        QuoteKind::Mixed => "m",
        QuoteKind::Indirect => "i",
    };
    let cuts = if cell.cuts { "c" } else { "" };
    format!("{kind}{}{cuts}", cell.quotes.len())
}
