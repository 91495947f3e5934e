//! Any two texts side by side: every sentence of both stands in just one row.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use parallax::article::{Article, Label};
use parallax::comparison::compare;
use parallax::reading::Reading;
use parallax::text::{Pair, Side};

fuzz_target!(|texts: (String, String)| {
    let texts = Pair::new(texts.0, texts.1);
    let readings =
        texts.map(|text| Arc::new(Reading::new(Article::plain(text, Label::default()))));
    let comparison = compare(readings);
    for side in Side::BOTH {
        let rows = comparison.rows.iter();
        let mut stand: Vec<usize> = rows
            .flat_map(|row| row.sentences.get(side).clone())
            .collect();
        stand.sort_unstable();
        let all = stand.len();
        stand.dedup();
        assert_eq!(stand.len(), all);
        assert!(stand.len() <= comparison.readings.get(side).sentences.len());
    }
});
