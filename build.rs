//! Tells the program by which version of the analysis an article was read, so that none that is out of date is shown as new:
//! a hash over the modules and tables that a reading depends on.

use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What a reading, its cast and its terms are made by; later modules work on these.
const ANALYSIS: [&str; 11] = [
    "assets",
    "src/text",
    "src/mark",
    "src/article",
    "src/sentence",
    "src/model",
    "src/name",
    "src/quote",
    "src/reading",
    "src/story",
    "src/speaker",
];

fn main() {
    let mut hash = DefaultHasher::new();
    hash.write(env::var("CARGO_PKG_VERSION").unwrap_or_default().as_bytes());
    for part in ANALYSIS {
        for path in [PathBuf::from(part), PathBuf::from(format!("{part}.rs"))] {
            add(&path, &mut hash);
        }
    }
    println!("cargo::rustc-env=PARALLAX_ANALYSIS={:016x}", hash.finish());
}

fn add(path: &Path, hash: &mut DefaultHasher) {
    if let Ok(entries) = fs::read_dir(path) {
        println!("cargo::rerun-if-changed={}", path.display());
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            add(&path, hash);
        }
    } else if let Ok(bytes) = fs::read(path) {
        println!("cargo::rerun-if-changed={}", path.display());
        hash.write(path.as_os_str().as_encoded_bytes());
        hash.write(&bytes);
    }
}
