//! Articles as readers see them: which block is what, what stands for the title, where sentences end.

use parallax::article::{Article, Block, BlockKind, Label, Language, TitleOrigin};
use parallax::sentence::sentences;
use parallax::text::{Span, mark, unmark};
use proptest::{prop_assert, proptest};

#[test]
fn subheads_stand_between_paragraphs() {
    check(
        BlockKind::Subhead,
        "Talks began on Monday, and nobody knows how they will end.\n[Moscow’s Demands]\nIt wants land.\n\
         ['Remember how it started']\nThat is what he wrote.",
    );
}

#[test]
fn short_paragraphs_are_no_subheads() {
    check(
        BlockKind::Subhead,
        "Talks began on Monday, and nobody knows how they will end.\nLiterally.\nIt wants land.\n“This is all.”\nHe left.",
    );
}

#[test]
fn items_of_a_list_are_no_subheads() {
    check(
        BlockKind::Subhead,
        "She has these tasks, it was said on Monday:\nStop lying\nShow humility\nWin\nThen the debate begins.",
    );
}

#[test]
fn a_broken_line_is_no_subhead() {
    check(
        BlockKind::Subhead,
        "He is a liar, it said.\nEditor’s note: The mayor\nincites to violence.",
    );
}

#[test]
fn headlines_stand_first() {
    check(
        BlockKind::Headline,
        "[Mayor Refuses to Sell Town Hall]\n\nThe mayor refused to sell it.",
    );
    check(
        BlockKind::Headline,
        "[Mayor Refuses to Sell Town Hall.]\n\nThe mayor refused to sell it.",
    );
    check(
        BlockKind::Headline,
        "[The mayor refuses to sell.]\n\nPARIS (AP) — The mayor refused to sell it.",
    );
    check(
        BlockKind::Headline,
        "The mayor refused to sell.\n\nThe buyers were surprised.",
    );
    check(BlockKind::Headline, "A headline without an article");
}

#[test]
fn a_repeated_headline_is_no_paragraph() {
    let repeated = "Mayor ‘Refuses’ to Sell Town Hall\n\nMayor 'Refuses' to Sell Town Hall\n\nBy Jane Doe\n\n\
                    [WASHINGTON — The mayor refused to sell it.]";
    check(BlockKind::Paragraph, repeated);
    check(
        BlockKind::Paragraph,
        "The mayor will not sell.\n\nThe mayor will not sell.\n\n[She refused to sell it.]",
    );
    let label = Label {
        title: Some("The Mayor Will Not Sell".to_owned()),
        ..Label::default()
    };
    let text = "The mayor will not sell.\n\nShe refused to sell it.";
    let article = Article::plain(text.to_owned(), label);
    let body: Vec<&str> = article.body().iter().map(|span| span.of(text)).collect();
    assert_eq!(body, ["She refused to sell it."]);
}

#[test]
fn bylines_and_dates_stand_below_the_headline() {
    check(
        BlockKind::Byline,
        "Mayor refuses to sell town hall\n[By Jane Doe and John Roe]\n[Updated 8:15 p.m. EDT, Aug. 18, 2025]\n\nThe mayor refused.",
    );
}

#[test]
fn leavings_of_the_page_are_told_apart() {
    check(
        BlockKind::Boilerplate,
        "Mayor refuses to sell\n\nThe mayor refused.\n[ADVERTISEMENT]\nThe buyers left.\n[Read more: The town hall]\n\
         The end.\n[Follow us on Twitter]\n[Today]",
    );
    check(
        BlockKind::Boilerplate,
        "Mayor refuses to sell\n\nThe mayor refused.\n[A line that nothing follows]",
    );
    check(
        BlockKind::Boilerplate,
        "Mayor refuses to sell\n\nThe mayor refused.\n[Read the rest here.]\n[Details here.]\n\
         [(Editor’s note: The town hall was built in 1900.)]",
    );
    check(BlockKind::Boilerplate, "Today\n\nShare");
}

#[test]
fn the_body_is_what_is_left() {
    check(
        BlockKind::Paragraph,
        "Mayor refuses to sell\nBy Jane Doe\n\n[The mayor refused.]\nTalks go on\n[The buyers\u{a0}left.]\nToday",
    );
}

#[test]
fn front_matter_is_no_part_of_the_text() {
    let text = "---\ntitle: Mayor refuses\noutlet: The Paper\n---\nThe mayor refused to sell.\n";
    let article = read(text);
    assert_eq!(article.title.text, "Mayor refuses");
    assert_eq!(article.title.origin, TitleOrigin::Given);
    assert_eq!(article.label.outlet(), "The Paper");
    let spans: Vec<Span> = article.blocks.iter().map(|block| block.span).collect();
    assert_eq!(
        mark(text, &spans),
        "---\ntitle: Mayor refuses\noutlet: The Paper\n---\n[The mayor refused to sell.]\n"
    );
}

