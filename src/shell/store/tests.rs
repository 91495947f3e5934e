mod alike;
mod articles;
mod indexed;
mod marking;
mod opened;

use super::*;
use crate::article::{Article, Label};

/// Long enough to be compared with others.
const TALKS: &str = "Talks on the harbour end without a deal\n\nThe harbour talks between the dockers and the port of \
    Springfield ended on Monday without a deal, after nine hours behind closed doors.\n\n“We will not sell the old cranes,” \
    Mayor Jane Doe said. Dockers had asked for a new contract, better pay and a pledge that no crane leaves the quay.\n\n\
    The port said it would go on with negotiations next week, and that ships would be unloaded until then. Nobody was \
    hurt when a crowd gathered at the gates in the evening.\n";

impl Store {
    fn put(&mut self, incoming: &Incoming) -> Result<Put, Trouble> {
        let put = self.put_all(std::slice::from_ref(incoming))?;
        Ok(put[0])
    }
}

/// A library that is gone when it is dropped.
fn memory() -> Store {
    Store {
        connection: opening::in_memory().expect("memory is enough"),
        path: None,
        access: Access::Whole,
    }
}

fn incoming(path: &str, text: &str) -> Incoming {
    let label = Label {
        path: path.to_owned(),
        short: path.trim_start_matches('/').replace(".txt", ""),
        ..Label::default()
    };
    Incoming {
        location: Location::File(path.into()),
        article: Article::plain(text.to_owned(), label),
    }
}

fn put(store: &mut Store, path: &str, text: &str) -> Put {
    store.put(&incoming(path, text)).expect("it can be written")
}

fn index(store: &mut Store) -> usize {
    let progress = store.index_all(|_| true).expect("it can be written");
    progress.expect("nobody else is at it").done
}

fn titles(store: &Store) -> Vec<String> {
    let cards = store.cards().expect("it can be read");
    cards
        .into_iter()
        .map(|one| one.card.title.into_string())
        .collect()
}
