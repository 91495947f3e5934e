//! Web pages of every build.

use expect_test::expect;
use parallax::article::{BlockKind, Format, Label, Unfit};

use super::{articles, check};

#[test]
fn a_news_page_is_its_article() {
    check(
        "news.html",
        &expect![[r"
            Mayor refuses to sell town hall & park (Given)
            The Springfield Gazette
            Jane Doe, José Roe
            2025-08-18
            https://gazette.example/news/2025/08/18/town-hall

            # Mayor refuses to sell town hall & park

            The old building stays with the town, whatever the buyers offer for it.

            ~ 18 August 2025, 9.40pm

            The mayor of Springfield refused on Monday to sell the old town hall to Acme, the company that has asked for it three times.

            “We will not sell,” Mayor Anna Poe said at a meeting that went on until late in the evening. “It belongs to all of us.”

            Acme had offered $5 million for the building and the park behind it, AT&T’s former office among them.

            ## What the buyers say

            The buyers were surprised. “We thought that all was settled,” said Carl Coe, who speaks for the company.

            The council will vote on the matter again in September, and both sides expect a close result.

            Until then the doors stay open, as they have been since 1902.
        "]],
    );
}

#[test]
fn a_live_blog_is_its_posts() {
    check(
        "live.html",
        &expect![[r"
            Town hall vote live: mayor speaks to council (Given)
            Springfield Herald
            Herald staff
            2025-09-02
            https://herald.example/live/town-hall

            # Town hall vote live: mayor speaks to council

            ~ 8.10pm

            ## Council rejects the sale

            The council has rejected the sale of the town hall by eleven votes to ten, after a debate of more than three hours.

            “This is a good evening for the town,” the mayor said as she left the room.

            ~ 7.20pm

            ## Mayor speaks

            Mayor Anna Poe is speaking now. She says that the building was paid for by the people of the town and should stay theirs.

            ~ 6pm

            ## Doors open

            The doors have opened and the first of about two hundred people are taking their seats in the gallery above the council.
        "]],
    );
}

#[test]
fn the_stub_before_a_paywall_is_what_is_there() {
    check(
        "paywall.html",
        &expect![[r"
        Inside the fight for the town hall (Given)
        The Star
        Max Moe
        2025-08-19
        https://star.example/fight

        # Inside the fight for the town hall

        For three years Acme has wanted the town hall of Springfield, and for three years it has been told that it will not get it.

        What nobody knew until this week is how close the mayor came to saying yes.
    "]],
    );
}

#[test]
fn a_page_without_paragraphs_is_parted_by_its_line_breaks() {
    check(
        "old.html",
        &expect![[r"
            Town hall not for sale (Given)
            -
            Zoë Doe
            2025-08-18
            -

            # Town hall not for sale

            The town hall of Springfield is not for sale, the mayor said on Monday, and it will not be as long as she is mayor.

            “We will not sell,” she said. “Not for five million and not for ten.” The buyers left the room without a word to reporters.

            The council votes in September. Its members have been asked to say nothing before then.
        "]],
    );
}

#[test]
fn a_page_for_phones_is_parted_by_its_divisions() {
    check(
        "amp.html",
        &expect![[r"
        Town hall stays, mayor says (Given)
        The Courier
        Ida Joe
        2025-08-18
        https://courier.example/town-hall-stays

        # Town hall stays, mayor says

        The mayor of Springfield said on Monday that the town hall stays where it is and whose it is.

        % Advertisement

        She refused an offer of $5 million from Acme, a company that builds hotels in the county.

        “Nobody asked the people who live here,” she told reporters after the meeting.
    "]],
    );
}

#[test]
fn lists_tables_and_blockquotes_are_text() {
    check(
        "blocks.html",
        &expect![[r"
            Five things to know about the town hall (Given)
            -
            Bo Foe
            2025-08-19
            -

            # Five things to know about the town hall

            The town hall of Springfield has been in the news since the mayor refused to sell it. This is what is known of it so far.

            ## A short history

            It was built in 1902, when the town had four thousand people.

            It burned in 1931 and was built again within a year.

            In a letter to the council the mayor put it like this:

            The hall was paid for by the people of this town.

            It is not mine to sell, and it is not yours.

            Its upkeep costs the town more every year, as the accounts of the council show:

            Year; Cost

            2023; $210,000

            2024; $260,000

            The roof is the next thing to be done.

            It was last repaired in 1988, and water has come in since the spring of last year.

            A note on the door: closed on Sundays

            She called it “a house for all” in H2O-blue paint.
        "]],
    );
}

#[test]
fn pages_of_other_builds_are_read_whole() {
    // A brief below a menu that no name tells.
    check_page(
        "<div class=top><a href=/>Home</a> <a href=/news>News</a></div><h1>Bridge closed</h1><div class=text><p>The bridge over \
         the river is closed until spring, the county said on Monday.</p></div><div class=foot><a href=/terms>Terms</a></div>",
        "The bridge over the river is closed until spring, the county said on Monday.",
    );
    // An interview, its questions in bold.
    check_page(
        "<div class=body><p><strong>Why did you refuse to sell the hall?</strong></p><p>Because it belongs to all of us, and \
         nobody has asked them, neither the company nor the county.</p><p><b>What comes next?</b></p><p>The council votes in \
         September, and I know how I will vote, as everybody does.</p></div>",
        "Why did you refuse to sell the hall?\nBecause it belongs to all of us, and nobody has asked them, neither the company \
         nor the county.\nWhat comes next?\nThe council votes in September, and I know how I will vote, as everybody does.",
    );
    // Sections, each with a paragraph; a picture, a video and a quiz between them.
    check_page(
        "<main><section><p>The mayor refused on Monday to sell the old town hall to anybody, she said.</p></section><section>\
         <figure><img src=a><figcaption>The hall, seen from the north side of the river</figcaption></figure></section><section>\
         <p>Acme had offered five million dollars for it, and a park as well, said its lawyer.</p></section><div class=ad>Buy a \
         car, buy a boat, buy a house</div><section><p>The buyers left the room, and did not say a word to the press.</p>\
         </section></main>",
        "The mayor refused on Monday to sell the old town hall to anybody, she said.\nAcme had offered five million dollars for \
         it, and a park as well, said its lawyer.\nThe buyers left the room, and did not say a word to the press.",
    );
    // Short paragraphs, as agencies write them, with a dateline and links.
    check_page(
        "<article><p>SPRINGFIELD (AP) — The <a href=/m>mayor</a> said no.</p><p>“No,” she said.</p><p>She left.</p><p>The \
         <a href=/b>buyers</a>, who had come from <a href=/s>Shelbyville</a>, stayed on for an hour, and then left as well.</p>\
         </article>",
        "SPRINGFIELD (AP) — The mayor said no.\n“No,” she said.\nShe left.\nThe buyers, who had come from Shelbyville, stayed \
         on for an hour, and then left as well.",
    );
    // Text straight in nested divisions.
    check_page(
        "<div><div><div><div>The mayor refused on Monday to sell the old town hall to anybody, she said.<br><br>Acme had \
         offered <b>five million</b> dollars for it.</div></div></div></div>",
        "The mayor refused on Monday to sell the old town hall to anybody, she said.\nAcme had offered five million dollars for it.",
    );
}

#[test]
fn drawings_and_tags_that_are_never_closed_take_nothing_away() {
    let shape = "<path d=\"M0 0\"/><use href=\"#a\"/><circle r=1></circle>";
    let text = "<p>The mayor refused on Monday to sell the old town hall to anybody, she said.</p>";
    let more = "<h2>What comes next</h2><p>The council votes in September, and both sides expect a close result.</p>";
    let told = "The mayor refused on Monday to sell the old town hall to anybody, she said.\nWhat comes next\nThe council votes in \
                September, and both sides expect a close result.";
    let menu =
        "<nav><a href=/>Home</a><a href=/news>All the news of today, and of yesterday</a></nav>";
    for before in [
        format!("<div><svg>{}</svg></div>", shape.repeat(200)),
        "<svg viewBox=\"0 0\"/>".repeat(300),
        "<svg>".repeat(300),
        "<div><span class=icon></div>".repeat(300),
        "<p><b>".repeat(300),
        "<div><font color=red></div>".repeat(300),
        "<table><tr><td><a href=x></table>".repeat(300),
    ] {
        check_page(
            &format!(
                "{before}{menu}<div><div>{text}{more}</div><div class=related><p>Read about the mayor of Shelbyville, too.</p></div></div>"
            ),
            told,
        );
    }
}

#[test]
fn words_in_a_sentence_are_kept_whatever_their_name() {
    check_page(
        "<p>The <a class=related-link href=/m>mayor</a> of <span class=tooltip>Springfield</span> refused on Monday to sell the \
         <em id=share>old town</em> hall<a href=/x>, she said<span class=visually-hidden> (opens in a new window)</span></a>.</p>\
         <p class=x><span class=share>Share this with everybody whom you know, and with others too</span></p>",
        "The mayor of Springfield refused on Monday to sell the old town hall, she said.",
    );
    // A first letter that is drawn large, and the word read out in its place.
    check_page(
        "<p><span class=drop-cap aria-hidden=true>T</span><span class=visually-hidden>T</span>he mayor refused on Monday to sell the \
         old town hall to anybody, she said.</p>",
        "The mayor refused on Monday to sell the old town hall to anybody, she said.",
    );
}

#[test]
fn the_text_in_linked_data_may_be_marked_up() {
    for told in [
        "<p>The mayor said she &amp; the council won&#8217;t sell the old town hall to anybody.</p><p>The buyers left at once.</p>",
        "The mayor said she &amp; the council won&#8217;t sell the old town hall to anybody.\\n\\nThe buyers left at once.",
        "The mayor said <b>she &amp; the council</b> won&#8217;t sell the old town hall to anybody.\\n\\nThe buyers left at once.",
        "The mayor said she & the council won’t sell the old town hall to anybody.\\n\\nThe buyers left at once.",
    ] {
        let page = format!(
            "<!doctype html><title>Mayor</title><script type=\"application/ld+json\">{{\"@type\": \"NewsArticle\", \"articleBody\": \
             \"{told}\"}}</script>"
        );
        let articles = Format::Html.articles(page, Label::default());
        assert_eq!(
            articles.unwrap().remove(0).text,
            "Mayor\n\nThe mayor said she & the council won’t sell the old town hall to anybody.\n\nThe buyers left at once."
        );
    }
}

/// Checks the blocks that are neither headline nor left over.
#[track_caller]
fn check_page(body: &str, expected: &str) {
    let page = format!("<!doctype html><title>The News</title><body>{body}</body>");
    let article = Format::Html
        .articles(page, Label::default())
        .unwrap()
        .remove(0);
    let kept = |kind| !matches!(kind, BlockKind::Headline | BlockKind::Boilerplate);
    let blocks = article.blocks.iter().filter(|block| kept(block.kind));
    let told: Vec<&str> = blocks.map(|block| block.span.of(&article.text)).collect();
    assert_eq!(told.join("\n"), expected);
}

#[test]
fn a_page_put_together_by_scripts_says_what_to_do() {
    let why = articles("script.html").unwrap_err();
    assert_eq!(why, Unfit::NoText);
    assert!(why.to_string().contains("save the page from there"));
}

#[test]
fn the_text_in_linked_data_stands_for_a_page_without_any() {
    let page = r#"<!doctype html><title>Mayor refuses</title><script type="application/ld+json">{"@type": "NewsArticle",
        "headline": "Mayor refuses", "articleBody": "The mayor of Springfield refused on Monday to sell the old town hall.\n\nThe
        buyers were surprised by that."}</script><div id="root"></div>"#;
    let articles = Format::Html.articles(page.to_owned(), Label::default());
    let text = articles.unwrap().remove(0).text;
    assert!(
        text.starts_with("Mayor refuses\n\nThe mayor of Springfield refused"),
        "{text}"
    );
}
