use std::collections::HashMap;
use std::sync::Arc;

/// How much each of `others` has in common with `one`, from 0 to 1: the cosine of their sets of terms, each term
/// weighed by how few of the articles have it. Terms are sorted numbers, each once.
pub fn in_common(one: &[u64], others: &[(usize, Arc<Vec<u64>>)]) -> Vec<(usize, f32)> {
    let mut having: HashMap<u64, u32> = HashMap::new();
    let sets = others.iter().map(|(_, terms)| terms.as_slice());
    for &term in sets.chain([one]).flatten() {
        *having.entry(term).or_default() += 1;
    }
    let all = f64::from(u32::try_from(others.len() + 1).unwrap_or(u32::MAX));
    let weight = |term: &u64| {
        let having = having.get(term).copied().unwrap_or(1);
        (1.0 + all / f64::from(having)).ln().powi(2)
    };
    let length = |terms: &[u64]| terms.iter().map(weight).sum::<f64>().sqrt();
    let own = length(one);
    others
        .iter()
        .map(|(number, terms)| {
            let shared = terms.iter().filter(|term| one.binary_search(term).is_ok());
            let shared: f64 = shared.map(weight).sum();
            let lengths = own * length(terms);
            let score = if lengths > 0.0 { shared / lengths } else { 0.0 };
            #[expect(clippy::cast_possible_truncation, reason = "a share needs few digits")]
            let score = score as f32;
            (*number, score)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_terms_are_all_in_common_and_others_nothing() {
        let others = [
            (1, Arc::new(vec![1, 2, 3])),
            (2, Arc::new(vec![3, 4])),
            (5, Arc::new(vec![7])),
            (6, Arc::new(vec![])),
        ];
        let scores = in_common(&[1, 2, 3], &others);
        let [(1, same), (2, part), (5, none), (6, empty)] = scores.as_slice() else {
            unreachable!("{scores:?}");
        };
        assert!((same - 1.0).abs() < 1e-6);
        assert!(*part > 0.05 && *part < 0.5, "{part}");
        assert!(*none < 1e-6 && *empty < 1e-6);
    }
}
