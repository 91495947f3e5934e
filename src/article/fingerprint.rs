use std::fmt;
use std::str::FromStr;

/// What tells one text from another, whatever its file is called and wherever it lies: the BLAKE3 hash of the decoded
/// text, 32 bytes. The same text has the same fingerprint in every run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of a decoded text.
    pub fn of(text: &str) -> Fingerprint {
        Fingerprint(blake3::hash(text.as_bytes()).into())
    }

    /// Its 32 bytes, as they are stored.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for Fingerprint {
    fn from(bytes: [u8; 32]) -> Fingerprint {
        Fingerprint(bytes)
    }
}

/// From 64 hexadecimal digits, as it is displayed.
impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(digits: &str) -> Result<Fingerprint, NoFingerprint> {
        let mut bytes = [0; 32];
        if digits.len() != 2 * bytes.len() || !digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        {
            return Err(NoFingerprint);
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            let two = digits.get(2 * at..2 * at + 2).ok_or(NoFingerprint)?;
            *byte = u8::from_str_radix(two, 16).map_err(|_| NoFingerprint)?;
        }
        Ok(Fingerprint(bytes))
    }
}

/// What was given is no fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a text's fingerprint has 64 hexadecimal digits")]
pub struct NoFingerprint;

/// In hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(form, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, form)
    }
}
