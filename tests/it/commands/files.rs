//! Where articles come from.

use parallax::shell::files::{Cause, Source, load, set_outlet};

use serde_json::Value;

use super::{LEFT, RIGHT, folder, form, run, two};

#[test]
fn standard_input_is_an_article() {
    let folder = two();
    let run = run(
        folder.path(),
        &["align", "--format", "json", "-", "right.txt"],
        LEFT.as_bytes(),
    );
    let told = form(&run);
    assert_eq!(told["a"]["path"], "-");
    assert_eq!(told["a"]["title"], "Mayor refuses to sell town hall");
}

#[test]
fn one_bad_file_does_not_stop_the_rest() {
    let folder = folder(&[
        ("a.txt", LEFT.as_bytes()),
        ("b.txt", b"\x7fELF\x00\x00\x01\xff\xfe\x00"),
        ("c.txt", b"  \n"),
        ("d/e.txt", RIGHT.as_bytes()),
        (".hidden.txt", b"Hidden."),
        ("picture.png", b"none"),
    ]);
    let run = run(
        folder.path(),
        &["list", "--format", "jsonl", ".", "missing.txt"],
        b"",
    );
    assert_eq!(run.code, 2);
    assert_eq!(run.out.lines().count(), 2);
    assert!(
        run.err.contains("b.txt: it is no text but binary data"),
        "{}",
        run.err
    );
    assert!(run.err.contains("c.txt: it is empty"));
    assert!(run.err.contains("missing.txt: there is no such file"));
    assert!(
        run.err
            .contains("parallax: .: 1 hidden file, 1 other file passed over"),
        "{}",
        run.err
    );
    assert_eq!(run.err.lines().count(), 4);
}

#[test]
fn a_folder_without_articles_says_so() {
    let folder = folder(&[("picture.png", b"none")]);
    let run = run(folder.path(), &["list", "."], b"");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("no article is in this folder"));
}

#[test]
fn labels_lie_beside_the_files() {
    let folder = folder(&[
        ("a.txt", LEFT.as_bytes()),
        (
            "parallax.toml",
            b"[\"a.txt\"]\noutlet = \"The Paper\"\ndate = 2025-08-18\ntitle = \"Mine\"\n",
        ),
    ]);
    let run = run(folder.path(), &["list", "--format", "json", "."], b"");
    let article = &form(&run)["articles"][0]["article"];
    assert_eq!(article["outlet"], "The Paper");
    assert_eq!(article["date"], "2025-08-18");
    assert_eq!(article["title"], "Mine");
}

