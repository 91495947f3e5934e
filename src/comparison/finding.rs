//! All that tells two articles apart, as one list to be walked.

mod quoted;
#[cfg(test)]
mod tests;

use super::{Comparison, Homes};
use crate::choice::Choice;
use crate::conflict::{Conflict, ConflictKind};
use crate::difference::{Difference, LightSort, Nearness};
use crate::echo::EchoKind;
use crate::omission::Omission;
use crate::text::{Pair, Side, Span, on_one_line};

/// Something that tells the two articles apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The row where it stands, in the left article when both have it.
    pub row: usize,
    /// The sentences where it stands, numbers in `Reading::sentences`, in order; of one side at least.
    pub sentences: Pair<Vec<usize>>,
    /// The words that make it, in order, within those sentences; none where all of them do.
    pub spans: Pair<Vec<Span>>,
    /// What it comes to, in a short line of words.
    pub says: String,
}

/// What tells articles apart, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// Both cannot hold, or are not told with the same certainty or on the same authority.
    Conflict(ConflictKind),
    /// A quote is cut, altered or ascribed to somebody else; never the same.
    Quote(EchoKind),
    /// One quotes what the other tells in its own words.
    Paraphrase,
    /// The passages are the same but for some words.
    Words,
    /// They call one thing by different words.
    Choice,
    /// This side has a part of a passage that the other leaves out.
    LeftOut(Side),
    /// A passage that the articles have in nearly the same words stands elsewhere.
    Moved,
    /// Only this side has the passage.
    Only(Side),
}

/// The same without what tells those of one sort apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FindingSort {
    /// What they disagree on.
    Conflict,
    /// Quotes that are not the same.
    Quote,
    /// Quoted here, told there.
    Paraphrase,
    /// Changed words.
    Words,
    /// Different words for one thing.
    Choice,
    /// Left out of a passage that both have.
    LeftOut,
    /// Passages that stand elsewhere.
    Moved,
    /// Passages that only one has.
    Only,
}

impl FindingSort {
    /// All, in the order of [`FindingKind`].
    pub const ALL: [FindingSort; 8] = [
        FindingSort::Conflict,
        FindingSort::Quote,
        FindingSort::Paraphrase,
        FindingSort::Words,
        FindingSort::Choice,
        FindingSort::LeftOut,
        FindingSort::Moved,
        FindingSort::Only,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            FindingSort::Conflict => "conflicts",
            FindingSort::Quote => "quotes",
            FindingSort::Paraphrase => "paraphrased",
            FindingSort::Words => "words",
            FindingSort::Choice => "word choice",
            FindingSort::LeftOut => "left out",
            FindingSort::Moved => "moved",
            FindingSort::Only => "only here",
        }
    }
}

impl FindingKind {
    /// Of which sort it is.
    pub fn sort(self) -> FindingSort {
        match self {
            FindingKind::Conflict(_) => FindingSort::Conflict,
            FindingKind::Quote(_) => FindingSort::Quote,
            FindingKind::Paraphrase => FindingSort::Paraphrase,
            FindingKind::Words => FindingSort::Words,
            FindingKind::Choice => FindingSort::Choice,
            FindingKind::LeftOut(_) => FindingSort::LeftOut,
            FindingKind::Moved => FindingSort::Moved,
            FindingKind::Only(_) => FindingSort::Only,
        }
    }

    /// A word or two for it.
    pub fn name(self) -> &'static str {
        match self {
            FindingKind::Conflict(kind) => kind.name(),
            FindingKind::Quote(EchoKind::Cut) => "quote cut",
            FindingKind::Quote(EchoKind::OtherSpeaker) => "whose",
            FindingKind::Quote(EchoKind::Altered | EchoKind::Same) => "quote altered",
            FindingKind::Paraphrase => "paraphrased",
            FindingKind::Words => "words",
            FindingKind::Choice => "word choice",
            FindingKind::LeftOut(Side::Left) => "left out in B",
            FindingKind::LeftOut(Side::Right) => "left out in A",
            FindingKind::Moved => "moved",
            FindingKind::Only(Side::Left) => "only in A",
            FindingKind::Only(Side::Right) => "only in B",
        }
    }
}

