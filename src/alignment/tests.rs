use super::*;
use crate::article::{Article, Label};
use crate::reading::Reading;
use crate::speaker::cast;
use crate::text::{Side, Span, mark};

fn linked(readings: Pair<&Reading>) -> Alignment {
    let cast = cast(&[readings.left, readings.right]);
    align(&Couple::new(readings, Pair::new(0, 1), &cast))
}

fn read(text: &str) -> Reading {
    Reading::new(Article::plain(text.to_owned(), Label::default()))
}

/// The passages, the strongest first, as the words of both sides and the topic.
fn passages(left: &str, right: &str) -> Vec<[String; 3]> {
    let readings = Pair::new(read(left), read(right));
    let alignment = linked(readings.as_ref());
    let passages = alignment.passages.into_iter().map(|passage| {
        let [one, other] = Side::BOTH.map(|side| {
            let reading = readings.get(side);
            let sentences = &reading.sentences[passage.sentences.get(side).clone()];
            let span = Span::covering(sentences.iter().map(|sentence| sentence.span));
            span.unwrap_or_default()
                .of(&reading.article.text)
                .to_owned()
        });
        [one, other, passage.topic]
    });
    passages.collect()
}

#[test]
fn sentences_on_one_matter_stand_together_though_their_order_differs() {
    let found = passages(
        "The mayor refused to sell the harbour. Rain fell all night. Police held two dockers.",
        "Two dockers are held by police. A choir sang. The harbour is not for sale, the mayor said.",
    );
    let mut pairs: Vec<[&str; 2]> = found
        .iter()
        .map(|[left, right, _]| [left.as_str(), right])
        .collect();
    pairs.sort_unstable();
    assert_eq!(
        pairs,
        [
            [
                "Police held two dockers.",
                "Two dockers are held by police."
            ],
            [
                "The mayor refused to sell the harbour.",
                "The harbour is not for sale, the mayor said."
            ],
        ]
    );
}

#[test]
fn two_sentences_in_a_row_stand_beside_one_that_tells_both() {
    let found = passages(
        "Storms closed the northern airport on Sunday. The closed airport stranded nine hundred \
         pilgrims. The choir will sing tomorrow.",
        "Prices rose again. Nine hundred pilgrims were stranded when storms closed the northern \
         airport.",
    );
    assert_eq!(found.len(), 1);
    assert!(found[0][0].ends_with("nine hundred pilgrims."), "{found:?}");
    assert!(found[0][0].starts_with("Storms"), "{found:?}");
}

#[test]
fn sentences_alike_in_their_grammar_alone_do_not_stand_together() {
    let found = passages(
        "It was not what they had wanted. Ships burned.",
        "That is what it was not. Bees swarmed.",
    );
    assert_eq!(found, Vec::<[String; 3]>::new());
}

#[test]
fn the_topic_is_what_both_name_in_their_own_words() {
    let found = passages(
        "Officials said Anna Berg had sold the ferry terminal on Monday. Bread is dear.",
        "The ferry terminal was sold by Anna Berg, officials said on Monday. Milk is not.",
    );
    assert_eq!(found[0][2], "Anna Berg, ferry terminal");
}

#[test]
fn a_topic_gives_names_whole_and_without_their_offices() {
    let found = passages(
        "Norwegian Minister Anna Berg closed the quarry. Bread is dear.",
        "The quarry was closed by Norwegian Minister Anna Berg. Milk is not.",
    );
    assert_eq!(found[0][2], "Anna Berg, quarry");
}

#[test]
fn a_topic_tells_no_month_and_ends_with_its_owner() {
    let found = passages(
        "The ferry terminal in March became Anna Berg's, officials said. Bread is dear.",
        "In March officials said the ferry terminal was Anna Berg's. Milk is not.",
    );
    assert_eq!(found[0][2], "ferry terminal, Anna Berg");
}

#[test]
fn a_long_name_alone_links_nothing() {
    let found = passages(
        "They broke the Fair Housing Act of Ohio again, tenants of two mills wrote in spring. Ships burned.",
        "Cake was served while a clerk recited the Fair Housing Act of Ohio to sleepy guests. Bees swarmed.",
    );
    assert_eq!(found, Vec::<[String; 3]>::new());
}

#[test]
fn sentences_that_are_the_same_score_one() {
    let readings = Pair::new(
        read("So it was. Ships burned."),
        read("Nobody came. So it was."),
    );
    let alignment = linked(readings.as_ref());
    assert!((alignment.score(Pair::new(0, 1)) - 1.0).abs() < f32::EPSILON);
    assert!(alignment.score(Pair::new(1, 0)) < alignment.threshold);
}

