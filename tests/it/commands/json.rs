//! The JSON contract.

use serde_json::Value;

use super::{LEFT, RIGHT, folder, form, run, two};

/// What a `{"start", "end"}` of the JSON stands for.
pub(super) fn at<'a>(text: &'a str, span: &Value) -> &'a str {
    let byte = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
    &text[byte("start")..byte("end")]
}

#[test]
fn quotes_point_into_the_text() {
    let folder = two();
    let run = run(
        folder.path(),
        &["quotes", "--format", "jsonl", "left.txt", "right.txt"],
        b"",
    );
    assert_eq!(run.code, 0);
    let lines: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["version"], 1);
    assert_eq!(lines[0]["article"]["path"], "left.txt");
    assert_eq!(
        lines[0]["article"]["title"],
        "Mayor refuses to sell town hall"
    );
    assert_eq!(lines[0]["article"]["outlet"], Value::Null);
    let quotes = lines[0]["quotes"].as_array().unwrap();
    let quote = quotes
        .iter()
        .find(|quote| quote["kind"] == "direct")
        .unwrap();
    assert_eq!(
        at(LEFT, &quote["quoted"][0]).trim_end_matches(','),
        "We will not sell"
    );
    assert_eq!(
        at(LEFT, &quote["mention"]),
        quote["mention"]["text"].as_str().unwrap()
    );
    assert_eq!(at(LEFT, &quote["cue"]), "said");
    for quote in quotes {
        let parts = quote["parts"].as_array().unwrap().iter();
        let text: Vec<&str> = parts.map(|part| at(LEFT, part)).collect();
        assert_eq!(text.join(" "), quote["text"].as_str().unwrap());
    }
}

