//! Who is heard in each sentence.

use super::Couple;
use crate::quote::QuoteKind;
use crate::text::Pair;

pub(super) struct Voices(Pair<Vec<Voice>>);

/// What a sentence reports.
#[derive(Clone, Default)]
struct Voice {
    /// The numbers of those whose words it reports, in order and each once.
    speakers: Vec<usize>,
    /// Whether some of these stand in quotation marks.
    direct: bool,
}

/// Whether two sentences report the words of one speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// One of them reports nobody's words, as far as is known.
    Unknown,
    /// Somebody is heard in both.
    Same,
    /// Others are heard here than there.
    Others,
}

impl Voices {
    pub(super) fn new(couple: &Couple<'_>) -> Voices {
        let namesakes = couple.cast.namesakes();
        Voices(
            couple
                .readings
                .zip(couple.articles)
                .map(|(reading, article)| {
                    let mut voices = vec![Voice::default(); reading.sentences.len()];
                    let attributions = couple.cast.attributions.get(article).into_iter().flatten();
                    for (quote, attribution) in reading.quotes.iter().zip(attributions) {
                        for &part in quote.parts.iter().chain(&quote.mention) {
                            let told = voices.get_mut(reading.sentences_in(part));
                            for voice in told.unwrap_or_default() {
                                voice.direct |= quote.kind != QuoteKind::Indirect;
                                let speakers =
                                    attribution.speakers().filter(|_| attribution.is_sure());
                                let speakers = speakers.filter_map(|one| namesakes.get(one));
                                voice.speakers.extend(speakers);
                            }
                        }
                    }
                    for voice in &mut voices {
                        voice.speakers.sort_unstable();
                        voice.speakers.dedup();
                    }
                    voices
                }),
        )
    }

    pub(super) fn heard(&self, sentences: Pair<usize>) -> Heard {
        let speakers = self.speakers(sentences);
        if speakers.left.is_empty() || speakers.right.is_empty() {
            Heard::Unknown
        } else if self.in_both(sentences).next().is_some() {
            Heard::Same
        } else {
            Heard::Others
        }
    }

    /// Those who are heard in both sentences, by their number in `Cast::speakers`.
    pub(super) fn in_both(&self, sentences: Pair<usize>) -> impl Iterator<Item = usize> {
        let speakers = self.speakers(sentences);
        let left = speakers.left.iter().copied();
        left.filter(move |speaker| speakers.right.contains(speaker))
    }

    /// Whether just one of the sentences reports somebody's words.
    pub(super) fn only_one(&self, sentences: Pair<usize>) -> bool {
        let speakers = self.speakers(sentences);
        speakers.left.is_empty() != speakers.right.is_empty()
    }

    /// Whether the sentences quote, each for itself.
    pub(super) fn direct(&self, sentences: Pair<usize>) -> Pair<bool> {
        let voices = self.0.as_ref().zip(sentences);
        voices.map(|(all, number)| all.get(number).is_some_and(|voice| voice.direct))
    }

    fn speakers(&self, sentences: Pair<usize>) -> Pair<&[usize]> {
        let each = self.0.as_ref().zip(sentences);
        each.map(|(all, number)| all.get(number).map_or(&[][..], |voice| &voice.speakers))
    }
}
