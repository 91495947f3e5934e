use std::sync::Arc;

use super::marked::Marked;
use super::{Piece, Role, Roles};
use crate::article::Article;
use crate::echo::{Laid, Rank, Segment, Version};
use crate::reading::Reading;
use crate::speaker::{Attribution, Cast, NOBODY_NAMED};

/// The columns left free before a version's words, below the line that says whose they are.
const INDENT: usize = 2;

/// A stretch that is left out is shown whole up to so many words; the fullest version, which has all of it, stands above.
const LONGEST: usize = 16;

/// So many words at both ends stay of a longer one.
const ENDS: usize = 4;

/// A version for a width: who has it and how it stands to the fullest, its words laid over that, and why it is whose it
/// is where that matters. What it leaves out stands in `[-…-]`, what it has instead in `{+…+}`.
pub fn typeset_version(
    version: &Version,
    readings: &[Arc<Reading>],
    cast: &Cast,
    width: usize,
) -> Vec<Vec<Piece>> {
    let Some(reading) = readings.get(version.article) else {
        return Vec::new();
    };
    let whole = readings.get(version.fullest_in).unwrap_or(reading);
    let attribution = cast.attribution(version.article, version.quote);
    let head = head(version, &reading.article, attribution, cast);
    let mut lines = head.lines(width, 0);
    let words = words(version, &reading.article.text, &whole.article.text);
    lines.extend(words.lines(width, INDENT));
    if version.rank != Rank::Other || version.otherwise {
        let quote = reading.quotes.get(version.quote);
        let why = attribution.and_then(|one| Some(one.why(quote?)));
        lines.extend(Marked::of(&why.unwrap_or_default(), Role::Dim).lines(width, INDENT));
    }
    lines
}

/// Who has a version, whose it is there, and how it stands to the fullest.
fn head(
    version: &Version,
    article: &Article,
    attribution: Option<&Attribution>,
    cast: &Cast,
) -> Marked {
    let mut head = Marked::of(article.label.outlet(), Role::Headline);
    let mut add = |words: &str, role: Role| {
        head.put(" · ", Role::Dim);
        head.put(words, role);
    };
    let is_sure = !version.speakers.is_empty() || attribution.is_some_and(Attribution::is_sure);
    match names(version, attribution, cast).as_deref() {
        // The others are somebody else's than the fullest, which stands first.
        Some(name) if version.otherwise && version.rank == Rank::Fullest => {
            add(name, Role::Warning);
        }
        Some(name) if version.otherwise => {
            add(&format!("ascribed to someone else: {name}"), Role::Warning);
        }
        Some(name) if is_sure => add(name, Role::Name),
        Some(name) => add(&format!("perhaps {name}"), Role::Warning),
        None => add(NOBODY_NAMED, Role::Dim),
    }
    let channel = attribution.and_then(|one| one.channel);
    let channel = channel.map(|channel| format!("via {}", channel.of(&article.text)));
    for words in channel.into_iter().chain(standing(version)) {
        add(&words, Role::Dim);
    }
    head
}

/// All whose a version is. Its first piece may be doubtful where another is sure.
fn names(version: &Version, attribution: Option<&Attribution>, cast: &Cast) -> Option<String> {
    let sure = cast.listed(version.speakers.iter().copied());
    sure.or_else(|| cast.names(attribution?))
}

/// How the words of a version stand to the fullest.
fn standing(version: &Version) -> Vec<String> {
    match version.rank {
        Rank::Alone => return Vec::new(),
        Rank::Told => return vec!["in its own words".to_owned()],
        Rank::Fullest => return vec!["the fullest".to_owned()],
        Rank::Other => (),
    }
    let words = |count: usize| format!("{count} word{}", if count == 1 { "" } else { "s" });
    let (gone, own) = (version.count(Laid::Missing), version.count(Laid::Added));
    let is_recased = version.count(Laid::Recased) > 0;
    let mut said = match (gone, own) {
        (0, 0) if is_recased => Vec::new(),
        (0, 0) => vec!["the same".to_owned()],
        (_, 0) => vec![format!("cut: {} gone", words(gone))],
        (0, _) => vec![format!("{} added", words(own))],
        _ if gone == own => vec![format!("{} altered", words(own))],
        _ => vec![format!("altered: {} of its own, {gone} gone", words(own))],
    };
    if is_recased {
        said.push("other capitals".to_owned());
    }
    said
}

/// The words of a version in their quotation marks; `text` is that of its article, `whole` that of the fullest's.
fn words(version: &Version, text: &str, whole: &str) -> Marked {
    let mut words = Marked::default();
    let mut open: Option<usize> = None;
    let mut last: Option<&Segment> = None;
    for segment in &version.segments {
        if segment.piece != open && open.is_some() {
            words.put("”", Roles::NONE);
        }
        // A compound word of which a part differs is not torn apart.
        let goes_on = last.is_some_and(|last| {
            let is_own = |one: &Segment| one.laid != Laid::Missing;
            is_own(last) && is_own(segment) && last.span.end == segment.span.start
        });
        if !goes_on {
            words.gap();
        }
        if segment.piece != open && segment.piece.is_some() {
            words.put("“", Roles::NONE);
        }
        open = segment.piece;
        last = Some(segment);
        let roles = match segment.laid {
            Laid::Shared => Roles::NONE,
            Laid::Recased => Role::Recased.into(),
            Laid::Added => Role::Differing.into(),
            Laid::Missing => Role::Missing.into(),
        };
        // What only tells a quote is no other version of its words.
        if version.rank == Rank::Told {
            words.put(segment.span.of(text), roles);
        } else {
            words.put(&bracketed(segment, text, whole), roles);
        }
    }
    if open.is_some() {
        words.put("”", Roles::NONE);
    }
    words
}

/// What tells a version from the fullest, without what they share: `[-We will-] … {+not+}`. `text` is that of its article,
/// `whole` that of the fullest's.
pub fn told_apart(version: &Version, text: &str, whole: &str) -> String {
    let mut words = String::new();
    for stretch in version
        .segments
        .chunk_by(|one, next| differs(one) == differs(next))
    {
        let each = stretch.iter().filter(|segment| differs(segment));
        let each: Vec<String> = each.map(|one| bracketed(one, text, whole)).collect();
        if !each.is_empty() {
            let before = if words.is_empty() { "" } else { " … " };
            words = format!("{words}{before}{}", each.join(" "));
        }
    }
    words
}

fn differs(segment: &Segment) -> bool {
    matches!(segment.laid, Laid::Missing | Laid::Added)
}

/// The words of a segment, in the brackets that tell how they stand to the fullest.
fn bracketed(segment: &Segment, text: &str, whole: &str) -> String {
    match segment.laid {
        Laid::Shared | Laid::Recased => segment.span.of(text).to_owned(),
        Laid::Added => format!("{{+{}+}}", segment.span.of(text)),
        Laid::Missing => format!("[-{}-]", ends(segment, whole)),
    }
}

/// What is missing, of a long stretch only both ends.
fn ends(segment: &Segment, whole: &str) -> String {
    let words: Vec<&str> = segment.span.of(whole).split_whitespace().collect();
    if words.len() <= LONGEST {
        return words.join(" ");
    }
    let (first, rest) = words.split_at_checked(ENDS).unwrap_or_default();
    let (between, last) = rest
        .split_at_checked(rest.len().saturating_sub(ENDS))
        .unwrap_or_default();
    format!(
        "{} … {} words … {}",
        first.join(" "),
        between.len(),
        last.join(" ")
    )
}
