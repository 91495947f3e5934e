use std::fs;
use std::path::PathBuf;

use super::*;
use crate::annotation::{Annotation, Body, Change, Target};
use crate::article::Fingerprint;

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Home {
        Home(tempfile::tempdir().expect("there is room"))
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("data/parallax/library.db")
    }

    fn open(&self) -> Result<Store, Trouble> {
        Store::open(&self.path())
    }

    fn names(&self) -> Vec<String> {
        let folder =
            fs::read_dir(self.path().parent().expect("it lies in a folder")).expect("it is there");
        let mut names: Vec<String> = folder
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

#[test]
fn every_older_library_is_brought_up_to_date_with_all_its_rows() {
    for version in 1..=schema::VERSION {
        let home = Home::new();
        drop(home.open().expect("it can be made"));
        fs::remove_file(home.path()).expect("it is there");
        let mut old = Connection::open(home.path()).expect("it can be made");
        schema::migrate(&mut old, version).expect("it can be written");
        let mut store = Store {
            connection: old,
            path: Some(home.path()),
            access: Access::Whole,
        };
        put(&mut store, "/a.txt", TALKS);
        index(&mut store);
        let mark = Annotation {
            target: Target::whole(Fingerprint::of(TALKS)),
            body: Body::Note("why?".to_owned()),
        };
        store
            .change(&Change::Keep(mark.clone()))
            .expect("it can be written");
        let before = store.cards().expect("it can be read");
        drop(store);
        let store = home.open().expect("it can be read");
        assert_eq!(
            schema::version(&store.connection).ok(),
            Some(schema::VERSION)
        );
        assert_eq!(store.cards().expect("it can be read"), before);
        assert_eq!(store.annotations().expect("it can be read"), [mark]);
        assert_eq!(store.feeds().expect("it can be read"), []);
        let backup = home
            .names()
            .into_iter()
            .find(|name| name.contains("before"));
        assert_eq!(backup.is_some(), version < schema::VERSION, "{version}");
        if let Some(backup) = backup {
            let old = Connection::open(home.path().with_file_name(backup)).expect("it can be read");
            assert_eq!(schema::version(&old).ok(), Some(version));
        }
    }
}

#[test]
fn a_newer_library_is_only_read() {
    let home = Home::new();
    let mut store = home.open().expect("it can be made");
    put(&mut store, "/a.txt", TALKS);
    store
        .connection
        .pragma_update(None, "user_version", 99)
        .expect("it can be written");
    drop(store);
    let mut store = home.open().expect("it can be read");
    assert_eq!(store.access(), Access::ReadOnly(Why::Newer(99)));
    assert_eq!(titles(&store).len(), 1);
    let refused = store.put(&incoming("/b.txt", "More\n\nNews."));
    assert!(matches!(refused, Err(Trouble::ReadOnly { .. })));
    let refused = store.index_all(|_| true);
    assert!(matches!(refused, Err(Trouble::ReadOnly { .. })));
    assert!(!home.names().iter().any(|name| name.contains("indexing")));
    drop(store);
    let newer = Connection::open(home.path()).expect("it can be read");
    newer
        .execute("ALTER TABLE article RENAME TO item", [])
        .expect("it can be written");
    drop(newer);
    assert!(matches!(
        home.open(),
        Err(Trouble::Newer { version: 99, .. })
    ));
}

#[test]
fn an_older_library_that_cannot_be_written_is_said_to_be_one() {
    let home = Home::new();
    fs::create_dir_all(home.path().parent().expect("it lies in a folder")).expect("there is room");
    let mut old = Connection::open(home.path()).expect("it can be made");
    schema::migrate(&mut old, 1).expect("it can be written");
    drop(old);
    let opened = opening::read_only(&home.path(), Why::Permission);
    let told = opened.map(drop).map_err(|why| why.to_string());
    assert!(told.is_err_and(|why| why.contains("an older parallax wrote this library")));
    drop(home.open().expect("it can be written"));
    let opened = opening::read_only(&home.path(), Why::Permission);
    assert!(opened.is_ok_and(|(_, access)| access == Access::ReadOnly(Why::Permission)));
}

#[test]
fn programs_that_begin_at_once_copy_an_older_library_once() {
    let home = Home::new();
    fs::create_dir_all(home.path().parent().expect("it lies in a folder")).expect("there is room");
    let mut old = Connection::open(home.path()).expect("it can be made");
    schema::migrate(&mut old, 1).expect("it can be written");
    drop(old);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| home.open().expect("it can be read"));
        }
    });
    let names = home.names().into_iter();
    let copies: Vec<String> = names.filter(|name| name.contains("before")).collect();
    let [copy] = copies.as_slice() else {
        unreachable!("there is to be one: {copies:?}");
    };
    let copy = Connection::open(home.path().with_file_name(copy)).expect("it can be read");
    assert_eq!(schema::version(&copy).ok(), Some(1));
}

