//! What the reader made, a JSON line for each: written, and read back.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::json;
use crate::annotation::{Annotation, Body, Dated, Place, Target};
use crate::article::{Fingerprint, NoFingerprint};
use crate::text::Span;

/// The version of the form.
const VERSION: u32 = 1;

/// What is told of the article that a mark is about; for eyes alone, and passed over when it is read back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct About {
    /// What it is called.
    pub title: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// Where it came from.
    pub path: String,
}

/// Why a line is no mark.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// It is no JSON, or not of this form.
    #[error("it is not of the form that `parallax export --marks` writes: {0}")]
    Form(#[from] serde_json::Error),
    /// A newer program wrote it.
    #[error("its version is {0}, and this parallax knows {VERSION}")]
    Version(u32),
    /// What it is about can't be told.
    #[error(transparent)]
    Text(#[from] NoFingerprint),
    /// Its kind is not known, or what belongs to that is missing.
    #[error("no mark of the kind {0:?} is so")]
    Kind(String),
    /// Its end stands before its start.
    #[error("{start}..{end} is no place in a text")]
    Place {
        /// Its first byte.
        start: usize,
        /// The byte after the last.
        end: usize,
    },
    /// It can't be told when it was made.
    #[error("{0:?} is no time as RFC 3339 has it")]
    Time(String),
}

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    kind: &'a str,
    value: Option<&'a str>,
    #[serde(flatten)]
    target: TargetForm,
    with: Option<TargetForm>,
    made: &'a str,
    article: Option<&'a About>,
}

#[derive(Deserialize)]
struct Read {
    kind: String,
    value: Option<String>,
    #[serde(flatten)]
    target: TargetForm,
    with: Option<TargetForm>,
    made: String,
}

/// A text or a place in it.
#[derive(Serialize, Deserialize)]
struct TargetForm {
    text: String,
    start: Option<usize>,
    end: Option<usize>,
    exact: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

/// A mark, on one line.
pub fn line(mark: &Dated, about: Option<&About>) -> String {
    let Annotation { target, body } = &mark.annotation;
    json::line(&Written {
        version: VERSION,
        kind: body.kind(),
        value: body.value(),
        target: target.into(),
        with: body.with().map(TargetForm::from),
        made: &mark.made,
        article: about,
    })
}

/// The mark on a line.
///
/// # Errors
/// Says why when there is none.
pub fn read(line: &str) -> Result<Dated, Fault> {
    let version: Version = serde_json::from_str(line)?;
    if version.version != VERSION {
        return Err(Fault::Version(version.version));
    }
    let read: Read = serde_json::from_str(line)?;
    let target = read.target.target()?;
    let with = read.with.map(TargetForm::target).transpose()?;
    let body = Body::of(&read.kind, read.value, with).ok_or(Fault::Kind(read.kind))?;
    let time: Timestamp = read.made.parse().map_err(|_| Fault::Time(read.made))?;
    Ok(Dated {
        annotation: Annotation { target, body },
        // In one zone and to the second, so that the later of two is the greater.
        made: time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
    })
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}

impl From<&Target> for TargetForm {
    fn from(target: &Target) -> TargetForm {
        let place = target.place.as_ref();
        TargetForm {
            text: target.text.to_string(),
            start: place.map(|place| place.span.start),
            end: place.map(|place| place.span.end),
            exact: place.map(|place| place.exact.clone()),
            before: place.map(|place| place.before.clone()),
            after: place.map(|place| place.after.clone()),
        }
    }
}

impl TargetForm {
    fn target(self) -> Result<Target, Fault> {
        let text: Fingerprint = self.text.parse()?;
        let Some((start, end)) = self.start.zip(self.end) else {
            return Ok(Target::whole(text));
        };
        if end < start {
            return Err(Fault::Place { start, end });
        }
        let place = Place {
            span: Span::new(start, end),
            exact: self.exact.unwrap_or_default(),
            before: self.before.unwrap_or_default(),
            after: self.after.unwrap_or_default(),
        };
        let place = Some(place);
        Ok(Target { text, place })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correction::Subject;

    const TEXT: &str = "Rain. The mayor left.";

    fn note() -> Dated {
        let (text, span) = (Fingerprint::of(TEXT), Span::new(6, 21));
        Dated {
            annotation: Annotation {
                target: Target::at(Subject { text, span }, TEXT),
                body: Body::Note("why?\u{1b}".to_owned()),
            },
            made: "2025-08-18T10:00:00Z".to_owned(),
        }
    }

    #[test]
    fn a_line_tells_what_was_marked() {
        let text = Fingerprint::of(TEXT);
        let expected = format!(
            r#"{{"version":1,"kind":"note","value":"why?\u001b","text":"{text}","start":6,"end":21,"exact":"The mayor left.","before":"Rain. ","after":"","with":null,"made":"2025-08-18T10:00:00Z","article":null}}"#
        );
        assert_eq!(line(&note(), None), expected);
    }

    #[test]
    fn what_was_written_is_read_back() {
        let with = Target::whole(Fingerprint::of("other"));
        let tie = Body::Tie { with, tied: true };
        let target = note().annotation.target;
        let about = About::default();
        for body in [note().annotation.body, Body::Read, tie] {
            let annotation = Annotation {
                target: target.clone(),
                body,
            };
            let mark = Dated {
                annotation,
                ..note()
            };
            assert_eq!(read(&line(&mark, Some(&about))).ok(), Some(mark));
        }
    }

    #[test]
    fn what_is_no_mark_is_told() {
        let good = line(&note(), None);
        check("", "it is not of the form");
        check("{}", "it is not of the form");
        check("[1]", "it is not of the form");
        check(
            &good.replace("\"version\":1", "\"version\":2"),
            "its version is 2",
        );
        check(
            &good.replace("note", "mood"),
            "no mark of the kind \"mood\" is so",
        );
        check(
            &good.replace("\"start\":6", "\"start\":60"),
            "60..21 is no place",
        );
        check(&good.replace("10:00:00Z", "noon"), "is no time");
        check(
            &good.replace("\"text\":\"", "\"text\":\"x"),
            "64 hexadecimal digits",
        );
    }

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let told = read(line).map_err(|fault| fault.to_string());
        assert!(
            told.as_ref().is_err_and(|told| told.contains(expected)),
            "{told:?}"
        );
    }
}
