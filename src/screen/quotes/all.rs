use std::sync::Arc;

use super::{Naming, QuoteList};
use crate::correction::Subject;
use crate::screen::gathering::{Gathered, Gathering, Scope};

/// The quotes of the articles that the library lists, on a screen of their own.
#[derive(Clone, Debug)]
pub(in crate::screen) struct AllQuotes {
    pub(in crate::screen) gathering: Gathering,
    /// None until they are gathered.
    pub(in crate::screen) list: Option<QuoteList>,
}

impl AllQuotes {
    pub(in crate::screen) fn new() -> AllQuotes {
        AllQuotes {
            gathering: Gathering::new(Scope::Listed),
            list: None,
        }
    }

    /// Takes what was gathered, and shows what was shown before where it is still there. `called` is as in
    /// [`QuoteList::take_over`].
    pub(in crate::screen) fn set(&mut self, found: Arc<Gathered>, called: Option<Subject>) {
        let articles = &found.articles;
        let naming = Naming::outlets(&articles.readings);
        let cast = Arc::clone(&found.cast);
        let mut list = QuoteList::new(
            articles.readings.clone(),
            cast,
            &found.echoes,
            &found.paraphrases,
            naming,
        );
        if let (Some(old), Some(before)) = (&self.list, self.gathering.found()) {
            list.take_over(old, called, |article| {
                articles.number_of(*before.articles.items.get(article)?)
            });
        }
        self.list = Some(list);
        self.gathering.set(found);
    }
}
