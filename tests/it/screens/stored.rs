//! The library of the store: many articles that are listed by what is known of them, and loaded when they are looked at.

use parallax::article::{Fingerprint, TitleOrigin};
use parallax::screen::{ArticleId, Card, Changes, Effect, Message, Stored, work_out};

use super::{Reader, USUAL, digest};

/// Too low for a preview.
const LOW: (usize, usize) = (80, 18);

fn text(number: usize) -> String {
    format!(
        "Title {number}\n\nMayor Anna Berg kept the port on Monday. “We will not sell,” she said."
    )
}

#[test]
fn the_newest_come_first_and_the_unread_are_marked() {
    let mut reader = reader(3);
    reader.shows("3 articles  2 unread");
    let lines = reader.lines_of("Title");
    assert_eq!(lines.len(), 3);
    assert!(
        lines[0].starts_with("▌ • Post") && lines[0].contains("Title 2"),
        "{lines:?}"
    );
    assert!(lines[2].starts_with("    Post"), "{lines:?}");
    let asked =
        [2, 0, 1].map(|number| Effect::Load(number, ArticleId(i64::try_from(number).unwrap())));
    assert_eq!(reader.asked, asked, "the one under the cursor first");
    reader.answer_reads();
    reader.resize(USUAL);
    reader.shows("Quoted: Anna Berg 1");
}

#[test]
fn an_article_is_loaded_when_it_is_opened_and_read_from_then_on() {
    let mut reader = reader(3);
    reader.press("enter");
    reader.shows("reading Post…");
    reader.answer_reads();
    reader.shows("kept the port");
    reader.press("q");
    reader.shows("1 unread");
}

#[test]
fn of_many_articles_only_a_few_are_held() {
    let mut reader = reader(1_200);
    for _ in 0..200 {
        reader.answer_reads();
        reader.press("j");
    }
    reader.asked.clear();
    reader.press("k");
    assert_eq!(
        reader.asked,
        [],
        "one that was just looked at is still there"
    );
    reader.press("g");
    assert_eq!(
        reader.asked,
        [Effect::Load(1_199, ArticleId(1_199))],
        "one of long ago is not"
    );
}

#[test]
fn quotes_of_many_are_shown_once_those_listed_first_are_loaded() {
    let mut reader = reader(1_200);
    reader.held = Some(Vec::new());
    reader.answer_reads();
    reader.press("Q");
    reader.shows("loading the articles listed…");
    assert_eq!(reader.asked.len(), 999);
    reader.answer_reads();
    let held = reader.held.take().unwrap();
    let [gather @ Effect::Gather(_, readings)] = &held[..] else {
        unreachable!("{}", held.len());
    };
    assert_eq!(readings.len(), 1_000);
    reader.asked.clear();
    reader.send(work_out(gather).unwrap());
    reader.shows("of 1000 articles, the first of 1200 listed");
    assert_eq!(reader.asked, [], "they are loaded once");
}

#[test]
fn what_leaves_the_list_gives_its_line_to_the_next() {
    let mut reader = reader(6);
    reader.press("/");
    reader.type_in("is:unread");
    reader.press("enter j j");
    assert!(reader.here().contains("Title 3"), "{}", reader.text());
    reader.press("r");
    assert!(reader.here().contains("Title 2"), "{}", reader.text());
    let mut changed = cards(3).split_off(2);
    changed[0].is_read = true;
    reader.send(Message::StoreChanged(Changes {
        stored: changed,
        gone: Vec::new(),
    }));
    assert!(reader.here().contains("Title 1"), "{}", reader.text());
}

#[test]
fn copies_that_are_put_away_are_read_with_the_first() {
    let mut stored = cards(4);
    for copy in [2, 3] {
        stored[copy].copy_of = Some(ArticleId(1));
    }
    let mut reader = Reader::of_store(LOW, stored.clone());
    reader.shows("3 unread");
    reader.press("R y");
    reader.shows_not("unread");
    let mut reader = Reader::of_store(LOW, stored);
    reader.press("enter");
    reader.answer_reads();
    reader.press("q");
    reader.shows_not("unread");
}

#[test]
fn what_is_gone_counts_no_more() {
    let mut reader = reader(2);
    reader.send(Message::StoreChanged(Changes {
        stored: Vec::new(),
        gone: vec![ArticleId(0), ArticleId(1)],
    }));
    reader.shows("no articles");
    reader.press("/");
    reader.shows("0 of 0");
}

#[test]
fn another_key_gives_up_what_waits() {
    let mut reader = reader(1_200);
    reader.press("Q j");
    reader.answer_reads();
    reader.shows("1200 articles");
}

#[test]
fn copies_of_one_text_stand_below_the_first() {
    let mut stored = cards(3);
    stored[2].copy_of = Some(ArticleId(0));
    stored[1].copy_of = Some(ArticleId(0));
    let mut reader = Reader::of_store(LOW, stored);
    let titles = |reader: &Reader| reader.lines_of("Title").len();
    assert_eq!(titles(&reader), 1);
    reader.shows("×3 Title 0");
    reader.press("z");
    assert_eq!(titles(&reader), 3);
    reader.shows("↳ Title 2");
    reader.press("j z");
    assert_eq!(titles(&reader), 1);
}

#[test]
fn the_list_follows_the_store() {
    let mut reader = reader(2);
    let mut fresh = cards(3);
    fresh[1].card.title = "Another title".into();
    let changes = Changes {
        stored: fresh.split_off(1),
        gone: vec![ArticleId(0)],
    };
    reader.send(Message::StoreChanged(changes));
    reader.shows("2 articles");
    reader.shows("Title 2");
    reader.shows("Another title");
    assert!(!reader.text().contains("Title 0"));
}

fn reader(articles: usize) -> Reader {
    Reader::of_store(LOW, cards(articles))
}

/// Articles of which the first was read.
fn cards(articles: usize) -> Vec<Stored> {
    let card = |number: usize| Card {
        title: format!("Title {number}").into(),
        origin: TitleOrigin::Given,
        outlet: "Post".into(),
        date: None,
        words: 15,
        quotes: Some(1),
        text: Fingerprint::of(&text(number)),
    };
    let stored = (0..articles).map(|number| Stored {
        id: ArticleId(i64::try_from(number).unwrap()),
        card: card(number),
        is_read: number == 0,
        copy_of: None,
    });
    stored.collect()
}

impl Reader {
    /// Gives every article that is asked for.
    fn answer_reads(&mut self) {
        for effect in std::mem::take(&mut self.asked) {
            if let Effect::Load(item, _) = effect {
                self.send(Message::Read(item, Ok(digest("Post", &text(item)))));
            }
        }
    }

    fn lines_of(&self, words: &str) -> Vec<String> {
        let text = self.text();
        let lines = text.lines().filter(|line| line.contains(words));
        lines.map(str::to_owned).collect()
    }
}
