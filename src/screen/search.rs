use super::input::Input;
use super::keymap::Action;
use super::message::{Effect, Ticket};
use super::scroll::Cursor;
use crate::query::{Form, Hit, MOST_HITS, Query};

/// The lines that each hit takes: the article, and two of what was found there.
pub(super) const LINES: usize = 3;

/// All articles, searched as one types.
#[derive(Clone, Debug)]
pub(super) struct Search {
    pub(super) input: Input,
    /// Whether the line is still as it was typed the last time.
    is_old: bool,
    /// What the line means.
    pub(super) query: Query,
    /// What of it is not understood.
    pub(super) complaints: Vec<String>,
    /// What was found last, each with the number of its item; `None` while nothing is looked for.
    pub(super) hits: Option<Vec<(usize, Hit)>>,
    /// The request that is under way; what was found before is shown until then.
    pub(super) ticket: Option<Ticket>,
    /// On one of `hits`.
    pub(super) cursor: Cursor,
}

impl Search {
    /// With a line that was typed before.
    pub(super) fn new(line: &str) -> Search {
        Search {
            is_old: true,
            input: Input::new(line),
            query: Query::default(),
            complaints: Vec::new(),
            hits: None,
            ticket: None,
            cursor: Cursor::default(),
        }
    }

    /// Takes what was typed; it takes the place of a line that was typed before, unless that was moved in or edited since.
    pub(super) fn insert(&mut self, typed: &str) {
        if std::mem::take(&mut self.is_old) {
            self.input = Input::default();
        }
        self.input.insert(typed);
    }

    /// Edits the line, or moves in it; says whether it has changed.
    pub(super) fn edit(&mut self, action: Action) -> bool {
        let before = self.input.clone();
        let has_changed = self.input.edit(action);
        self.is_old &= self.input == before;
        has_changed
    }

    /// Asks for what the line means now, if that has changed.
    pub(super) fn ask(&mut self, ticket: Ticket, today: i64) -> Option<Effect> {
        let parsed = Query::parse(self.input.text(), today, true);
        self.complaints = parsed.complaints;
        let query = without_single_letter(parsed.query);
        if query == self.query {
            return None;
        }
        self.query = query;
        if self.query.is_empty() {
            self.hits = None;
            self.ticket = None;
            return None;
        }
        self.ticket = Some(ticket);
        Some(Effect::Search(ticket, self.query.clone()))
    }

    /// Takes an answer, if it is the wanted one, with the cursor on the best.
    pub(super) fn set(&mut self, ticket: Ticket, hits: &[(usize, Hit)]) {
        if self.ticket != Some(ticket) {
            return;
        }
        self.ticket = None;
        self.hits = Some(hits.to_vec());
        self.cursor.go(0, self.count());
    }

    /// Waits no longer for an answer that does not come; the same line can be asked for again.
    pub(super) fn give_up(&mut self) {
        self.ticket = None;
        self.query = Query::default();
    }

    /// The hit under the cursor, with the number of its item.
    pub(super) fn here(&self) -> Option<&(usize, Hit)> {
        self.hits.as_ref()?.get(self.cursor.at)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.hits.as_ref().map_or(0, Vec::len)
    }

    /// How many there are, in words.
    pub(super) fn extent(&self) -> String {
        match (&self.hits, self.ticket) {
            (_, Some(_)) => "searching…".to_owned(),
            (None, None) => "all articles, quotes and speakers".to_owned(),
            (Some(hits), None) if hits.len() >= MOST_HITS => format!("the {MOST_HITS} best"),
            (Some(hits), None) => format!("{} found", hits.len()),
        }
    }

    pub(super) fn act(&mut self, action: Action) {
        self.cursor.act(action, self.count());
    }

    /// Takes the number of lines that there are for hits.
    pub(super) fn set_height(&mut self, height: usize) {
        let hits = (height / LINES).max(1);
        self.cursor.set_height(hits, self.count());
    }

    /// What may find more, when nothing is found.
    pub(super) fn advice(&self) -> Vec<&'static str> {
        let has = |form: Form| self.query.wanted().any(|words| words.form == form);
        let words = self.query.wanted().count();
        let fields = Query {
            words: Vec::new(),
            ..self.query.clone()
        };
        let advice = [
            (words > 1, "fewer words: all of them must be there"),
            (has(Form::Phrase), "the words without quotation marks"),
            (has(Form::Word), "the beginning of a word: zelen*"),
            (words < self.query.words.len(), "nothing left out with -"),
            (!fields.is_empty(), "fewer fields"),
        ];
        let advice = advice.into_iter().filter(|(fits, _)| *fits);
        advice.map(|(_, says)| says).collect()
    }
}

/// Leaves out a word of one letter at the end, which is only beginning to be typed and begins too many words.
fn without_single_letter(mut query: Query) -> Query {
    let is_single = |text: &str| text.len() == 1;
    let last = query.words.last();
    if last.is_some_and(|words| words.form == Form::Prefix && is_single(&words.text)) {
        query.words.pop();
    }
    query
}