#[test]
fn a_broken_label_file_is_named_with_its_line() {
    let folder = folder(&[
        ("a.txt", LEFT.as_bytes()),
        ("parallax.toml", b"[\"a.txt\"]\noutlet = \n"),
    ]);
    let run = run(folder.path(), &["list", "."], b"");
    assert_eq!(run.code, 2);
    assert!(run.out.contains("Mayor refuses"));
    assert!(run.err.contains("parallax.toml: line 2: "), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn pipes_and_circles_are_not_followed() {
    let folder = folder(&[("a.txt", LEFT.as_bytes())]);
    let at = |name: &str| folder.path().join(name);
    std::os::unix::fs::symlink(".", at("circle")).unwrap();
    std::os::unix::fs::symlink("self.txt", at("self.txt")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", at("zero.txt")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(at("socket.txt")).unwrap();
    let listed = run(folder.path(), &["list", "--format", "jsonl", "."], b"");
    assert_eq!((listed.code, listed.out.lines().count()), (2, 1));
    assert!(
        listed.err.contains("self.txt: it can't be opened"),
        "{}",
        listed.err
    );
    let said = "parallax: .: 2 special files, 1 link to a folder passed over";
    assert!(listed.err.contains(said), "{}", listed.err);
    for name in ["zero.txt", "socket.txt"] {
        let named = run(folder.path(), &["list", name], b"");
        assert!(
            named.err.contains("it is a pipe, a socket or a device"),
            "{}",
            named.err
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_holds_no_article_is_passed_over_and_said() {
    let folder = folder(&[
        ("a.txt", LEFT.as_bytes()),
        (".draft.txt", RIGHT.as_bytes()),
        (".git/config.txt", RIGHT.as_bytes()),
        ("photo", b"\x89PNG\r\n\x1a\n\0\0"),
        ("numbers.csv", b"1,2\n"),
        ("settings.json", b"{\"a\": 1}"),
        ("sitemap.xml", b"<?xml version=\"1.0\"?><urlset></urlset>"),
        ("page.html", RIGHT.as_bytes()),
        ("page_files/frame.html", RIGHT.as_bytes()),
        ("other_files/b.txt", RIGHT.as_bytes()),
    ]);
    let at = |name: &str| folder.path().join(name);
    rustix::fs::mkfifoat(rustix::fs::CWD, at("pipe.txt"), rustix::fs::Mode::RWXU).unwrap();
    std::os::unix::fs::symlink("pipe.txt", at("link.txt")).unwrap();
    std::os::unix::fs::symlink("a.txt", at("again.txt")).unwrap();
    let run = run(folder.path(), &["list", "--format", "jsonl", "."], b"");
    let lines = run
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let paths: Vec<String> = lines
        .map(|line| line["article"]["path"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        paths,
        [
            "./a.txt",
            "./again.txt",
            "./other_files/b.txt",
            "./page.html"
        ]
    );
    assert_eq!(
        (run.code, run.err.as_str()),
        (
            0,
            "parallax: .: 2 hidden files, 1 binary file, 2 special files, 3 other files passed over\n"
        )
    );
}

#[test]
fn a_feed_is_as_many_articles_as_it_has_entries() {
    let feed = include_bytes!("../formats/feed.rss");
    let folder = folder(&[
        ("feed.xml", feed),
        (
            "parallax.toml",
            b"[\"feed.xml\"]\noutlet = \"Mine\"\ntitle = \"Not this\"\n",
        ),
    ]);
    for (arguments, input) in [
        (["list", "--format", "jsonl", "."], &b""[..]),
        (["list", "--format", "jsonl", "feed.xml"], b""),
        (["list", "--format", "jsonl", "-"], feed),
    ] {
        let run = run(folder.path(), &arguments, input);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        let lines: Vec<Value> = run
            .out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let article = &lines[1]["article"];
        assert_eq!(article["title"], "Bridge closed");
        assert_eq!(lines.len(), 3);
        let path = article["path"].as_str().unwrap();
        assert!(path.ends_with("feed.xml#2") || path == "-#2", "{path}");
        let outlet = if path == "-#2" {
            "The Springfield Gazette"
        } else {
            "Mine"
        };
        assert_eq!(article["outlet"], outlet);
    }
    let two = run(folder.path(), &["compare", "feed.xml#1", "feed.xml#2"], b"");
    assert_eq!(two.code, 0, "{}", two.err);
    let several = run(folder.path(), &["compare", "feed.xml", "feed.xml#2"], b"");
    assert!(
        several
            .err
            .contains("feed.xml: it is a feed of 3 articles; name one of them"),
        "{}",
        several.err
    );
}

#[test]
fn what_is_named_and_no_article_says_why() {
    let folder = folder(&[
        ("data.json", b"{\"a\": 1}"),
        ("report.pdf", b"%PDF-1.7\n"),
        ("app.html", b"<!doctype html><div id=app></div>"),
        ("page", include_bytes!("../formats/news.html")),
    ]);
    let files = ["list", "data.json", "report.pdf", "app.html", "page"];
    let run = run(folder.path(), &files, b"");
    assert_eq!((run.code, run.out.lines().count()), (2, 2));
    for said in [
        "data.json: it is no feed",
        "report.pdf: it is no text but binary data",
        "app.html: no article is in this page",
    ] {
        assert!(run.err.contains(said), "{}", run.err);
    }
}

#[test]
fn an_outlet_is_written_beside_the_article() {
    let folder = folder(&[
        ("a.txt", LEFT.as_bytes()),
        (
            "parallax.toml",
            b"# mine\n[\"b.txt\"]\noutlet = \"B\" # sure\n",
        ),
    ]);
    let article = folder.path().join("a.txt");
    let written = set_outlet(&article, "The \"Paper\"").unwrap();
    assert_eq!(
        std::fs::read_to_string(&written).unwrap(),
        "# mine\n[\"b.txt\"]\noutlet = \"B\" # sure\n\n[\"a.txt\"]\noutlet = 'The \"Paper\"'\n"
    );
    let article = load(&Source::File(article)).unwrap();
    assert_eq!(article.label.outlet(), "The \"Paper\"");
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        2,
        "nothing else is left there"
    );
}

#[test]
fn a_broken_label_file_counts_alike_in_all_commands() {
    let folder = folder(&[
        ("left.txt", LEFT.as_bytes()),
        ("right.txt", RIGHT.as_bytes()),
        ("parallax.toml", b"[\"left.txt\"]\noutlet = \n"),
    ]);
    for arguments in [
        &["list", "left.txt", "right.txt"][..],
        &["quotes", "--exit-code", "left.txt"],
        &["compare", "--exit-code", "left.txt", "right.txt"],
        &["align", "--exit-code", "left.txt", "right.txt"],
        &["compare", "left.txt", "missing.txt"],
    ] {
        let run = run(folder.path(), arguments, b"");
        assert_eq!(run.code, 2, "{arguments:?}");
        let complaints = run.err.matches("parallax.toml: line 2: ").count();
        assert_eq!(complaints, 1, "{arguments:?}: {}", run.err);
        assert_eq!(run.out.is_empty(), arguments.contains(&"missing.txt"));
    }
}

#[test]
fn both_articles_that_cannot_be_read_are_named() {
    let folder = two();
    let run = run(folder.path(), &["align", "one.txt", "other.txt"], b"");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert_eq!(
        run.err,
        "parallax: one.txt: there is no such file\nparallax: other.txt: there is no such file\n"
    );
}

#[test]
fn a_folder_of_several_articles_is_not_one() {
    let folder = folder(&[
        ("left.txt", LEFT.as_bytes()),
        ("one/a.txt", RIGHT.as_bytes()),
        ("two/a.txt", LEFT.as_bytes()),
        ("two/b.txt", RIGHT.as_bytes()),
    ]);
    let several = run(folder.path(), &["compare", "two", "left.txt"], b"");
    assert_eq!((several.code, several.out.as_str()), (2, ""));
    assert_eq!(
        several.err,
        "parallax: two: 2 articles are in this folder; name one of them\n"
    );
    assert_eq!(
        run(folder.path(), &["compare", "one", "left.txt"], b"").code,
        0
    );
}

#[test]
fn an_outlet_can_be_taken_back() {
    let folder = folder(&[("a.txt", LEFT.as_bytes())]);
    let article = folder.path().join("a.txt");
    set_outlet(&article, "The Paper").unwrap();
    let written = set_outlet(&article, " ").unwrap();
    assert_eq!(std::fs::read_to_string(written).unwrap(), "");
    let article = load(&Source::File(article)).unwrap();
    assert_eq!(article.label.outlet(), "a");
}

#[test]
fn a_broken_label_file_is_left_as_it_is() {
    let broken = "[\"a.txt\"\noutlet = 1\n";
    let folder = folder(&[
        ("a.txt", LEFT.as_bytes()),
        ("parallax.toml", broken.as_bytes()),
    ]);
    let complaint = set_outlet(&folder.path().join("a.txt"), "The Paper").unwrap_err();
    assert!(
        matches!(complaint.cause, Cause::Toml { line: 1, .. }),
        "{complaint}"
    );
    let kept = std::fs::read_to_string(folder.path().join("parallax.toml")).unwrap();
    assert_eq!(kept, broken);
}

#[test]
fn labels_written_at_once_are_all_kept() {
    let folder = folder(&[("a.txt", LEFT.as_bytes())]);
    std::thread::scope(|scope| {
        for number in 0..8 {
            let article = folder.path().join(format!("{number}.txt"));
            scope.spawn(move || set_outlet(&article, "The Paper").unwrap());
        }
    });
    let kept = std::fs::read_to_string(folder.path().join("parallax.toml")).unwrap();
    assert_eq!(kept.matches("The Paper").count(), 8, "{kept}");
}
