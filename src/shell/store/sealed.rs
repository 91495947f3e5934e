//! Values as bytes under a seal: what is damaged, or was made of something else, is not taken for what it says.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// How many bytes of the hash stand before the value.
const SEAL: usize = 16;

/// The bytes of a value that was made of `made_of`.
pub(super) fn seal(made_of: &[&[u8]], value: &impl Serialize) -> Vec<u8> {
    let value = postcard::to_stdvec(value).unwrap_or_default();
    let mut sealed = hash(made_of, &value).to_vec();
    sealed.extend(value);
    sealed
}

/// The value in these bytes; `None` when they are damaged, or it was made of something else.
pub(super) fn unseal<T: DeserializeOwned>(made_of: &[&[u8]], bytes: &[u8]) -> Option<T> {
    let (seal, value) = bytes.split_at_checked(SEAL)?;
    (seal == hash(made_of, value)).then(|| postcard::from_bytes(value).ok())?
}

fn hash(made_of: &[&[u8]], value: &[u8]) -> [u8; SEAL] {
    let mut hasher = blake3::Hasher::new();
    for part in made_of.iter().chain([&value]) {
        hasher.update(&part.len().to_le_bytes());
        hasher.update(part);
    }
    let mut seal = [0; SEAL];
    hasher.finalize_xof().fill(&mut seal);
    seal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_damaged_is_nothing() {
        let value = vec!["a".to_owned(), "b".to_owned()];
        let sealed = seal(&[b"text", b"1"], &value);
        let read = |made_of: &[&[u8]], bytes: &[u8]| unseal::<Vec<String>>(made_of, bytes);
        assert_eq!(read(&[b"text", b"1"], &sealed), Some(value));
        assert_eq!(read(&[b"text", b"2"], &sealed), None);
        assert_eq!(read(&[b"tex", b"t1"], &sealed), None);
        for at in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[at] ^= 1;
            assert_eq!(read(&[b"text", b"1"], &damaged), None);
            assert_eq!(read(&[b"text", b"1"], &sealed[..at]), None);
        }
    }
}