#[test]
fn the_reader_s_label_goes_before_front_matter() {
    let label = Label {
        outlet: Some("Mine".to_owned()),
        ..Label::default()
    };
    let article = Article::plain(
        "---\noutlet: Theirs\nauthor: Jane\n---\nText.".to_owned(),
        label,
    );
    assert_eq!(
        (article.label.outlet(), article.label.author.as_deref()),
        ("Mine", Some("Jane"))
    );
}

#[test]
fn the_title_says_where_it_comes_from() {
    check_title(
        "Mayor refuses to sell\n\nShe did.",
        "Mayor refuses to sell",
        TitleOrigin::Headline,
    );
    check_title(
        "Kyiv, Ukraine — Leaders are set to meet. They will.",
        "Leaders are set to meet.",
        TitleOrigin::Lead,
    );
}

#[test]
fn a_dateline_opens_the_body() {
    let article = read("Mayor refuses to sell\n\nWASHINGTON (AP) — The mayor refused.");
    let dateline: Vec<Span> = article.dateline.into_iter().collect();
    assert_eq!(
        mark(&article.text, &dateline),
        "Mayor refuses to sell\n\n[WASHINGTON (AP) —] The mayor refused."
    );
}

#[test]
fn sentences_are_of_the_body_alone() {
    check_sentences(
        "Mayor Refuses to Sell\n\n[“I will not,” said Ms. Doe.] [“Never!”]\nA subhead\n[It is hers to sell.]\nToday",
    );
}

/// Were each stop looked from to the end of the text, this would not end for minutes.
#[test]
fn stops_without_end_come_to_an_end() {
    for stops in [". ", "?” A ", ".” ( ", "!” . ", "?” Mr"] {
        let text = format!("He said so {}", stops.repeat(200_000));
        assert!(!sentences(&read(&text)).is_empty());
    }
}

#[test]
fn other_languages_are_known() {
    let text =
        "Переговоры в Вашингтоне закончились без результата, сообщил в понедельник мэр города.";
    assert_eq!(read(text).language, Language::Other);
    assert_eq!(
        read("The talks in Washington ended.").language,
        Language::English
    );
}

#[test]
fn every_word_stands_in_just_one_block() {
    for sample in [
        "000_7918c8b17b0c5e8e",
        "001_2bdb7127c98ecd66",
        "002_adbbeb2228c4cbfc",
    ] {
        let path = format!("{}/seeds/{sample}.txt", env!("CARGO_MANIFEST_DIR"));
        let article = read(&std::fs::read_to_string(path).unwrap());
        let mut at = 0;
        for block in &article.blocks {
            assert_eq!(Span::new(at, block.span.start).of(&article.text).trim(), "");
            at = block.span.end;
        }
        assert_eq!(article.text[at..].trim(), "");
    }
}

fn read(text: &str) -> Article {
    Article::plain(text.to_owned(), Label::default())
}

/// The blocks of one kind stand in brackets.
#[track_caller]
fn check(kind: BlockKind, marked: &str) {
    let (text, _) = unmark(marked);
    let article = read(&text);
    let blocks = article.blocks.iter().filter(|block| block.kind == kind);
    let spans: Vec<Span> = blocks.map(|block: &Block| block.span).collect();
    assert_eq!(mark(&text, &spans), marked);
}

#[track_caller]
fn check_title(text: &str, title: &str, origin: TitleOrigin) {
    let article = read(text);
    assert_eq!(
        (article.title.text.as_str(), article.title.origin),
        (title, origin)
    );
}

#[track_caller]
fn check_sentences(marked: &str) {
    let (text, _) = unmark(marked);
    let article = read(&text);
    let spans: Vec<Span> = sentences(&article)
        .iter()
        .map(|sentence| sentence.span)
        .collect();
    assert_eq!(mark(&text, &spans), marked);
}

proptest! {
    /// Whatever the text: blocks in order and apart, with all that is not white space; sentences within paragraphs.
    #[test]
    fn no_text_is_lost(text in "[ \n\r\u{2028}a-cA-C.!?…“”\"'’()—:-]{0,200}|\\PC{0,80}") {
        let article = read(&text);
        let mut at = article.blocks.first().map_or(text.len(), |block| block.span.start);
        for block in &article.blocks {
            prop_assert!(text.get(at..block.span.start).unwrap().trim().is_empty());
            at = block.span.end;
        }
        prop_assert!(text.get(at..).unwrap().trim().is_empty());
        let mut end = 0;
        for sentence in sentences(&article) {
            let block = article.blocks.get(sentence.block).unwrap();
            prop_assert!(block.span.contains(sentence.span) && end <= sentence.span.start);
            prop_assert!(!sentence.span.is_empty());
            end = sentence.span.end;
        }
    }
}
