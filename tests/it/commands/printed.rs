//! Text for eyes.

use expect_test::{Expect, expect};
use unicode_width::UnicodeWidthStr;

use super::{LEFT, RIGHT, folder, run, two};

#[test]
fn compare_marks_what_differs_and_names_what_only_one_has() {
    let folder = two();
    check(
        folder.path(),
        &["compare", "--width", "100", "left.txt", "right.txt"],
        &expect![[r"
            A left                                           │ B right

            Mayor refuses to sell town hall                  │ Town hall stays, mayor says

            ── = 1 · Springfield, town hall ──
            The mayor of Springfield refused [-on Monday-]   │ {+On Monday+} the mayor of Springfield refused
            to sell the old town hall to Acme.               │ to sell the old town hall to Acme {+for $5
                                                             │ million+}.

            ── + only in B ──
                                                             │ The buyers were surprised.

            ── + only in A ──
            “We will not sell,” Mayor Jane Doe said.         │
        "]],
    );
}

#[test]
fn one_above_the_other_each_side_is_named() {
    let folder = two();
    check(
        folder.path(),
        &["compare", "--width", "40", "left.txt", "right.txt"],
        &expect![[r"
            A left
            Mayor refuses to sell town hall
            B right
            Town hall stays, mayor says

            ── = 1 · Springfield, town hall ──
            A left
            The mayor of Springfield refused [-on
            Monday-] to sell the old town hall to
            Acme.
            B right
            {+On Monday+} the mayor of Springfield
            refused to sell the old town hall to
            Acme {+for $5 million+}.

            ── + only in B ──
            The buyers were surprised.

            ── + only in A ──
            “We will not sell,” Mayor Jane Doe said.
        "]],
    );
}

/// Titles, subheads, paragraphs and what a page left over, as the reader shows them; and the words that a paraphrase
/// shares.
#[test]
fn compare_keeps_the_shape_of_the_articles() {
    let left = "Ferries stop\n\nFerries to the islands stopped on Monday.\n\nAfter weeks of delay the harbour tunnel was \
                closed by engineers, the city said.\n\nA long wait\n\nNobody knows when it will open again.\n\nToday\n";
    let right = "Boats may use the harbour tunnel again, which engineers had closed for weeks.\n\nThe weather was fine.\n";
    let folder = folder(&[
        ("left.txt", left.as_bytes()),
        ("right.txt", right.as_bytes()),
    ]);
    check(
        folder.path(),
        &["compare", "--width", "80", "left.txt", "right.txt"],
        &expect![[r"
            A left                                 │ B right

            Ferries stop                           │

            ── + only in A ──
            Ferries to the islands stopped on      │
            Monday.                                │

            ── ~ 1 · harbour tunnel, engineers ──
            After weeks of delay the [=harbour     │ Boats may use the [=harbour tunnel=]
            tunnel=] was [=closed=] by             │ again, which [=engineers=] had
            [=engineers=], the city said.          │ [=closed=] for weeks.

            ── + only in B ──
                                                   │ The weather was fine.

            ── + only in A ──
            A long wait                            │
            Nobody knows when it will open again.  │

            Today                                  │
        "]],
    );
}

/// What a page left over stands at the end of all, below what the last row has left out.
#[test]
fn what_is_left_out_is_told_once() {
    let left = "The mayor said on Monday that the city will not sell the old harbour, adding that its charter forbids such \
                deals.\n\nShare\n\nToday\n";
    let right = "The mayor made clear that the city cannot sell the old harbour, though she was ready to discuss a long \
                 lease.\n";
    let folder = folder(&[
        ("left.txt", left.as_bytes()),
        ("right.txt", right.as_bytes()),
    ]);
    check(
        folder.path(),
        &["compare", "--width", "100", "left.txt", "right.txt"],
        &expect![[r"
            A left                                           │ B right

            ── ~ 1 · city, harbour ──
            The mayor [-said on Monday-] that the city will  │ The mayor {+made clear+} that the city
            not sell the old harbour, [-adding that its      │ {+cannot+} sell the old harbour, though she was
            charter forbids such deals-].                    │ {+ready to discuss a long lease+}.
            - left out in B: adding that its charter forbids such deals
            - left out in A: though she was ready to discuss a long lease

            Share                                            │
            Today                                            │
        "]],
    );
}

#[test]
fn no_line_is_wider_than_asked_for() {
    let samples = folder(&[]);
    let seeds = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds")).unwrap();
    let mut paths: Vec<_> = seeds.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let [_, _, _, left, right] = paths.as_slice() else {
        unreachable!("there are five samples");
    };
    for width in [30_usize, 47, 48, 100, 200] {
        let asked = width.to_string();
        let paths = [left, right].map(|path| path.to_str().unwrap());
        let arguments = ["compare", "--width", &asked, paths[0], paths[1]];
        let run = run(samples.path(), &arguments, b"");
        assert!(run.out.contains("↷"));
        for line in run.out.lines() {
            assert!(line.width() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn quotes_have_marks_around_what_is_quoted_alone() {
    let text = "Mayor Jane Doe said there is \"no getting back the port.\" “We will not sell it,” she added, “to anybody.” \
                John Roe said that it rained. “It was ‘wet’,” Doe said.\n";
    let folder = folder(&[("a.txt", text.as_bytes())]);
    check(
        folder.path(),
        &["quotes", "a.txt"],
        &expect![[r#"
        a: Mayor Jane Doe said there is "no getting back the port."
          Jane Doe, Mayor (Doe)
            there is “no getting back the port.”
            “We will not sell it,” … “to anybody.”
            “It was ‘wet’,”
          John Roe
            that it rained

    "#]],
    );
    check(
        folder.path(),
        &["quotes", "--in-order", "a.txt"],
        &expect![[r#"
            a: Mayor Jane Doe said there is "no getting back the port."
              Jane Doe
                there is “no getting back the port.”
                “We will not sell it,” … “to anybody.”
              John Roe
                that it rained
              Jane Doe
                “It was ‘wet’,”

        "#]],
    );
}

#[test]
fn under_a_quote_stands_who_else_has_it() {
    let whole =
        "It rained.\n\n“We will never sell the old harbour to anybody,” Mayor Jane Doe said.\n";
    let cut = "It snowed.\n\nThe mayor, Jane Doe, said she would “never sell the old harbour.” “Wait and see,” said John \
               Roe.\n";
    let same = "It was warm.\n\n“We will never sell the old harbour to anybody,” Mayor Jane Doe said. “Wait and see,” she \
                added.\n";
    let folder = folder(&[
        ("a.txt", whole.as_bytes()),
        ("b.txt", cut.as_bytes()),
        ("c.txt", same.as_bytes()),
    ]);
    check(
        folder.path(),
        &["quotes", "--story", "."],
        &expect![[r"
            a: It rained.
            b: It snowed.
            c: It was warm.
              Jane Doe, Mayor
                [a] “We will never sell the old harbour to anybody,”
                  ~ b cut: 4 words gone: [-We will-] … [-to anybody,-]
                  = c
                [b] she would “never sell the old harbour.”
                  ~ a longer: 4 words more
                  ~ c longer: 4 words more
                [c] “We will never sell the old harbour to anybody,”
                  = a
                  ~ b cut: 4 words gone: [-We will-] … [-to anybody,-]
                [c] “Wait and see,”
                  ! b ascribes it to John Roe
              John Roe
                [b] “Wait and see,”
                  ! c ascribes it to Jane Doe

        "]],
    );
}

#[test]
fn under_a_quote_stands_who_tells_it_in_other_words() {
    let quoted = "It rained.\n\n“We will never sell the old harbour to any of the foreign investors,” Mayor Jane Doe said.\n";
    let told = "It snowed.\n\nMayor Jane Doe said that the town would not sell its old harbour to investors.\n";
    let folder = folder(&[("a.txt", told.as_bytes()), ("b.txt", quoted.as_bytes())]);
    check(
        folder.path(),
        &["quotes", "--story", "."],
        &expect![[r"
        a: It snowed.
        b: It rained.
          Jane Doe, Mayor
            [a] that the town would not sell its old harbour to investors
              < b: “We will never sell the old harbour to any of the foreign i…
            [b] “We will never sell the old harbour to any of the foreign investors,”
              > a: that the town would not sell its old harbour to investors

    "]],
    );
}

#[test]
fn names_that_differ_at_their_ends_are_told_apart() {
    let folder = folder(&[
        (
            "the-harbour-and-the-mayor-in-the-morning.txt",
            LEFT.as_bytes(),
        ),
        (
            "the-harbour-and-the-mayor-in-the-evening.txt",
            RIGHT.as_bytes(),
        ),
    ]);
    check(
        folder.path(),
        &["list", "."],
        &expect![[r"
        OUTLET                           WORDS  QUOTES  TITLE
        the-harbour-and…in-the-evening      22       1  Town hall stays, mayor says
        the-harbour-and…in-the-morning      23       1  Mayor refuses to sell town hall
    "]],
    );
}

#[track_caller]
fn check(folder: &std::path::Path, arguments: &[&str], expected: &Expect) {
    let run = run(folder, arguments, b"");
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    expected.assert_eq(&run.out);
}
