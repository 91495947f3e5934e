//! Tells the program by which version of the analysis an article was read, so that none that is out of date is shown as new:
//! a hash over the modules and tables that a reading depends on.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What a reading, its cast and its terms are made by, and what the index holds of them; later modules work on these. Tables
/// and word lists are found by their names in the code.
const ANALYSIS: [&str; 14] = [
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
    "src/shell/store/digest",
    "src/shell/store/indexing",
    "src/shell/store/sealed",
    "src/shell/store/search/words",
];

fn main() {
    let mut hash = DefaultHasher::new();
    hash.write(env::var("CARGO_PKG_VERSION").unwrap_or_default().as_bytes());
    let mut tables = BTreeSet::new();
    // The versions of what others have made: the stemmer is among it.
    add(Path::new("Cargo.lock"), &mut hash, &mut tables);
    for part in ANALYSIS {
        let paths = [PathBuf::from(part), PathBuf::from(format!("{part}.rs"))];
        assert!(
            paths.iter().any(|path| path.exists()),
            "{part} is not there: an analysis is known by it"
        );
        for path in paths {
            add(&path, &mut hash, &mut tables);
        }
    }
    for table in tables {
        add(Path::new(&table), &mut hash, &mut BTreeSet::new());
    }
    println!("cargo::rustc-env=PARALLAX_ANALYSIS={:016x}", hash.finish());
    let target = |part: &str| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        // Where the program's addresses are is told in a megabyte less, all of which is read when it starts.
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

fn add(path: &Path, hash: &mut DefaultHasher, tables: &mut BTreeSet<String>) {
    if let Ok(entries) = fs::read_dir(path) {
        println!("cargo::rerun-if-changed={}", path.display());
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            add(&path, hash, tables);
        }
    } else if let Ok(bytes) = fs::read(path) {
        println!("cargo::rerun-if-changed={}", path.display());
        hash.write(path.as_os_str().as_encoded_bytes());
        hash.write(&bytes);
        tables.extend(named(&String::from_utf8_lossy(&bytes)));
    }
}

/// The files of `assets` that a piece of code includes.
fn named(code: &str) -> impl Iterator<Item = String> {
    let rest = code.split("/assets/").skip(1);
    let names = rest.filter_map(|rest| rest.split('"').next());
    names.map(|name| format!("assets/{name}"))
}