impl Comparison {
    /// All that tells the articles apart, in the order of rows, the gravest of a row first.
    pub fn findings(&self) -> Vec<Finding> {
        let finder = Finder {
            comparison: self,
            homes: Homes::new(self),
        };
        let conflicts = self.conflicts.iter().filter_map(|one| finder.conflict(one));
        let omissions = self.omissions.iter().filter_map(|one| finder.omission(one));
        let choices = self.choices.iter().filter_map(|one| finder.choice(one));
        let mut findings: Vec<Finding> = conflicts.chain(omissions).collect();
        findings.extend(finder.quotes());
        let told = ToldWords::new(&findings);
        findings.extend(choices);
        findings.extend(finder.paraphrases());
        findings.extend(finder.rows(&told));
        // What is of one kind keeps its order.
        findings.sort_by_key(|finding| (finding.row, finding.kind));
        findings
    }
}

/// The words that findings have told already, as spans in order and apart.
struct ToldWords(Pair<Vec<Span>>);

impl ToldWords {
    fn new(findings: &[Finding]) -> ToldWords {
        let apart = Side::BOTH.map(|side| {
            let all = findings.iter().flat_map(|one| one.spans.get(side));
            let mut all: Vec<Span> = all.copied().collect();
            all.sort_unstable();
            all.dedup_by(|next, last| {
                let meet = next.start <= last.end;
                last.end = if meet {
                    last.end.max(next.end)
                } else {
                    last.end
                };
                meet
            });
            all
        });
        ToldWords(pair(apart))
    }

    /// Those of `spans` that have words which are not told yet.
    fn others(&self, spans: &Pair<Vec<Span>>) -> Pair<Vec<Span>> {
        pair(Side::BOTH.map(|side| {
            let told = self.0.get(side);
            let is_told = |span: &Span| {
                let at = told.partition_point(|one| one.end < span.end);
                told.get(at).is_some_and(|one| one.start < span.end)
            };
            let spans = spans.get(side).iter().copied();
            spans.filter(|span| !is_told(span)).collect()
        }))
    }
}

/// What findings are found in.
struct Finder<'a> {
    comparison: &'a Comparison,
    homes: Homes,
}

/// Of what differs in a passage, so many runs of words are told in a line.
const RUNS: usize = 8;

