use std::fmt;

/// What tells one text from another, whatever its file is called and wherever it lies: the BLAKE3 hash of the decoded
/// text, 32 bytes. The same text has the same fingerprint in every run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of these bytes, as [`Fingerprint::bytes`] gave them.
    pub fn from_bytes(bytes: [u8; 32]) -> Fingerprint {
        Fingerprint(bytes)
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The fingerprint of a decoded text.
    pub fn of(text: &str) -> Fingerprint {
        Fingerprint(blake3::hash(text.as_bytes()).into())
    }
}

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
