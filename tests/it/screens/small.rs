//! Two tiny articles that a whole comparison fits on a screen with, put together by hand: what the screens show of them
//! does not depend on how well texts are understood.

use std::sync::Arc;

use parallax::alignment::{Alignment, Preference};
use parallax::article::{
    Article, Block, BlockKind, Fingerprint, Label, Language, Title, TitleOrigin,
};
use parallax::choice::{Called, Choice};
use parallax::comparison::{Comparison, Pointer, Row};
use parallax::conflict::{Claim, Conflict, ConflictKind};
use parallax::difference::{Difference, Nearness};
use parallax::echo::{Paraphrase, QuotePlace, Telling};
use parallax::name::{Entity, EntityKind, Mention, Names};
use parallax::omission::Omission;
use parallax::quote::{Quote, QuoteKind};
use parallax::reading::{KnownTerms, Reading};
use parallax::screen::Digest;
use parallax::sentence::Sentence;
use parallax::speaker::{Attribution, Cast, Speaker};
use parallax::text::{Pair, Side, Span};

pub(crate) const LEFT: &str = "\
Mayor refuses to sell the port

The mayor refused to sell the port on Monday. “We will never sell,” Anna Berg told reporters.

Workers cheered outside the town hall.

The harbour

The port employs 1,200 people. “The offer,” an investor added, “was fair.”

Read more";

pub(crate) const RIGHT: &str = "\
The mayor refused to sell the port on Tuesday. Berg said that the town would not sell.

An investor from Oslo offered 40 million. The port employs 1,300 people.";

/// The left article, of the Harbour Post.
pub(crate) fn left() -> Digest {
    let kinds = [
        BlockKind::Headline,
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Subhead,
        BlockKind::Paragraph,
        BlockKind::Boilerplate,
    ];
    let mut reading = reading(LEFT, &kinds, "Harbour Post");
    reading.article.title = title("Mayor refuses to sell the port", TitleOrigin::Headline);
    let name = |words| Mention {
        span: span(LEFT, words),
        name: span(LEFT, words),
        entity: 0,
    };
    reading.names = Names {
        entities: vec![Entity {
            name: "Anna Berg".to_owned(),
            role: None,
            aliases: Vec::new(),
            kind: EntityKind::Person,
            gender: None,
            country: None,
        }],
        mentions: vec![name("Anna Berg")],
    };
    reading.quotes = vec![
        quote(LEFT, QuoteKind::Direct, &["We will never sell,"], true),
        quote(LEFT, QuoteKind::Direct, &["The offer,", "was fair."], true),
    ];
    digest(
        reading,
        vec![
            said(Some(0), 0.9, "named there"),
            said(Some(1), 0.4, "named last"),
        ],
    )
}

/// The right article, of the Evening Star.
pub(crate) fn right() -> Digest {
    let mut reading = reading(RIGHT, &[BlockKind::Paragraph; 2], "Evening Star");
    reading.quotes = vec![quote(
        RIGHT,
        QuoteKind::Indirect,
        &["that the town would not sell"],
        false,
    )];
    digest(
        reading,
        vec![said(Some(0), 0.8, "Berg → Anna Berg: a surname")],
    )
}

/// The two side by side.
pub(crate) fn comparison() -> Comparison {
    let readings = Pair::new(left(), right()).map(|digest| digest.reading);
    let mut cast = cast();
    let attributions = [left(), right()].map(|digest| digest.cast.attributions[0].clone());
    cast.attributions = attributions.to_vec();
    let pointer = Pointer {
        from: Side::Right,
        sentence: 1,
        row: 4,
        other: 4,
        score: 0.5,
    };
    let mut port = row(
        0..1,
        0..1,
        "port, Monday",
        Some(near(&["Monday"], &["Tuesday"])),
    );
    let mut sell = row(1..2, 1..2, "sell", Some(paraphrase(&["sell"], &["sell"])));
    port.score = Some(0.9);
    sell.pointers = vec![pointer];
    Comparison {
        readings,
        cast,
        alignment: Alignment::default(),
        echoes: Vec::new(),
        paraphrases: Vec::new(),
        conflicts: Vec::new(),
        omissions: Vec::new(),
        choices: Vec::new(),
        wanted: Preference::default(),
        rows: vec![
            port,
            sell,
            row(2..3, 0..0, "", None),
            row(0..0, 2..3, "", None),
            row(3..4, 3..4, "people", Some(near(&["1,200"], &["1,300"]))),
            row(4..5, 0..0, "", None),
        ],
    }
}

/// The same two, which disagree on a number, leave something out and choose other words.
pub(crate) fn disagreeing() -> Comparison {
    let mut comparison = comparison();
    let claim = |words: &str, text: &str| Claim {
        spans: vec![last(text, words)],
        says: words.to_owned(),
    };
    comparison.conflicts = vec![Conflict {
        kind: ConflictKind::Number,
        sentences: Pair::new(3, 3),
        about: "people employed".to_owned(),
        claims: Pair::new(claim("1,200", LEFT), claim("1,300", RIGHT)),
        confidence: 0.9,
    }];
    comparison.omissions = vec![Omission {
        side: Side::Left,
        sentence: 1,
        span: span(LEFT, "told reporters"),
        beside: 1,
    }];
    comparison.choices = vec![Choice {
        about: "Monday".to_owned(),
        wordings: [(0, span(LEFT, "The mayor")), (1, span(RIGHT, "the port"))]
            .map(|(article, span)| Called {
                article,
                sentence: 0,
                span,
            })
            .to_vec(),
    }];
    comparison.paraphrases = vec![Paraphrase {
        quoted: QuotePlace {
            article: 0,
            quote: 0,
        },
        told: vec![Telling {
            place: QuotePlace {
                article: 1,
                quote: 0,
            },
            score: 0.8,
        }],
    }];
    comparison
}

