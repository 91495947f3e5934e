use super::*;
use crate::article::{Article, Label};
use crate::reading::Reading;
use crate::text::Pair;

const FIRE: [&str; 3] = [
    "A fire at the Corby paint factory killed two workers on Monday. The fire brigade of Kettering said the blaze began \
     in the dryer. Owner Nils Holm promised an inquiry.",
    "Two workers died when the paint factory in Corby burned down. Kettering firefighters fought the blaze all night. \
     Nils Holm, who owns the factory, said an inquiry would find the cause.",
    "Corby mourns two workers after the paint factory fire. The blaze in the dryer was out by Tuesday, the Kettering \
     brigade said. Holm would not say when the factory opens again.",
];
const FERRY: [&str; 2] = [
    "The ferry Aurora ran aground off Tarbert with 80 passengers aboard. Captain Moira Lennox blamed the fog. Nobody was \
     hurt, the coastguard said.",
    "All 80 passengers left the Aurora unhurt after the ferry ran onto rocks near Tarbert in fog, the coastguard said. \
     Captain Lennox stayed aboard.",
];
const CHESS: &str = "Eleven-year-old Priya Raman won the national chess final in Leeds. She began with the Sicilian \
                     defence and gave up a rook.";

fn articles(texts: &[&str]) -> Vec<Article> {
    let texts = texts.iter().map(|&text| text.to_owned());
    texts
        .map(|text| Article::plain(text, Label::default()))
        .collect()
}

fn dated(text: &str, date: &str) -> Article {
    let label = Label {
        date: Some(date.to_owned()),
        ..Label::default()
    };
    Article::plain(text.to_owned(), label)
}

fn stories_of(articles: &[Article]) -> Vec<Vec<usize>> {
    let terms: Vec<Terms> = articles.iter().map(Terms::of).collect();
    let stories = stories(&terms.iter().collect::<Vec<_>>());
    stories.into_iter().map(|story| story.articles).collect()
}

fn labels(texts: &[&str]) -> Vec<String> {
    let texts = articles(texts);
    let terms: Vec<Terms> = texts.iter().map(Terms::of).collect();
    let articles: Vec<(&Article, &Terms)> = texts.iter().zip(&terms).collect();
    let stories = named_stories(&articles).into_iter();
    stories.map(|story| story.label).collect()
}

#[test]
fn articles_of_one_event_are_one_story() {
    let mixed = articles(&[FERRY[0], FIRE[0], CHESS, FIRE[1], FERRY[1], FIRE[2]]);
    assert_eq!(stories_of(&mixed), [vec![1, 3, 5], vec![0, 4], vec![2]]);
    assert_eq!(stories_of(&articles(&FIRE)), [[0, 1, 2]]);
    assert_eq!(stories_of(&articles(&[FIRE[0], FERRY[0]])), [[0], [1]]);
}

#[test]
fn what_says_nothing_is_a_story_of_its_own() {
    assert_eq!(stories_of(&[]), [[0; 0]; 0]);
    assert_eq!(stories_of(&articles(&["", "", "The of."])), [[0], [1], [2]]);
    assert_eq!(stories_of(&articles(&[CHESS, CHESS])), [[0, 1]]);
}

#[test]
fn what_appears_much_later_is_of_another_event() {
    let days = |one, other| {
        let first = "Rail workers in Norwich went on strike on Friday. No train left for London, and union leader Tom \
                     Hale spoke of the largest walkout in years.";
        let second = "Commuters in Norwich walked to work again on Tuesday. Guards and cleaners of the railway want \
                      more pay; ministers called their offer fair, and the union leader Tom Hale an insult.";
        stories_of(&[dated(first, one), dated(second, other)])
    };
    assert_eq!(days("2024-05-03", "2024-05-04"), [vec![0, 1]]);
    assert_eq!(days("2024-05-03", "2025-05-04"), [[0], [1]]);
}

#[test]
fn the_likest_has_most_in_common() {
    let texts = articles(&[FIRE[0], FIRE[1], FERRY[0], "", FIRE[0]]);
    let terms: Vec<Terms> = texts.iter().map(Terms::of).collect();
    let [one, others @ ..] = terms.as_slice() else {
        unreachable!()
    };
    let scores = related(one, &others.iter().collect::<Vec<_>>());
    let [event, other, empty, same] = scores.as_slice() else {
        unreachable!("{scores:?}")
    };
    assert!((same - 1.0).abs() < 1e-5 && empty.abs() < 1e-5);
    assert!(*event > 0.3 && *other < 0.1, "{scores:?}");
}

#[test]
fn neighbours_are_of_one_story_and_few() {
    let texts = [FERRY[0], FIRE[0], CHESS, FIRE[1], FERRY[1], FIRE[2]];
    let readings: Vec<Reading> = articles(&texts).into_iter().map(Reading::new).collect();
    let readings: Vec<&Reading> = readings.iter().collect();
    let pairs = |pairs: &[(usize, usize)]| -> Vec<Pair<usize>> {
        pairs.iter().map(|&(a, b)| Pair::new(a, b)).collect()
    };
    let all = grouped(&readings, 8);
    assert_eq!(all.neighbours, pairs(&[(0, 4), (1, 3), (1, 5), (3, 5)]));
    assert_eq!(all.stories, [1, 0, 2, 0, 1, 0]);
    assert!(grouped(&readings, 1).neighbours.len() < 4);
}

#[test]
fn a_story_is_called_by_what_its_articles_share() {
    let labels = labels(&[FERRY[0], FIRE[0], CHESS, FIRE[1], FERRY[1], FIRE[2]]);
    assert_eq!(
        labels,
        [
            "Nils Holm, paint factory, Corby",
            "Aurora, Lennox, Tarbert",
            ""
        ]
    );
}

#[test]
fn what_stands_far_below_names_no_story() {
    let far = format!(" {}Zebra Quarry opened.", "It was so. ".repeat(400));
    let texts = [FERRY[0], FIRE[0], CHESS, FIRE[1], FERRY[1], FIRE[2]];
    let far = texts.map(|text| {
        let is_fire = FIRE.contains(&text);
        format!("{text}{}", if is_fire { &far } else { "" })
    });
    let near = labels(&texts);
    assert_eq!(labels(&far.each_ref().map(String::as_str)), near);
}
