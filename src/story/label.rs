use super::group::Story;
use crate::article::Article;

/// A few words that most articles of a story share.
pub fn label(_story: &Story, _articles: &[&Article]) -> String {
    String::new()
}
