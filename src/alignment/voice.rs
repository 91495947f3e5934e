//! Who is heard in each sentence.

use super::Couple;
use crate::text::Pair;

/// For each sentence, the numbers of those whose words it reports, in order and each once.
pub(super) struct Voices(Pair<Vec<Vec<usize>>>);

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
                    let mut heard = vec![Vec::new(); reading.sentences.len()];
                    let attributions = couple.cast.attributions.get(article).into_iter().flatten();
                    for (quote, attribution) in reading.quotes.iter().zip(attributions) {
                        if !attribution.is_sure() {
                            continue;
                        }
                        let sentences = &reading.sentences;
                        for part in quote.parts.iter().chain(&quote.mention) {
                            let first = sentences.partition_point(|one| one.span.end <= part.start);
                            let end = sentences.partition_point(|one| one.span.start < part.end);
                            for heard in heard.iter_mut().take(end).skip(first) {
                                let speakers = attribution.speakers();
                                heard.extend(speakers.filter_map(|one| namesakes.get(one)));
                            }
                        }
                    }
                    for heard in &mut heard {
                        heard.sort_unstable();
                        heard.dedup();
                    }
                    heard
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

    fn speakers(&self, sentences: Pair<usize>) -> Pair<&[usize]> {
        let each = self.0.as_ref().zip(sentences);
        each.map(|(all, number)| all.get(number).map_or(&[][..], Vec::as_slice))
    }
}
