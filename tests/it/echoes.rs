//! What the sample articles quote alike, and what holds for any text.

use parallax::article::{Article, Label};
use parallax::echo::{Echo, EchoKind, Laid, Member, QuotePlace, Rank, Standing, echoes, versions};
use parallax::reading::Reading;
use parallax::speaker::{Cast, cast};
use parallax::text::Span;
use proptest::prelude::*;

use crate::sample;

/// Samples, read together.
struct Story {
    readings: Vec<Reading>,
    cast: Cast,
    echoes: Vec<Echo>,
}

impl Story {
    fn new(names: &[&str]) -> Story {
        let readings: Vec<Reading> = names.iter().map(|name| sample(name)).collect();
        let lent: Vec<&Reading> = readings.iter().collect();
        let cast = cast(&lent);
        let echoes = echoes(&lent, &cast);
        Story {
            readings,
            cast,
            echoes,
        }
    }

    fn text(&self, article: usize) -> &str {
        &self.readings[article].article.text
    }

    fn words(&self, member: &Member) -> &str {
        member.span.of(self.text(member.article))
    }

    fn all(&self, article: usize, spans: &[Span]) -> Vec<&str> {
        let text = self.text(article);
        spans.iter().map(|span| span.of(text)).collect()
    }

    /// The one echo with a member that begins so.
    fn with(&self, begins: &str) -> &Echo {
        let found = self.all_with(begins);
        assert_eq!(found.len(), 1, "{begins}");
        found[0]
    }

    fn all_with(&self, begins: &str) -> Vec<&Echo> {
        let has = |echo: &&Echo| {
            let mut members = echo.members.iter();
            members.any(|member| self.words(member).starts_with(begins))
        };
        self.echoes.iter().filter(has).collect()
    }

    fn speaker(&self, member: &Member) -> String {
        let names = self.cast.listed(member.speakers.iter().copied());
        names.unwrap_or_else(|| "nobody".to_owned())
    }
}

const ALL: [&str; 5] = ["000", "001", "002", "003", "004"];

#[test]
fn a_post_and_its_pieces_are_one_echo() {
    let story = Story::new(&ALL);
    let echo = story.with("can end the war");
    let shown = echo.members.iter().map(|member| {
        let begins: Vec<&str> = story.words(member).split(' ').take(3).collect();
        (
            member.article,
            begins.join(" "),
            member.kind,
            member.recased,
        )
    });
    let expected = [
        (0, "can end the", EchoKind::Cut, false),
        (0, "Remember how it", EchoKind::Cut, false),
        (0, "no getting back", EchoKind::Cut, true),
        (3, "President Zelenskyy of", EchoKind::Same, false),
    ];
    let expected = expected.map(|(at, begins, kind, recased)| (at, begins.into(), kind, recased));
    assert_eq!(shown.collect::<Vec<_>>(), expected);
    assert_eq!((echo.kind, echo.fullest), (EchoKind::Cut, 3));
    for member in &echo.members {
        assert_eq!(story.speaker(member), "Donald Trump");
    }
    assert_eq!(
        story.all(3, echo.cut(0)),
        [
            "President Zelenskyy of Ukraine",
            "Some things never change!!!"
        ]
    );
    let post = &echo.members[3];
    let seen = echo.counterparts(post.place());
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].standing, Standing::Shorter(8));
    assert!(seen[0].recased && !seen[0].otherwise);
}

#[test]
fn the_same_words_go_to_two_speakers() {
    let story = Story::new(&ALL);
    let echo = story.with("robust security guarantees");
    assert_eq!(echo.kind, EchoKind::OtherSpeaker);
    let speakers: Vec<String> = echo.members.iter().map(|one| story.speaker(one)).collect();
    assert_eq!(
        speakers,
        ["Steve Witkoff", "Donald Trump and Vladimir Putin"]
    );
    let seen = echo.counterparts(echo.members[0].place());
    assert!(seen[0].otherwise && seen[0].standing == Standing::Same);
}

#[test]
fn words_that_mean_the_same_are_no_echo() {
    let story = Story::new(&ALL);
    assert!(story.all_with("not being thankful enough").is_empty());
    assert!(story.all_with("ungrateful").is_empty());
}

#[test]
fn an_article_repeats_what_it_quotes() {
    let story = Story::new(&["000"]);
    let echo = story.with("that is why reliable security guarantees");
    let [lead, body] = &echo.members[..] else {
        unreachable!("the lead and the body quote it");
    };
    assert!(lead.recased && lead.differing.is_empty());
    assert_eq!(
        story.all(0, &lead.shared),
        ["That is why reliable security guarantees are required."]
    );
    assert!(story.words(body).starts_with("That is precisely why"));
}

