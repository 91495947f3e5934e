//! Counts in how many articles each term stands, which tells a rare word from a common one.
//!
//! ```sh
//! cargo run --release --example count_words -- FOLDER
//! ```
//!
//! FOLDER holds news of many stories. The counts are written into `assets/`; the same folder gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use parallax::shell::files::{load, sources};
use parallax::text::{Term, terms};

/// What fewer articles have is as rare as what none has.
const FEWEST: usize = 6;

const HEAD: &str = "\
# In how many articles a term stands: first of how many, then a line for each count with the terms that have it. What is
# not here stands in fewer. Made by examples/count_words.rs.
";

fn main() -> anyhow::Result<()> {
    let folder = std::env::args()
        .nth(1)
        .ok_or_else(|| anyhow::anyhow!("name the folder of articles"))?;
    let sources = sources(&[PathBuf::from(folder)]);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for source in &sources {
        let article = load(source)?;
        let blocks = article.paragraphs().map(|block| block.span);
        let all = blocks.flat_map(|span| terms(span.of(&article.text)));
        let keys: BTreeSet<String> = all.filter(Term::is_content).map(|term| term.key).collect();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    let mut by_count: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (key, count) in counts.into_iter().filter(|&(_, count)| count >= FEWEST) {
        by_count.entry(count).or_default().push(key);
    }
    let mut table = format!("{HEAD}{}\n", sources.len());
    for (count, keys) in by_count {
        writeln!(table, "{count} {}", keys.join("|"))?;
    }
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    std::fs::write(assets.join("term_counts.table"), table)?;
    Ok(())
}
