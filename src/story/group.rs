use std::cmp::{Ordering, Reverse};

use super::growth::grown;
use super::rarity::Rarity;
use super::terms::Terms;
use super::vector::Vector;

/// Articles about the same event.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Their numbers, in order.
    pub articles: Vec<usize>,
    /// The terms that most of them have, with what each tells of them, the most telling first; none when it is one alone.
    pub(super) telling: Vec<(u32, f32)>,
}

/// Groups articles by event. Each is of one story, perhaps the only one there; the largest come first, then that of the
/// lower number. Which articles are together does not depend on their order.
pub fn stories(articles: &[&Terms]) -> Vec<Story> {
    let rarity = Rarity::of(articles.iter().copied());
    // An order of their own, in which sums of their weights come out the same.
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|&a, &b| match (articles.get(a), articles.get(b)) {
        (Some(a), Some(b)) => by_content(a, b),
        _ => Ordering::Equal,
    });
    let ordered = order.iter().filter_map(|&number| articles.get(number));
    let vectors: Vec<Vector> = ordered.map(|terms| Vector::new(terms, &rarity)).collect();
    let mut stories: Vec<Story> = grown(vectors)
        .into_iter()
        .map(|(members, vector)| {
            let mut members: Vec<usize> = members
                .iter()
                .filter_map(|&at| order.get(at).copied())
                .collect();
            members.sort_unstable();
            Story {
                telling: telling(&members, articles, &vector, &rarity),
                articles: members,
            }
        })
        .collect();
    stories.sort_by_key(|story| {
        (
            Reverse(story.articles.len()),
            story.articles.first().copied(),
        )
    });
    stories
}

fn by_content(a: &Terms, b: &Terms) -> Ordering {
    let keys = |terms: &Terms| -> Vec<(u32, u32)> {
        let weights = terms.weights.iter();
        weights
            .map(|(key, weight)| (*key, weight.to_bits()))
            .collect()
    };
    let lengths = a.weights.len().cmp(&b.weights.len());
    lengths
        .then(a.day.cmp(&b.day))
        .then_with(|| keys(a).cmp(&keys(b)))
}

/// The terms that most of the `members` have, worth the more the fewer of the others have them; the best first.
fn telling(
    members: &[usize],
    articles: &[&Terms],
    vector: &Vector,
    rarity: &Rarity,
) -> Vec<(u32, f32)> {
    if members.len() < 2 {
        return Vec::new();
    }
    let all = vector.articles;
    let others = (rarity.articles - all).max(1.0);
    let mut telling: Vec<(u32, f32)> = vector
        .heaviest(TELLING)
        .into_iter()
        .filter_map(|(key, weight)| {
            let holds = |&&number: &&usize| articles.get(number).is_some_and(|one| one.has(key));
            #[expect(
                clippy::cast_precision_loss,
                reason = "articles are counted in thousands"
            )]
            let inside = members.iter().filter(holds).count() as f32;
            let outside = (rarity.holding(key) - inside) / others;
            let worth = weight / all * inside / all * (1.0 - outside).max(0.0);
            (2.0 * inside > all).then_some((key, worth))
        })
        .collect();
    telling.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    telling
}

/// So many terms are enough to find words for a story.
const TELLING: usize = 60;