#[test]
fn an_altered_quote_shows_which_words_are_its_own() {
    let story = Story::new(&ALL);
    let echo = story.with("handed over to Russia");
    let [altered, post] = &echo.members[..] else {
        unreachable!("only the post has words of it");
    };
    assert_eq!(altered.kind, EchoKind::Altered);
    assert_eq!(story.all(0, &altered.differing), ["handed over to Russia"]);
    assert_eq!(
        story.all(3, &altered.shared),
        ["without a shot being fired!"]
    );
    assert!(
        story
            .words(post)
            .starts_with("President Zelenskyy of Ukraine")
    );
}

#[test]
fn nothing_else_of_the_samples_is_an_echo() {
    let story = Story::new(&ALL);
    let shown: Vec<Vec<&str>> = story
        .echoes
        .iter()
        .map(|echo| echo.members.iter().map(|one| story.words(one)).collect())
        .collect();
    assert_eq!(story.echoes.len(), 4, "{shown:#?}");
}

/// Texts of few words, so that quotes meet.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "we will",
        "We",
        "never",
        "sell",
        "the old",
        "harbours",
        "HARBOUR",
        "Zelenskyy",
        "Zelensky",
        "said",
        "Jane Doe",
        ",",
        ".",
        "é",
        "漢",
        "12",
        "twelve",
        "U.S.",
        "\n\n",
        "!",
        "“we will never sell the old harbour,” Jane Doe said.",
        "“never sell the old harbour,” John Roe said.",
        "“We,” John Roe said, “will never sell the old harbour.”",
    ]);
    prop::collection::vec(piece, 0..50).prop_map(|pieces| pieces.join(" "))
}

fn read(text: String) -> Reading {
    Reading::new(Article::plain(text, Label::default()))
}

/// The members of each echo by text and place, in an order that does not depend on that of the articles.
fn places(readings: &[&Reading], numbers: [usize; 3]) -> Vec<Vec<String>> {
    let found = echoes(readings, &cast(readings)).into_iter().map(|echo| {
        let text = &readings[echo.members[echo.fullest].article].article.text;
        let members = echo.members.iter().map(|member| {
            let missing = echo.cut(member.article).iter();
            let missing: Vec<&str> = missing.map(|span| span.of(text)).collect();
            let own = (member.span, &member.differing, missing);
            format!("{} {own:?}", numbers[member.article])
        });
        let mut members: Vec<String> = members.collect();
        members.sort_unstable();
        members
    });
    let mut found: Vec<Vec<String>> = found.collect();
    found.sort_unstable();
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn spans_lie_in_the_texts(one in text(), other in text()) {
        let readings = [read(one), read(other)];
        let lent = [&readings[0], &readings[1]];
        for echo in echoes(&lent, &cast(&lent)) {
            let text = |article: usize| lent[article].article.text.as_str();
            let fullest = &echo.members[echo.fullest];
            for member in &echo.members {
                let quote = &lent[member.article].quotes[member.quote];
                prop_assert_eq!(quote.quoted[member.run], member.span);
                for span in &member.differing {
                    prop_assert!(member.span.contains(*span));
                    prop_assert!(text(member.article).get(span.range()).is_some());
                }
                for span in member.shared.iter().chain(echo.cut(member.article)) {
                    prop_assert!(fullest.span.contains(*span));
                    prop_assert!(text(fullest.article).get(span.range()).is_some());
                }
                echo.counterparts(member.place());
            }
        }
    }

    #[test]
    fn versions_lie_in_the_texts(one in text(), other in text()) {
        let readings = [read(one), read(other)];
        let lent = [&readings[0], &readings[1]];
        let echoes = echoes(&lent, &cast(&lent));
        for (article, reading) in readings.iter().enumerate() {
            for quote in 0..reading.quotes.len() {
                for version in versions(&echoes, &lent, QuotePlace { article, quote }) {
                    for segment in &version.segments {
                        let missing = segment.laid == Laid::Missing;
                        let text = if missing { version.fullest_in } else { version.article };
                        let words = lent[text].article.text.get(segment.span.range());
                        prop_assert!(words.is_some_and(|words| !words.trim().is_empty()));
                        prop_assert!(missing || segment.piece.is_some());
                    }
                    prop_assert!(version.rank != Rank::Fullest || version.segments.len() == 1);
                }
            }
        }
    }

    #[test]
    fn the_order_of_articles_does_not_matter(a in text(), b in text(), c in text()) {
        let [a, b, c] = [read(a), read(b), read(c)];
        let expected = places(&[&a, &b, &c], [0, 1, 2]);
        prop_assert_eq!(&places(&[&c, &a, &b], [2, 0, 1]), &expected);
        prop_assert_eq!(&places(&[&b, &a, &c], [1, 0, 2]), &expected);
    }
}