#[test]
fn what_is_no_library_stays_as_it_is() {
    let home = Home::new();
    drop(home.open().expect("it can be made"));
    for content in [
        "This is a letter, and no database at all.".repeat(100),
        "x".to_owned(),
    ] {
        fs::write(home.path(), &content).expect("it can be written");
        assert!(home.open().is_err_and(|why| why.is_broken()), "{content}");
        assert_eq!(fs::read_to_string(home.path()).ok(), Some(content));
    }
    let aside = Store::set_aside(&home.path()).expect("it can be renamed");
    assert!(aside.exists() && home.open().is_ok());
    fs::remove_file(home.path()).expect("it is there");
    let other = Connection::open(home.path()).expect("it can be made");
    other
        .execute("CREATE TABLE recipe (name TEXT)", [])
        .expect("it can be written");
    drop(other);
    assert!(matches!(home.open(), Err(Trouble::Foreign { .. })));
}

#[test]
fn a_library_that_was_cut_off_is_said_to_be_broken() {
    let home = Home::new();
    let mut store = home.open().expect("it can be made");
    put(&mut store, "/a.txt", TALKS);
    drop(store);
    let whole = fs::read(home.path()).expect("it is there");
    for length in [whole.len() / 2, 4096, 100, 1] {
        fs::write(home.path(), &whole[..length]).expect("it can be written");
        let read = home.open().and_then(|store| store.cards());
        assert!(read.is_err_and(|why| why.is_broken()), "{length}");
        assert_eq!(
            fs::read(home.path()).ok().as_deref(),
            Some(&whole[..length])
        );
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_may_look_into_the_library() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    drop(home.open().expect("it can be made"));
    let mode = |path: &Path| {
        fs::metadata(path)
            .map(|data| data.permissions().mode() & 0o777)
            .ok()
    };
    assert_eq!(mode(&home.path()), Some(0o600));
    assert_eq!(home.path().parent().and_then(mode), Some(0o700));
}

#[test]
fn where_no_library_can_be_made_that_is_said() {
    let home = Home::new();
    drop(home.open().expect("it can be made"));
    let within = home.path().join("library.db");
    assert!(matches!(Store::open(&within), Err(Trouble::Unmade { .. })));
    assert!(matches!(
        Store::open(home.0.path()),
        Err(Trouble::Unmade { .. })
    ));
}

#[test]
fn one_indexes_at_a_time() {
    let home = Home::new();
    let store = home.open().expect("it can be made");
    let lock = store.indexing().expect("it can be made");
    assert!(lock.is_some());
    let mut other = home.open().expect("it can be read");
    assert_eq!(other.index_all(|_| true).expect("it can be read"), None);
    drop(lock);
    assert!(other.index_all(|_| true).expect("it can be read").is_some());
}

#[test]
fn a_library_is_opened_while_another_program_writes() {
    let home = Home::new();
    let mut store = home.open().expect("it can be made");
    put(&mut store, "/a.txt", TALKS);
    let writing = store.connection.unchecked_transaction();
    let writing = writing.expect("nobody else writes");
    writing
        .execute("DELETE FROM article", [])
        .expect("it can be written");
    // Where it waits, it waits until this ends, and that is too late.
    let other = home.open().expect("it can be read");
    assert_eq!(titles(&other).len(), 1);
    drop(writing);
}

#[test]
fn many_write_at_once_and_nothing_is_lost() {
    let home = Home::new();
    drop(home.open().expect("it can be made"));
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let home = &home;
            scope.spawn(move || {
                let mut store = home.open().expect("it can be read");
                for number in 0..10 {
                    put(
                        &mut store,
                        &format!("/{writer}/{number}.txt"),
                        &format!("Item {writer} {number}\n\nNews."),
                    );
                }
                store.index_all(|_| true).expect("it can be written");
            });
        }
    });
    let store = home.open().expect("it can be read");
    assert_eq!(titles(&store).len(), 40);
}