#[test]
fn quotes_of_a_story_share_their_speakers() {
    let folder = two();
    let run = run(
        folder.path(),
        &[
            "quotes",
            "--story",
            "--format",
            "json",
            "left.txt",
            "right.txt",
        ],
        b"",
    );
    let told = form(&run);
    assert_eq!(told["version"], 1);
    assert_eq!(told["articles"].as_array().unwrap().len(), 2);
    let left = &told["articles"][0];
    let doe = left["speakers"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["name"] == "Jane Doe")
        .unwrap();
    let hers = left["quotes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|quote| quote["speaker"] == doe["id"])
        .unwrap();
    assert_eq!(at(LEFT, &hers["quoted"][0]), "We will not sell,");
    for article in told["articles"].as_array().unwrap() {
        for quote in article["quotes"].as_array().unwrap() {
            let known = article["speakers"]
                .as_array()
                .unwrap()
                .iter()
                .any(|one| one["id"] == quote["speaker"]);
            assert!(known || quote["speaker"].is_null());
        }
    }
}

const WHOLE: &str =
    "It rained.\n\n“We will never sell the old harbour to anybody,” Mayor Jane Doe said.\n";
const CUT: &str = "It snowed.\n\nThe mayor, Jane Doe, said she would “never sell the old harbour.” “It is cold,” said John \
                   Roe.\n";

#[test]
fn quotes_of_a_story_have_echoes() {
    let folder = folder(&[("cut.txt", CUT.as_bytes()), ("whole.txt", WHOLE.as_bytes())]);
    let asked = |more: &[&str]| {
        let arguments = [&["quotes", "--story", "--format", "json", "."], more].concat();
        form(&run(folder.path(), &arguments, b""))
    };
    let told = asked(&[]);
    check_keys(&told, "articles echoes version");
    let echoes = told["echoes"].as_array().unwrap();
    assert_eq!(echoes.len(), 1);
    let echo = &echoes[0];
    check_keys(echo, "cuts fullest kind quotes");
    assert_eq!(
        (&echo["kind"], &echo["fullest"]),
        (&"cut".into(), &1.into())
    );
    let quotes = echo["quotes"].as_array().unwrap();
    for (quote, (text, expected)) in quotes.iter().zip([
        (CUT, "never sell the old harbour."),
        (WHOLE, "We will never sell the old harbour to anybody,"),
    ]) {
        check_keys(quote, "article differing kind quote recased span");
        assert_eq!(at(text, &quote["span"]), expected);
        let article = usize::try_from(quote["article"].as_u64().unwrap()).unwrap();
        let all = told["articles"][article]["quotes"].as_array().unwrap();
        let of = all.iter().find(|one| one["id"] == quote["quote"]).unwrap();
        assert!(of["quoted"].as_array().unwrap().contains(&quote["span"]));
    }
    let cut = &echo["cuts"][0];
    check_keys(cut, "article missing");
    let missing = cut["missing"].as_array().unwrap().iter();
    let missing: Vec<&str> = missing.map(|span| at(WHOLE, span)).collect();
    assert_eq!(missing, ["We will", "to anybody"]);
    assert_eq!(asked(&["--speaker", "roe"])["echoes"], Value::Array(vec![]));
    assert_eq!(asked(&["--speaker", "doe"])["echoes"], told["echoes"]);
}

#[test]
fn what_tells_a_quote_in_other_words_is_among_the_echoes() {
    let quoted = "It rained.\n\n“Wait and see,” John Roe said.\n\nIt stopped.\n\n“We will never sell the old harbour to \
                  investors,” Mayor Jane Doe said.\n";
    let told = "It snowed.\n\nMayor Jane Doe said that the town would not sell its old harbour to any investors.\n";
    let folder = folder(&[("a.txt", told.as_bytes()), ("b.txt", quoted.as_bytes())]);
    let asked = |arguments: &[&str]| form(&run(folder.path(), arguments, b""));
    let story = ["quotes", "--story", "--format", "json", "."];
    let echoes = &asked(&story)["echoes"];
    let expected = serde_json::json!([{
        "kind": "paraphrase",
        "quotes": [{"article": 1, "quote": 1}, {"article": 0, "quote": 0}],
    }]);
    assert_eq!(*echoes, expected);
    let of = |name: &str| asked(&[&story[..], &["--speaker", name]].concat());
    assert_eq!(of("roe")["echoes"], Value::Array(vec![]));
    assert_eq!(of("doe")["echoes"], expected);
    let compare = asked(&["compare", "--format", "json", "a.txt", "b.txt"]);
    let found = &compare["paraphrases"][0];
    assert_eq!(
        found["quoted"],
        serde_json::json!({"side": "b", "quote": 1})
    );
    check_keys(&found["told"][0], "quote score side");
    assert_eq!(found["told"][0]["side"], "a");
}

#[test]
fn a_speaker_can_be_asked_for() {
    let folder = folder(&[("cut.txt", CUT.as_bytes()), ("whole.txt", WHOLE.as_bytes())]);
    let asked = |name: &str, format: &str| {
        let arguments = [
            "quotes",
            "--exit-code",
            "--speaker",
            name,
            "--format",
            format,
            ".",
        ];
        run(folder.path(), &arguments, b"")
    };
    let roe = asked("Roe", "json");
    assert_eq!(roe.code, 1);
    let told = form(&roe);
    assert_eq!(told["articles"][1]["quotes"], Value::Array(vec![]));
    let quotes = told["articles"][0]["quotes"].as_array().unwrap();
    assert_eq!(quotes.len(), 1);
    assert_eq!(at(CUT, &quotes[0]["quoted"][0]), "It is cold,");
    // The number stays that of the quote among all of the article.
    assert_ne!(quotes[0]["id"], 0);
    let text = asked("jane", "text");
    assert_eq!(text.code, 1);
    assert!(text.out.contains("sell the old harbour") && !text.out.contains("cold"));
    let nobody = asked("Macron", "text");
    assert_eq!((nobody.code, nobody.out.as_str()), (0, ""));
    assert_eq!(nobody.err, "parallax: nobody named Macron is quoted\n");
}

#[test]
fn align_points_into_both_texts() {
    let folder = two();
    let run = run(
        folder.path(),
        &[
            "align",
            "--format",
            "json",
            "--all-links",
            "left.txt",
            "right.txt",
        ],
        b"",
    );
    assert_eq!(run.code, 0);
    let told = form(&run);
    assert_eq!(told["version"], 1);
    assert_eq!(told["a"]["path"], "left.txt");
    assert!(told["threshold"].is_number());
    let strongest = told["links"]
        .as_array()
        .unwrap()
        .iter()
        .max_by(|one, other| {
            one["score"]
                .as_f64()
                .unwrap()
                .total_cmp(&other["score"].as_f64().unwrap())
        })
        .unwrap();
    assert!(at(LEFT, &strongest["a"]).starts_with("The mayor of Springfield"));
    assert!(at(RIGHT, &strongest["b"]).starts_with("On Monday the mayor"));
    let passage = &told["passages"][0];
    assert!(at(LEFT, &passage["a"][0]).starts_with("The mayor of Springfield"));
    assert!(passage["topic"].is_string());
    let alone = told["only_b"].as_array().unwrap();
    assert!(
        alone
            .iter()
            .any(|span| at(RIGHT, span) == "The buyers were surprised.")
    );
}

#[test]
fn what_is_told_twice_stands_in_a_passage_again() {
    let told = "The mayor of Springfield sold the old harbour to Acme on Monday.";
    let twice = format!("{told}\n\nRain fell all night.\n\n{told}\n");
    let folder = folder(&[
        ("once.txt", told.as_bytes()),
        ("twice.txt", twice.as_bytes()),
    ]);
    let run = run(
        folder.path(),
        &["align", "--format", "json", "once.txt", "twice.txt"],
        b"",
    );
    let form = form(&run);
    let passages = form["passages"].as_array().unwrap();
    let again: Vec<&Value> = passages.iter().map(|one| &one["again"]).collect();
    assert_eq!(again, [false, true]);
    assert_ne!(passages[0]["b"], passages[1]["b"]);
    assert_eq!(form["only_a"], Value::Array(Vec::new()));
    let alone = form["only_b"].as_array().unwrap();
    assert_eq!(alone.len(), 1);
    assert_eq!(at(&twice, &alone[0]), "Rain fell all night.");
}

#[test]
fn without_all_links_the_weak_ones_are_left_out() {
    let folder = two();
    let run = run(
        folder.path(),
        &["align", "--format", "json", "left.txt", "right.txt"],
        b"",
    );
    let told = form(&run);
    let threshold = told["threshold"].as_f64().unwrap();
    let links = told["links"].as_array().unwrap();
    assert!(!links.is_empty());
    assert!(
        links
            .iter()
            .all(|link| link["score"].as_f64().unwrap() >= threshold)
    );
}

#[test]
fn compare_puts_each_sentence_in_one_row() {
    let folder = two();
    let run = run(
        folder.path(),
        &["compare", "--format", "json", "left.txt", "right.txt"],
        b"",
    );
    let told = form(&run);
    assert_eq!(told["version"], 1);
    let rows = told["rows"].as_array().unwrap();
    let sentences = |side: &str| -> usize {
        rows.iter()
            .map(|row| row[side].as_array().unwrap().len())
            .sum()
    };
    assert_eq!((sentences("a"), sentences("b")), (2, 2));
    let both = rows.iter().find(|row| row["kind"] == "both").unwrap();
    let only = both["difference"]["only_b"].as_array().unwrap();
    assert!(
        only.iter()
            .any(|span| at(RIGHT, span).contains("5 million"))
    );
}

/// The README tells these; a program that reads them counts on each.
#[test]
fn the_forms_have_the_fields_that_are_promised() {
    let folder = two();
    let asked = |arguments: &[&str]| form(&run(folder.path(), arguments, b""));
    let list = asked(&["list", "--format", "json", "left.txt"]);
    check_keys(&list, "articles version");
    check_keys(&list["articles"][0], "article quotes sentences words");
    let quotes = asked(&["quotes", "--format", "jsonl", "left.txt"]);
    check_keys(&quotes, "article quotes speakers version");
    check_keys(&quotes["article"], "date outlet path title");
    check_keys(
        &quotes["quotes"][0],
        "channel confidence cue id joint kind mention parts quoted reason speaker text",
    );
    let align = asked(&["align", "--format", "json", "left.txt", "right.txt"]);
    check_keys(&align, "a b links only_a only_b passages threshold version");
    check_keys(&align["links"][0], "a b score");
    check_keys(&align["passages"][0], "a again b score topic");
    let compare = asked(&["compare", "--format", "json", "left.txt", "right.txt"]);
    check_keys(
        &compare,
        "a b choices conflicts omissions paraphrases quotes_a quotes_b rows speakers version",
    );
    check_keys(
        &compare["rows"][0],
        "a b difference id kind pointers score topic",
    );
    check_keys(
        &compare["rows"][0]["difference"],
        "limited moved_a moved_b nearness only_a only_b shared_a shared_b",
    );
}

#[track_caller]
pub(super) fn check_keys(form: &Value, expected: &str) {
    let keys: Vec<&str> = form
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(keys.join(" "), expected);
}

#[test]
fn joint_speakers_and_channels_are_told() {
    let article = "The council met for the first time since the long summer break on Monday.\n\
        “It is over,” Jane Doe and John Roe said in an interview with CNN.\n\
        “It goes on,” said Ann Poe.\n";
    let folder = folder(&[("a.txt", article.as_bytes())]);
    let asked = |arguments: &[&str]| run(folder.path(), arguments, b"");
    let told = form(&asked(&["quotes", "--format", "jsonl", "a.txt"]));
    let quote = &told["quotes"][0];
    let name = |id: &Value| {
        let speakers = told["speakers"].as_array().unwrap();
        let speaker = speakers.iter().find(|one| one["id"] == *id);
        speaker.unwrap()["name"].as_str().unwrap().to_owned()
    };
    assert_eq!(name(&quote["speaker"]), "Jane Doe");
    assert_eq!(name(&quote["joint"][0]), "John Roe");
    assert_eq!(quote["channel"]["text"], "CNN");
    assert_eq!(at(article, &quote["channel"]), "CNN");
    assert_eq!(told["quotes"][1]["joint"], Value::Array(vec![]));
    assert!(told["quotes"][1]["channel"].is_null());
    // Whoever asks for one of them gets what they said together.
    let roe = asked(&["quotes", "--speaker", "roe", "a.txt"]).out;
    assert!(
        roe.contains("with Jane Doe: “It is over,” (via CNN)"),
        "{roe}"
    );
    let in_order = asked(&["quotes", "--in-order", "a.txt"]).out;
    assert!(in_order.contains("Jane Doe and John Roe"), "{in_order}");
}
