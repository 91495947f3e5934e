//! What one of the sample articles quotes and another tells in its own words.

use parallax::alignment::align_all;
use parallax::echo::{Echoed, QuotePlace, echoed, echoes, paraphrases};
use parallax::reading::Reading;
use parallax::speaker::cast;
use parallax::story::{NEAREST, grouped};

use crate::sample;

const ALL: [&str; 5] = ["000", "001", "002", "003", "004"];

/// Each quote that is told: its article, who says it and how it begins, and the articles that tell it.
fn told(names: &[&str]) -> Vec<String> {
    let readings: Vec<Reading> = names.iter().map(|name| sample(name)).collect();
    let lent: Vec<&Reading> = readings.iter().collect();
    let cast = cast(&lent);
    let echoes = echoes(&lent, &cast);
    let alignments = align_all(&lent, &cast, grouped(&lent, NEAREST).neighbours);
    let found = paraphrases(&lent, &cast, &echoes, &alignments);
    let signs = echoed(&echoes, &found);
    let shown = found.iter().map(|one| {
        let QuotePlace { article, quote } = one.quoted;
        let who = cast.attribution(article, quote);
        let who = who.and_then(|who| cast.names(who)).unwrap();
        let text = &lent[article].article.text;
        let words = lent[article].quotes[quote].text(text);
        let words: Vec<&str> = words.split_whitespace().take(5).collect();
        let articles = one.told.iter().map(|telling| telling.place.article);
        let articles: Vec<&str> = articles.map(|article| names[article]).collect();
        for telling in &one.told {
            assert_eq!(signs.get(&telling.place), Some(&Echoed::Tells));
        }
        assert!(signs.get(&one.quoted) >= Some(&Echoed::Told));
        let (words, articles) = (words.join(" "), articles.join(","));
        format!("{who}: {words}… {}>{articles}", names[article])
    });
    shown.collect()
}

#[test]
fn quotes_stand_by_what_others_tell_of_them() {
    let told = told(&ALL);
    for expected in [
        "Steve Witkoff: that Putin agreed to permit… 001>002,004",
        "Steve Witkoff: We got to an agreement… 001>002,004",
        "Marco Rubio: that a possible ceasefire between… 001>002",
        "Volodymyr Zelenskyy: It’s impossible to do this… 004>002",
    ] {
        assert!(told.iter().any(|one| one == expected), "{told:#?}");
    }
}

#[test]
fn somebody_elses_idea_of_the_same_is_no_paraphrase() {
    assert_eq!(told(&["001", "003"]), [""; 0]);
}

#[test]
fn the_order_of_the_articles_decides_nothing() {
    let sorted = |mut told: Vec<String>| {
        told.sort_unstable();
        told
    };
    let mut turned = ALL;
    turned.reverse();
    let turned = told(&turned).into_iter().map(|one| {
        let (quote, articles) = one.split_once('>').unwrap();
        let mut articles: Vec<&str> = articles.split(',').collect();
        articles.sort_unstable();
        format!("{quote}>{}", articles.join(","))
    });
    assert_eq!(sorted(turned.collect()), sorted(told(&ALL)));
}
