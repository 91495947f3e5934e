use crate::annotation::{Annotation, Body, Target};
use crate::correction::Verdict;
use crate::quote::Owner;
use crate::screen::library::{Item, Library};
use crate::screen::narrowing::Sort;
use crate::text::on_one_line;

/// Said of what is bound to a text that no article has.
pub(in crate::screen) const NOT_THERE: &str = "its article is not in the library";

/// One thing that the reader made.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Thing {
    pub(in crate::screen) annotation: Annotation,
    pub(in crate::screen) kind: Kind,
    /// The number of the item that it is about; `None` when no article has that text.
    pub(in crate::screen) item: Option<usize>,
    /// The item that has the other passage of a tie.
    pub(in crate::screen) with: Option<usize>,
    pub(in crate::screen) outlet: String,
    pub(in crate::screen) title: String,
    pub(in crate::screen) date: Option<String>,
}

/// What sort of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screen) enum Kind {
    Bookmark,
    Note,
    Tag,
    Label,
    Speaker,
    Link,
}

impl Sort for Kind {
    const ALL: &'static [Kind] = &[
        Kind::Bookmark,
        Kind::Note,
        Kind::Tag,
        Kind::Label,
        Kind::Speaker,
        Kind::Link,
    ];

    fn name(self) -> &'static str {
        match self {
            Kind::Bookmark => "bookmarks",
            Kind::Note => "notes",
            Kind::Tag => "tags",
            Kind::Label => "labels",
            Kind::Speaker => "quotes",
            Kind::Link => "links",
        }
    }
}

impl Kind {
    /// The sign before it in a list.
    pub(in crate::screen) fn sign(self) -> &'static str {
        match self {
            Kind::Bookmark => crate::screen::notes::BOOKMARKED,
            Kind::Note => crate::screen::notes::NOTED,
            Kind::Tag => "#",
            Kind::Label => ":",
            Kind::Speaker => "*",
            Kind::Link => "=",
        }
    }
}

impl Thing {
    /// `None` for what is in no list: which articles were read.
    pub(super) fn new(annotation: &Annotation, library: &Library) -> Option<Thing> {
        let kind = match &annotation.body {
            Body::Read => return None,
            Body::Bookmark => Kind::Bookmark,
            Body::Note(_) => Kind::Note,
            Body::Tag(_) => Kind::Tag,
            Body::Label(..) => Kind::Label,
            Body::Verdict(_) => Kind::Speaker,
            Body::Tie { .. } => Kind::Link,
        };
        let item_of = |target: &Target| library.items_with(target.text).next();
        let number = item_of(&annotation.target);
        let with = match &annotation.body {
            Body::Tie { with, .. } => item_of(with),
            _ => None,
        };
        let item = number.and_then(|number| library.item(number));
        let title = item.and_then(Item::title).map(|(title, _)| title);
        Some(Thing {
            annotation: annotation.clone(),
            kind,
            item: number,
            with,
            outlet: item.map_or("", Item::outlet).to_owned(),
            title: title.unwrap_or(NOT_THERE).to_owned(),
            date: item.and_then(Item::date).map(str::to_owned),
        })
    }

    /// The words that it is about; the title where it is about all of an article.
    pub(in crate::screen) fn words(&self) -> String {
        match &self.annotation.target.place {
            Some(place) => on_one_line(&place.exact),
            None => self.title.clone(),
        }
    }

    /// What the reader says of that; empty for a bookmark.
    pub(in crate::screen) fn says(&self) -> String {
        match &self.annotation.body {
            Body::Read | Body::Bookmark => String::new(),
            Body::Note(words) => words.clone(),
            Body::Tag(tag) => format!("#{tag}"),
            Body::Label(field, value) => format!("{}: {value}", field.name()),
            Body::Verdict(Verdict::Whose(Owner::Somebody(name))) => format!("said by {name}"),
            Body::Verdict(Verdict::Whose(Owner::Nobody)) => "said by nobody named".to_owned(),
            Body::Verdict(Verdict::NotAQuote) => "no quote".to_owned(),
            Body::Tie { tied: true, .. } => "tied".to_owned(),
            Body::Tie { tied: false, .. } => "taken apart".to_owned(),
        }
    }

    /// The words of the other passage of a tie.
    pub(in crate::screen) fn other_words(&self) -> Option<String> {
        match &self.annotation.body {
            Body::Tie { with, .. } => Some(on_one_line(&with.place.as_ref()?.exact)),
            _ => None,
        }
    }

    /// What words are looked for in.
    pub(super) fn searched(&self) -> String {
        let parts = [
            self.says(),
            self.words(),
            self.other_words().unwrap_or_default(),
        ];
        let known = [self.outlet.as_str(), self.title.as_str()];
        format!("{} {}", parts.join(" "), known.join(" "))
    }
}
