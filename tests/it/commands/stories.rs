//! Which articles are about the same event.

use expect_test::expect;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{folder, form, run};

const FIRE: &str = "A fire at the Corby paint factory killed two workers on Monday. Owner Nils Holm promised an inquiry.\n";
const BLAZE: &str = "Two workers died when the paint factory in Corby burned down. Nils Holm, who owns it, was away.\n";
const FERRY: &str = "The ferry Aurora ran aground off Tarbert with 80 passengers aboard. Captain Moira Lennox blamed the fog.\n";

fn news() -> TempDir {
    folder(&[
        ("news/aground.txt", FERRY.as_bytes()),
        ("news/blaze.txt", BLAZE.as_bytes()),
        ("news/empty.txt", b""),
        ("news/fire.txt", FIRE.as_bytes()),
    ])
}

/// One file that can't be read is told, and stops nothing.
#[test]
fn stories_are_told_with_their_articles() {
    let folder = news();
    let run = run(folder.path(), &["stories", "news"], b"");
    expect![[r"
        Story 1: Nils Holm, Corby, paint factory  2 articles
          blaze       Two workers died when the paint factory in Corby burned down.
          fire        A fire at the Corby paint factory killed two workers on Monday.

        On their own  1 article
          aground     The ferry Aurora ran aground off Tarbert with 80 passengers aboard.
    "]]
    .assert_eq(&run.out);
    assert_eq!(run.code, 2);
    assert!(
        run.err.starts_with("parallax: news/empty.txt: "),
        "{}",
        run.err
    );
}

#[test]
fn the_order_of_files_does_not_matter_to_a_story() {
    let folder = news();
    let stories = |files: &[&str]| {
        let run = run(
            folder.path(),
            &[&["stories", "--format", "json"], files].concat(),
            b"",
        );
        let mut stories: Vec<(Value, Vec<String>)> = Vec::new();
        for story in form(&run)["stories"].as_array().unwrap() {
            let articles = story["articles"].as_array().unwrap().iter();
            let mut paths: Vec<String> = articles.map(|one| one["path"].to_string()).collect();
            paths.sort();
            stories.push((story["label"].clone(), paths));
        }
        stories
    };
    let [fire, ferry, blaze] = ["news/fire.txt", "news/aground.txt", "news/blaze.txt"];
    assert_eq!(
        stories(&[fire, ferry, blaze]),
        stories(&[blaze, fire, ferry])
    );
}

#[test]
fn stories_are_a_contract() {
    let folder = news();
    let run = run(
        folder.path(),
        &["stories", "--format", "jsonl", "news"],
        b"",
    );
    let lines: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let article = |path: &str, text: &str| {
        let title = text.split_once(". ").unwrap().0;
        json!({"path": path, "title": format!("{title}."), "outlet": null, "date": null})
    };
    let [two, alone] = lines.as_slice() else {
        unreachable!("{lines:?}")
    };
    let both = [
        article("news/blaze.txt", BLAZE),
        article("news/fire.txt", FIRE),
    ];
    assert_eq!(
        (&two["version"], &two["articles"]),
        (&json!(1), &json!(both))
    );
    assert!(two["label"].as_str().unwrap().contains("Corby"));
    let ferry = [article("news/aground.txt", FERRY)];
    assert_eq!(
        *alone,
        json!({"version": 1, "label": null, "articles": ferry})
    );
}

#[test]
fn related_articles_come_the_most_alike_first() {
    let folder = news();
    let related = |more: &[&str]| {
        let asked = [&["related", "news/fire.txt", "--in", "news"], more].concat();
        run(folder.path(), &asked, b"")
    };
    let json = related(&["--format", "json"]);
    assert_eq!(json.code, 2);
    let found = form(&json);
    let found = found.as_array().unwrap();
    assert_eq!(found[0]["path"], "news/blaze.txt");
    assert!(found[0]["score"].as_f64().unwrap() > 0.3);
    assert!(found.iter().all(|one| one["path"] != "news/fire.txt"));
    let top = related(&["--top", "1"]);
    let text = top.out.lines().collect::<Vec<_>>();
    assert_eq!(text.len(), 1);
    assert!(
        text[0].contains("  news/blaze.txt  Two workers died"),
        "{text:?}"
    );
    let lines = related(&["--top", "1", "--format", "jsonl"]).out;
    assert_eq!(lines.trim_end(), found[0].to_string());
}

#[test]
fn what_is_related_to_nothing_is_an_error() {
    let folder = news();
    let run = run(folder.path(), &["related", "none.txt", "--in", "news"], b"");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert_eq!(run.err, "parallax: none.txt: there is no such file\n");
}

#[test]
fn the_samples_are_one_story() {
    let folder = folder(&[]);
    let run = run(folder.path(), &["stories", "--format", "json"], b"");
    let told = form(&run);
    let stories = told["stories"].as_array().unwrap();
    assert_eq!(stories.len(), 1);
    assert_eq!(stories[0]["articles"].as_array().unwrap().len(), 5);
    assert!(
        stories[0]["label"]
            .as_str()
            .unwrap()
            .contains("Volodymyr Zelenskyy")
    );
}
