//! Makes the tables by which quotes are found, from articles whose attributions were marked by hand.
//!
//! ```sh
//! cargo run --release --example train_quotes -- FOLDER
//! ```
//!
//! FOLDER holds `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` in the standoff form of `PolNeAR` (spans in
//! characters). The tables are written into `assets/`; the same folder gives the same bytes.

mod train;

use std::path::Path;

use train::corpus::Corpus;
use train::{chain, logistic};

fn main() -> anyhow::Result<()> {
    let folder = std::env::args()
        .nth(1)
        .ok_or_else(|| anyhow::anyhow!("name the folder of marked articles"))?;
    let corpus = Corpus::read(Path::new(&folder))?;
    println!(
        "{} paragraphs, {} pairs",
        corpus.sequences.len(),
        corpus.joins.len()
    );
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    std::fs::write(
        assets.join("quote_links.table"),
        logistic::train(&corpus.joins),
    )?;
    std::fs::write(
        assets.join("quote_tagger.table"),
        chain::train(&corpus.sequences),
    )?;
    Ok(())
}
