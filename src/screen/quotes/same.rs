use super::QuoteList;
use super::group::{Grouping, Heading, NOBODY_NAMED, grouped};
use crate::echo::{Echoed, QuotePlace};

impl QuoteList {
    /// The next quote of the one who says `quoted`, or the one before, around at the ends; and which it is.
    pub(in crate::screen) fn same_speaker(
        &self,
        quoted: QuotePlace,
        back: bool,
    ) -> Option<(QuotePlace, String)> {
        let groups = grouped(&self.readings, &self.cast, Grouping::Speaker);
        let has_it = |(_, quotes): &&(Heading, Vec<QuotePlace>)| quotes.contains(&quoted);
        let (heading, theirs) = groups.iter().find(has_it)?;
        let at = theirs.iter().position(|&other| other == quoted)?;
        let count = theirs.len();
        let next = if back { at + count - 1 } else { at + 1 } % count;
        let around = match back {
            _ if count == 1 => "",
            true if next > at => "around to the last: ",
            false if next < at => "around to the first: ",
            _ => "",
        };
        let which = self.which(*heading, next, count);
        let next = *theirs.get(next)?;
        let retold = self.retold_by(next);
        Some((next, format!("{around}{which}{retold}")))
    }

    /// Which of its speaker's quotes a quote is.
    pub(in crate::screen) fn place_of(&self, quoted: QuotePlace) -> Option<String> {
        let groups = grouped(&self.readings, &self.cast, Grouping::Speaker);
        groups.iter().find_map(|(heading, quotes)| {
            let at = quotes.iter().position(|&other| other == quoted)?;
            let which = self.which(*heading, at, quotes.len());
            Some(format!("{which}{}", self.retold_by(quoted)))
        })
    }

    fn which(&self, heading: Heading, at: usize, count: usize) -> String {
        let whose = self.whose(heading);
        if count == 1 {
            format!("the only quote {whose}")
        } else {
            format!("{} of {count} {whose}", at + 1)
        }
    }

    /// Who tells a quote without marks, or quotes what it tells.
    fn retold_by(&self, quoted: QuotePlace) -> String {
        let (mut told, mut tells): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for (how, other) in self.others_of(quoted) {
            let who = self.naming.called(other.article);
            let others = if how == Echoed::Told {
                &mut told
            } else {
                &mut tells
            };
            if others.last() != Some(&who) {
                others.push(who);
            }
        }
        match (told.as_slice(), tells.as_slice()) {
            ([], []) => String::new(),
            ([], tells) => format!("; quoted by {}", tells.join(", ")),
            (told, _) => format!("; told in other words by {}", told.join(", ")),
        }
    }

    fn whose(&self, heading: Heading) -> String {
        match heading {
            Heading::Perhaps => "whose speaker is doubtful".to_owned(),
            Heading::Nobody => format!("with {NOBODY_NAMED}"),
            _ => format!("of {}", self.heading(heading).0),
        }
    }

    /// The first quote of an article that reaches beyond the byte `at`.
    pub(in crate::screen) fn first_from(&self, article: usize, at: usize) -> Option<QuotePlace> {
        let quotes = &self.readings.get(article)?.quotes;
        let quote = quotes.iter().position(|quote| quote.span().end > at)?;
        Some(QuotePlace { article, quote })
    }
}
