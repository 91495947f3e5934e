use frizbee::{Config, Matcher};

use crate::text::fold;

/// A letter that matches scores 12, one in the same case 4 more, and each gap costs some: below this the letters stand
/// so far apart in a long title that the match looks like chance.
const LEAST_SCORE_PER_LETTER: usize = 14;

/// The numbers of the `candidates` that `query` matches, the best first; all of them, in order, when it is empty.
///
/// Both sides are folded, the candidates by the caller. The words of the query match one by one, in any order.
pub(super) fn matching<S: AsRef<str>>(query: &str, candidates: &[S]) -> Vec<usize> {
    let mut kept: Vec<usize> = (0..candidates.len()).collect();
    let mut scores = vec![0_usize; candidates.len()];
    for word in query.split_whitespace() {
        let word = fold(word);
        let least = LEAST_SCORE_PER_LETTER * word.chars().count();
        let mut matcher = Matcher::new(word.as_ref(), &Config::default());
        // Matching them as a list would be a tenth quicker, and take minutes to compile.
        let mut score = |candidate: &S| match matcher.match_one(candidate.as_ref(), 0) {
            Some(hit) => usize::from(hit.score),
            None => 0,
        };
        let found: Vec<usize> = candidates.iter().map(&mut score).collect();
        let good = |number: &usize| found.get(*number).is_some_and(|&score| score >= least);
        kept.retain(good);
        for (score, found) in scores.iter_mut().zip(&found) {
            *score += found;
        }
    }
    kept.sort_by_key(|&number| std::cmp::Reverse(scores.get(number).copied()));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_words_in_any_order_without_accents() {
        let titles = [
            "the mayor refuses to sell the port",
            "cafe owners ask for help",
            "port workers strike",
        ];
        assert_eq!(matching("Café", &titles), [1]);
        assert_eq!(matching("sell port", &titles), [0]);
        assert_eq!(matching("port mayor", &titles), [0]);
        assert_eq!(matching("prt", &titles), [2, 0]);
        assert_eq!(matching("", &titles), [0, 1, 2]);
        assert_eq!(matching("zebra", &titles), [] as [usize; 0]);
    }

    #[test]
    fn letters_far_apart_are_no_match() {
        let titles = ["the right understands most people"];
        assert_eq!(matching("trump", &titles), [] as [usize; 0]);
    }
}