impl Finder<'_> {
    /// A finding in the row of its first sentence; `None` when it has none.
    fn finding(
        &self,
        kind: FindingKind,
        mut sentences: Pair<Vec<usize>>,
        mut spans: Pair<Vec<Span>>,
        says: String,
    ) -> Option<Finding> {
        for side in Side::BOTH {
            sentences.get_mut(side).sort_unstable();
            sentences.get_mut(side).dedup();
            spans.get_mut(side).sort_unstable();
        }
        let sides = sentences.as_ref().sides().into_iter();
        let rows = sides.filter_map(|(side, all)| self.homes.of(side, *all.first()?));
        let row = rows.take(1).next()?;
        Some(Finding {
            kind,
            row,
            sentences,
            spans,
            says,
        })
    }

    fn conflict(&self, conflict: &Conflict) -> Option<Finding> {
        self.finding(
            FindingKind::Conflict(conflict.kind),
            conflict.sentences.map(|sentence| vec![sentence]),
            conflict.claims.as_ref().map(|claim| claim.spans.clone()),
            conflict.words(),
        )
    }

    fn omission(&self, omission: &Omission) -> Option<Finding> {
        let Omission { side, .. } = *omission;
        let mut sentences = Pair::new(vec![omission.beside], vec![omission.beside]);
        *sentences.get_mut(side) = vec![omission.sentence];
        let mut spans = Pair::default();
        *spans.get_mut(side) = vec![omission.span];
        let says = self.words(side, omission.span);
        let kind = FindingKind::LeftOut(side);
        let mut finding = self.finding(kind, sentences, spans, says)?;
        // The reader looks for it where it stands.
        finding.row = self.homes.of(side, omission.sentence)?;
        Some(finding)
    }

    fn choice(&self, choice: &Choice) -> Option<Finding> {
        let of = |side: Side| {
            let all = choice.wordings.iter();
            all.filter(move |called| called.article == side as usize)
        };
        let [left, right] = Side::BOTH.map(|side| {
            let mut different: Vec<String> = Vec::new();
            for words in of(side).map(|called| self.words(side, called.span)) {
                if !different.contains(&words) {
                    different.push(words);
                }
            }
            different.join(", ")
        });
        // A text that uses several words for one thing does not differ from itself by them.
        let texts = self.comparison.readings.as_ref().map(|one| one.fingerprint);
        if left.is_empty() || right.is_empty() || texts.left == texts.right {
            return None;
        }
        let sentences = Side::BOTH.map(|side| of(side).map(|called| called.sentence).collect());
        let spans = Side::BOTH.map(|side| of(side).map(|called| called.span).collect());
        self.finding(
            FindingKind::Choice,
            pair(sentences),
            pair(spans),
            format!("{left} | {right}"),
        )
    }

    /// What rows as such tell: changed words, what was moved, what only one side has.
    fn rows(&self, told: &ToldWords) -> Vec<Finding> {
        let moved = self.comparison.moved();
        let rows = self.comparison.rows.iter().zip(moved);
        let found = rows.flat_map(|(row, moved)| {
            let sentences = row.sentences.clone().map(Iterator::collect::<Vec<usize>>);
            let near = row.difference.as_ref();
            let near = near.filter(|one| one.nearness == Nearness::NearCopy);
            let changed = near.and_then(|difference| {
                let spans = pair(Side::BOTH.map(|side| changed_words(difference, side)));
                let spans = told.others(&spans);
                let [left, right] = Side::BOTH.map(|side| self.runs(side, spans.get(side)));
                let differs = !spans.left.is_empty() || !spans.right.is_empty();
                let says = format!("{left} | {right}");
                let finding = self.finding(FindingKind::Words, sentences.clone(), spans, says);
                finding.filter(|_| differs)
            });
            let moved = moved.and_then(|places| {
                let words = format!("passage {} in A, {} in B", places.left, places.right);
                let says = [words.as_str(), &row.topic].join(": ");
                let says = says.trim_end_matches([':', ' ']).to_owned();
                self.finding(FindingKind::Moved, sentences.clone(), Pair::default(), says)
            });
            let only = row.only().and_then(|side| {
                let all = &self.comparison.readings.get(side).sentences;
                let first = all.get(row.sentences.get(side).start)?;
                let says = self.words(side, first.span);
                let kind = FindingKind::Only(side);
                self.finding(kind, sentences.clone(), Pair::default(), says)
            });
            [changed, moved, only].into_iter().flatten()
        });
        found.collect()
    }

    /// Runs of words in a line, `–` for none.
    fn runs(&self, side: Side, spans: &[Span]) -> String {
        if spans.is_empty() {
            return "–".to_owned();
        }
        let words = spans.iter().take(RUNS).map(|&span| self.words(side, span));
        let mut words: Vec<String> = words.collect();
        if spans.len() > RUNS {
            words.push("…".to_owned());
        }
        words.join(" … ")
    }

    fn words(&self, side: Side, span: Span) -> String {
        on_one_line(span.of(&self.comparison.readings.get(side).article.text))
    }
}

/// The words that are lit on one side because only it has them.
fn changed_words(difference: &Difference, side: Side) -> Vec<Span> {
    let lights = difference.lights(side).into_iter();
    let differing = lights.filter(|light| light.sort == LightSort::Differing);
    differing.map(|light| light.span).collect()
}

fn pair<T>([left, right]: [T; 2]) -> Pair<T> {
    Pair::new(left, right)
}
