//! Any text as what is typed into a search, and as a list of feeds: each is understood or complained of.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::query::Query;
use parallax::subscription::opml;

fuzz_target!(|text: &str| {
    for typing in [false, true] {
        let parsed = Query::parse(text, 20_000, typing);
        assert!(parsed.complaints.iter().all(|said| !said.is_empty()));
    }
    if let Ok(list) = opml::read(text) {
        let written = opml::write(&list.subscriptions);
        let again = opml::read(&written).expect("what is written can be read");
        assert_eq!(again.subscriptions.len(), list.subscriptions.len());
    }
});