#[test]
fn every_score_lies_between_nought_and_one() {
    let readings = Pair::new(
        include_str!("../../seeds/000_7918c8b17b0c5e8e.txt"),
        include_str!("../../seeds/003_dc5d9eb8090fe75b.txt"),
    )
    .map(read);
    let alignment = linked(readings.as_ref());
    let scores = alignment.links.iter().map(|link| link.score);
    assert!(scores.clone().all(|score| (0.0..=1.0).contains(&score)));
    assert!(scores.clone().any(|score| score < alignment.threshold));
}

#[test]
fn texts_in_another_language_are_linked_by_the_same_words() {
    let found = passages(
        "Le maire a refusé de vendre le port de Brest. Il pleut.",
        "Des prix montent. Le port de Brest ne sera pas vendu, dit le maire.",
    );
    assert_eq!(found.len(), 1);
    let brest = |text: &str| {
        let at = text.find("Brest").unwrap_or_default();
        mark(text, &[Span::new(at, at + 5)])
    };
    assert!(brest(&found[0][0]).contains("[Brest]"));
}

#[test]
fn a_topic_can_be_given_to_sentences_of_several_articles() {
    let readings = [
        "The ferry terminal was sold. Bread is dear.",
        "Rain fell. A choir sang about the ferry.",
        "Nobody knew a terminal for the ferry.",
    ]
    .map(read);
    let readings: Vec<&Reading> = readings.iter().collect();
    let wording = Wording::of(&readings);
    let topics = Topics::new(&readings, &wording);
    let part = |article, sentences| Part { article, sentences };
    assert_eq!(topics.of(&[part(0, 0..1), part(1, 1..2)]), "ferry");
    assert_eq!(
        topics.of(&[part(0, 0..1), part(1, 1..2), part(2, 0..1)]),
        "ferry terminal"
    );
    assert_eq!(topics.of(&[part(1, 0..1), part(2, 0..1)]), "");
}

#[test]
fn an_article_compared_with_itself_links_every_sentence_to_itself() {
    let reading = read(include_str!("../../seeds/003_dc5d9eb8090fe75b.txt"));
    let alignment = linked(Pair::new(&reading, &reading));
    for number in 0..reading.sentences.len() {
        let score = alignment.score(Pair::new(number, number));
        assert!((score - 1.0).abs() < f32::EPSILON, "sentence {number}");
    }
    let headlines = alignment.headlines.iter();
    let mut same = headlines.filter(|link| link.sentences == Pair::new(None, None));
    assert!(same.all(|link| (link.score - 1.0).abs() < f32::EPSILON));
}

#[test]
fn a_headline_is_linked_and_stands_in_no_passage() {
    let readings = Pair::new(
        read("Mayor sells the ferry terminal\n\nRain fell all night long in the town."),
        read(
            "Bread is dear in all towns now.\n\nThe mayor has sold the ferry terminal to dockers.",
        ),
    );
    let alignment = linked(readings.as_ref());
    let best = alignment
        .headlines
        .iter()
        .max_by(|a, b| a.score.total_cmp(&b.score));
    let sentences = best.map(|link| link.sentences);
    assert_eq!(sentences, Some(Pair::new(None, Some(1))));
    assert!(alignment.passages.is_empty());
}

/// How far the scores of two sample articles move when a paragraph that has nothing to do with either is put into one.
#[test]
fn an_unrelated_paragraph_hardly_moves_the_other_links() {
    const UNRELATED: &str = "Beekeepers in the valley lost a third of their hives last winter. A mite that lives on \
                             brood was blamed, and a vet said early frost had made it worse.";
    let texts = Pair::new(
        include_str!("../../seeds/001_2bdb7127c98ecd66.txt"),
        include_str!("../../seeds/003_dc5d9eb8090fe75b.txt"),
    );
    let readings = texts.map(read);
    let before = linked(readings.as_ref());
    let paragraphs: Vec<&str> = texts.left.trim_end().split("\n\n").collect();
    for place in [paragraphs.len() / 2, paragraphs.len()] {
        let mut longer = paragraphs.clone();
        longer.insert(place, UNRELATED);
        let longer = read(&longer.join("\n\n"));
        let after = linked(Pair::new(&longer, &readings.right));
        let text = |reading: &Reading, at: usize| {
            let span = reading.sentences[at].span;
            span.of(&reading.article.text).to_owned()
        };
        let moved = before.shown().map(|link| {
            let words = text(&readings.left, link.sentences.left);
            let left = (0..longer.sentences.len()).find(|&at| text(&longer, at) == words);
            let pair = left.map(|left| Pair::new(left, link.sentences.right));
            (pair.map_or(0.0, |pair| after.score(pair)) - link.score).abs()
        });
        let moved: Vec<f32> = moved.collect();
        let little = moved.iter().filter(|&&moved| moved <= 0.02).count();
        assert!(10 * little >= 9 * moved.len(), "{moved:?}");
        assert!(moved.iter().all(|&moved| moved <= 0.06), "{moved:?}");
    }
}
