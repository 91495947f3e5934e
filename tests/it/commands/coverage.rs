//! What several articles tell, as it is printed.

use serde_json::Value;

use super::json::{at, check_keys};
use super::{folder, form, run};

const ONE: &str = "The harbour stays\n\nIt rained | hard.\n\nThe mayor of Springfield refused on Monday to sell the old harbour to Acme. “We will never sell it to anybody,” Mayor Jane Doe said.\n";
const TWO: &str = "No sale\n\nOn Monday the mayor of Springfield refused to sell the old harbour to Acme.\n\n=cmd() was painted on a wall.\n";

fn both() -> tempfile::TempDir {
    folder(&[("one.txt", ONE.as_bytes()), ("two.txt", TWO.as_bytes())])
}

fn printed(arguments: &[&str]) -> String {
    let folder = both();
    let arguments = [&["coverage"], arguments, &["one.txt", "two.txt"]].concat();
    let run = run(folder.path(), &arguments, b"");
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    run.out
}

#[test]
fn text_is_a_table_and_what_each_article_tells() {
    let text = printed(&[]);
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
    assert_eq!(head, ["TOPIC", "one", "two", "FLAGS"]);
    assert!(text.contains("only one"), "{text}");
    assert!(
        text.contains("  two  On Monday the mayor of Springfield"),
        "{text}"
    );
}

/// Two articles that ascribe one quote; the second perhaps to another too.
fn ascribed(second: &str) -> [String; 2] {
    let quote = "“We will never sell the old harbour to a foreign company,”";
    let one = format!("{quote} Mayor Jane Doe said on Monday.\n");
    let folder = folder(&[
        ("one.txt", one.as_bytes()),
        ("two.txt", second.replace("QUOTE", quote).as_bytes()),
    ]);
    ["text", "json"].map(|format| {
        let arguments = ["coverage", "--format", format, "one.txt", "two.txt"];
        run(folder.path(), &arguments, b"").out
    })
}

#[test]
fn who_says_the_same_words_is_told_where_two_articles_differ() {
    let [text, json] = ascribed("QUOTE Governor John Roe said on Monday.\n");
    assert!(
        text.contains("  SPEAKER one: Jane Doe; two: John Roe"),
        "{text}"
    );
    let form: Value = serde_json::from_str(&json).unwrap();
    let quote = form["topics"][0]["ascribed"][0].as_array().unwrap();
    let name = |id: &Value| {
        let mut speakers = form["speakers"].as_array().unwrap().iter();
        speakers.find(|one| one["id"] == *id).unwrap()["name"].clone()
    };
    let names: Vec<Value> = quote.iter().map(|one| name(&one["speakers"][0])).collect();
    assert_eq!(names, ["Jane Doe", "John Roe"]);
    let [text, _] = ascribed("QUOTE Mayor Jane Doe said on Monday.\n");
    assert!(!text.contains("SPEAKER"), "{text}");
}

#[test]
fn what_never_ends_is_cut_to_a_line() {
    let endless = ONE.replace("It rained | hard.", &"a".repeat(9_000));
    let folder = folder(&[("one.txt", endless.as_bytes()), ("two.txt", TWO.as_bytes())]);
    let run = run(folder.path(), &["coverage", "one.txt", "two.txt"], b"");
    let lines: Vec<&str> = run.out.lines().collect();
    let heading = format!("{}…  (only one)", "a".repeat(87));
    assert!(lines.contains(&heading.as_str()), "{}", run.out);
    let mut of_it = lines.iter().filter(|line| line.contains("aaa"));
    assert!(of_it.all(|line| line.chars().count() <= 100), "{}", run.out);
}

#[test]
fn json_has_topics_with_cells_and_flags() {
    let folder = both();
    let arguments = ["coverage", "--format", "json", "one.txt", "two.txt"];
    let form = form(&run(folder.path(), &arguments, b""));
    check_keys(&form, "articles speakers topics version");
    assert_eq!(form["version"], 1);
    assert_eq!(form["articles"][1]["path"], "two.txt");
    let topic = &form["topics"][0];
    check_keys(
        topic,
        "ascribed cells choices conflicts flags label omissions place",
    );
    let cell = &topic["cells"][0];
    check_keys(cell, "article quotes sentences strongest words");
    assert_eq!(cell["article"], 0);
    assert!(at(ONE, &cell["sentences"][0]).starts_with("The mayor of Springfield"));
    assert!(at(TWO, &topic["cells"][1]["sentences"][0]).starts_with("On Monday"));
    let alone = form["topics"].as_array().unwrap().last().unwrap();
    check_keys(&alone["flags"][0], "article disagreement flag");
    assert_eq!(alone["flags"][0]["flag"], "only");
    let cells = form["topics"].as_array().unwrap().iter();
    let cells = cells.flat_map(|topic| topic["cells"].as_array().unwrap());
    let said: Vec<&Value> = cells.map(|cell| &cell["strongest"]).collect();
    let said: Vec<&&Value> = said.iter().filter(|said| !said.is_null()).collect();
    check_keys(said[0], "cut kind speakers");
    assert_eq!(said[0]["kind"], "direct");
    assert_eq!(said[0]["speakers"][0], form["speakers"][0]["id"]);
}

#[test]
fn csv_is_quoted_and_holds_no_formula() {
    let table = printed(&["--format", "csv"]);
    assert!(table.starts_with("topic,flags,one words,one quote,two words,two quote\n"));
    assert!(table.contains("\n'=cmd()"), "{table}");
    assert!(
        table.lines().all(|line| line.split(',').count() >= 6),
        "{table}"
    );
}

#[test]
fn markdown_is_a_table_whose_cells_stand() {
    let table = printed(&["--format", "md"]);
    let rows: Vec<&str> = table.lines().take_while(|line| !line.is_empty()).collect();
    assert_eq!(
        rows[..2],
        ["| Topic | one | two | Flags |", "| --- | --- | --- | --- |"]
    );
    assert!(
        rows.iter().any(|row| row.contains("It rained \\| hard.")),
        "{table}"
    );
    let bars = |row: &str| row.replace("\\|", "").matches('|').count();
    assert!(rows.iter().all(|row| bars(row) == 5), "{table}");
}

#[test]
fn two_to_twenty_articles_are_taken() {
    let folder = both();
    let alone = run(folder.path(), &["coverage", "one.txt"], b"");
    assert_eq!((alone.code, alone.out.as_str()), (2, ""));
    assert_eq!(
        alone.err,
        "parallax: coverage takes 2 to 20 articles; here is one\n"
    );
    let many = [&["coverage"][..], &["one.txt"; 21]].concat();
    let many = run(folder.path(), &many, b"");
    assert_eq!(
        many.err,
        "parallax: coverage takes 2 to 20 articles; here are 21\n"
    );
    let missing = run(
        folder.path(),
        &["coverage", "one.txt", "two.txt", "no.txt"],
        b"",
    );
    assert_eq!(missing.code, 2);
    assert!(missing.out.contains("TOPIC") && missing.err.contains("no such file"));
}