/// Who speaks in these of the two articles.
pub(crate) fn cast_of(readings: &[&Reading]) -> Cast {
    let both = [left(), right()];
    let attributions = readings.iter().map(|reading| {
        let mut both = both.iter();
        let this = both.find(|digest| digest.reading.article == reading.article);
        this.unwrap().cast.attributions[0].clone()
    });
    let mut cast = cast();
    cast.attributions = attributions.collect();
    cast
}

pub(crate) fn cast() -> Cast {
    Cast {
        speakers: vec![
            Speaker {
                name: "Anna Berg".to_owned(),
                role: Some("mayor".to_owned()),
                aliases: vec!["Berg".to_owned()],
                described: false,
            },
            Speaker {
                name: "an investor".to_owned(),
                role: None,
                aliases: Vec::new(),
                described: true,
            },
        ],
        attributions: Vec::new(),
        named: Vec::new(),
    }
}

fn row(
    left: std::ops::Range<usize>,
    right: std::ops::Range<usize>,
    topic: &str,
    difference: Option<Difference>,
) -> Row {
    Row {
        score: difference.as_ref().map(|_| 0.7),
        sentences: Pair::new(left, right),
        topic: topic.to_owned(),
        difference,
        pointers: Vec::new(),
    }
}

fn near(left: &[&str], right: &[&str]) -> Difference {
    Difference {
        nearness: Nearness::NearCopy,
        copied: Pair::new(
            vec![Span::new(0, LEFT.len())],
            vec![Span::new(0, RIGHT.len())],
        ),
        moved: Pair::default(),
        differing: spans(left, right),
        shared: Pair::default(),
        limited: false,
    }
}

fn paraphrase(left: &[&str], right: &[&str]) -> Difference {
    Difference {
        nearness: Nearness::Paraphrase,
        copied: Pair::default(),
        moved: Pair::default(),
        differing: Pair::default(),
        shared: spans(left, right),
        limited: false,
    }
}

/// The last places where the words stand.
fn spans(left: &[&str], right: &[&str]) -> Pair<Vec<Span>> {
    let all = |text: &str, words: &[&str]| words.iter().map(|words| last(text, words)).collect();
    Pair::new(all(LEFT, left), all(RIGHT, right))
}

fn reading(text: &str, kinds: &[BlockKind], outlet: &str) -> Reading {
    let mut blocks = Vec::new();
    let mut sentences = Vec::new();
    let mut at = 0;
    for (number, (words, &kind)) in text.split("\n\n").zip(kinds).enumerate() {
        let block = Span::new(at, at + words.len());
        blocks.push(Block { span: block, kind });
        at += words.len() + 2;
        let mut start = block.start;
        while kind == BlockKind::Paragraph && start < block.end {
            let rest = Span::new(start, block.end).of(text);
            let end = rest.find(". ").map_or(block.end, |stop| start + stop + 1);
            let span = Span::new(start, end);
            sentences.push(Sentence {
                span,
                block: number,
            });
            start = end + 1;
        }
    }
    let article = Article {
        label: Label {
            path: format!("{outlet}.txt"),
            short: outlet.to_owned(),
            outlet: Some(outlet.to_owned()),
            date: (outlet == "Harbour Post").then(|| "2025-08-18".to_owned()),
            ..Label::default()
        },
        title: title("The mayor refused to sell the port on…", TitleOrigin::Lead),
        text: text.to_owned(),
        blocks,
        dateline: None,
        language: Language::English,
    };
    Reading {
        fingerprint: Fingerprint::of(text),
        article,
        sentences,
        names: Names::default(),
        quotes: Vec::new(),
        known_terms: KnownTerms::default(),
    }
}

fn title(text: &str, origin: TitleOrigin) -> Title {
    Title {
        text: text.to_owned(),
        origin,
    }
}

fn quote(text: &str, kind: QuoteKind, parts: &[&str], marked: bool) -> Quote {
    let parts: Vec<Span> = parts.iter().map(|words| span(text, words)).collect();
    Quote {
        kind,
        quoted: if marked { parts.clone() } else { Vec::new() },
        parts,
        mention: None,
        cue: None,
        confidence: 0.9,
        damaged: false,
        set_by_reader: None,
    }
}

fn said(speaker: Option<usize>, confidence: f32, reason: &str) -> Attribution {
    Attribution {
        speaker,
        confidence,
        reason: reason.to_owned(),
        ..Attribution::default()
    }
}

fn digest(reading: Reading, attributions: Vec<Attribution>) -> Digest {
    let mut cast = cast();
    cast.attributions = vec![attributions];
    Digest {
        words: reading.article.word_count(),
        reading: Arc::new(reading),
        cast: Arc::new(cast),
        terms: Arc::default(),
        partial: false,
    }
}

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn last(text: &str, words: &str) -> Span {
    let start = text.rfind(words).unwrap();
    Span::new(start, start + words.len())
}
