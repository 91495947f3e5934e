use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use super::Format;

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undecodable {
    /// There is nothing but white space.
    #[error("it is empty")]
    Empty,
    /// It holds what no text holds: a picture, a program, an archive.
    #[error("it is no text but binary data; give it as plain text")]
    Binary,
}

/// The text that `bytes` stand for, without a byte order mark.
///
/// A byte order mark decides; then UTF-16 is known by its zero bytes, then UTF-8 is tried, for whatever else the bytes
/// are said to be, they are hardly ever valid UTF-8 by chance. Then it is believed what `charset` says, then what a page
/// or a feed says of itself, then the encoding is guessed from the letters. What can't be decoded becomes U+FFFD.
///
/// # Errors
/// Says when there is no text at all, and when it is binary data.
pub(super) fn decode(
    bytes: &[u8],
    format: Option<Format>,
    charset: Option<&str>,
) -> Result<String, Undecodable> {
    let said = charset.and_then(|name| Encoding::for_label(name.as_bytes()));
    let text = decoded(bytes, said.or_else(|| declared(bytes, format)))?;
    if text.trim().is_empty() {
        return Err(Undecodable::Empty);
    }
    Ok(text)
}

fn decoded(bytes: &[u8], said: Option<&'static Encoding>) -> Result<String, Undecodable> {
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(Undecodable::Binary);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return Ok(encoding.decode_without_bom_handling(rest).0.into_owned());
    }
    let zeros = zeros_among(bytes.iter());
    if let Some(encoding) = zeros_of_utf_16(bytes, zeros) {
        return Ok(encoding.decode_without_bom_handling(bytes).0.into_owned());
    }
    if let Some(encoding) = said.filter(|said| *said == ISO_2022_JP && bytes.contains(&ESCAPE)) {
        return Ok(encoding.decode_without_bom_handling(bytes).0.into_owned());
    }
    match std::str::from_utf8(bytes) {
        Ok(_) if zeros * ZEROS_OF_BINARY > bytes.len() => Err(Undecodable::Binary),
        Ok(text) => Ok(text.to_owned()),
        Err(_) if zeros > 0 => Err(Undecodable::Binary),
        Err(_) if mostly_utf_8(bytes) => Ok(String::from_utf8_lossy(bytes).into_owned()),
        Err(_) => Ok(match said.filter(|said| *said != UTF_8) {
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            None => guessed(bytes),
        }),
    }
}

/// Whether the first bytes of a file show that it holds other data than text.
pub fn is_binary(head: &[u8]) -> bool {
    decoded(head, None) == Err(Undecodable::Binary)
}

/// How files begin that hold no text, however much of them may look so: PDF, archives, pictures, rich text.
const MAGIC: [&[u8]; 8] = [
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\x7fELF",
    b"{\\rtf",
];

const ESCAPE: u8 = 0x1b;

/// So many bytes hold what a page or a feed says of its encoding.
const HEAD: usize = 4096;

/// The encoding that a page or a feed names in its first lines. Whoever can read them there does not read UTF-16.
fn declared(bytes: &[u8], format: Option<Format>) -> Option<&'static Encoding> {
    if matches!(format, Some(Format::Plain | Format::Markdown)) {
        return None;
    }
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let tags = || head.split('<').skip(1);
    let xml = tags()
        .filter(|tag| tag.starts_with("?xml"))
        .map(|tag| (tag, "encoding"));
    let html = tags()
        .filter(|tag| tag.starts_with("meta"))
        .map(|tag| (tag, "charset"));
    let mut names = xml.chain(html).filter_map(|(tag, name)| {
        let value = tag.split_once(name)?.1.trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        value.split(['"', '\'', ';', '>', ' ', '?']).next()
    });
    let encoding = names.find_map(|name| Encoding::for_label(name.as_bytes()))?;
    (encoding != UTF_16BE && encoding != UTF_16LE).then_some(encoding)
}

/// Valid UTF-8 with more zero bytes than one in this many is no text.
const ZEROS_OF_BINARY: usize = 10;

/// English in UTF-16 has a zero in nearly every second byte, always on the same side.
fn zeros_of_utf_16(bytes: &[u8], zeros: usize) -> Option<&'static Encoding> {
    if zeros * 10 < bytes.len() * 4 || bytes.len() % 2 == 1 {
        return None;
    }
    let low = zeros_among(bytes.iter().step_by(2));
    let mostly = |part: usize| part * 100 >= zeros * 98;
    match (mostly(low), mostly(zeros - low)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

fn zeros_among<'a>(bytes: impl Iterator<Item = &'a u8>) -> usize {
    bytes.map(|&byte| usize::from(byte == 0)).sum()
}

/// Whether far more of the bytes above ASCII form UTF-8 than do not: a text with a few damaged places.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let mut good = 0;
    let mut bad = 0;
    for chunk in bytes.utf8_chunks() {
        good += chunk
            .valid()
            .chars()
            .filter(|letter| !letter.is_ascii())
            .count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 4 * bad
}

fn guessed(bytes: &[u8]) -> String {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    debug_assert_ne!(encoding, UTF_8, "UTF-8 has been tried");
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "“We agree,” said José García.";
        check(text.as_bytes(), text);
        check(format!("\u{feff}{text}").as_bytes(), text);
        check(&utf_16(text, u16::to_le_bytes, &[0xff, 0xfe]), text);
        check(&utf_16(text, u16::to_be_bytes, &[0xfe, 0xff]), text);
        check(b"\x93We agree,\x94 said Jos\xe9 Garc\xeda.", text);
    }

    #[test]
    fn utf_16_is_known_without_its_mark() {
        let text = "The talks go on, she said on Monday.";
        check(&utf_16(text, u16::to_le_bytes, &[]), text);
        check(&utf_16(text, u16::to_be_bytes, &[]), text);
    }

    #[test]
    fn a_damaged_place_leaves_the_rest_as_it_is() {
        let mut bytes = "“Nous irons à Zürich,” said Zoë. ".repeat(3).into_bytes();
        bytes.extend(b"\xc3(");
        assert!(
            plain(&bytes).is_ok_and(|text| text.contains("Zoë") && text.ends_with("\u{fffd}("))
        );
    }

    #[test]
    fn binary_and_empty_files_are_told_apart_from_text() {
        assert_eq!(
            plain(b"\x7fELF\x02\x01\x00\x00\xff\xfe"),
            Err(Undecodable::Binary)
        );
        assert_eq!(plain(&[0; 100]), Err(Undecodable::Binary));
        assert_eq!(plain(b"%PDF-1.7\n% Talks"), Err(Undecodable::Binary));
        assert_eq!(plain(b""), Err(Undecodable::Empty));
        assert_eq!(plain(b"\xef\xbb\xbf \n"), Err(Undecodable::Empty));
        check(b"one stray zero\0 in a text", "one stray zero\0 in a text");
    }

    #[test]
    fn what_is_said_of_the_encoding_is_believed_unless_it_is_utf_8() {
        let said = |bytes: &[u8], charset| decode(bytes, None, charset);
        for page in [
            &b"<meta charset=windows-1251><p>\xcc\xfd\xf0"[..],
            b"<META http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>\xcc\xfd\xf0",
            b"<?xml version=\"1.0\" encoding='windows-1251'?><p>\xcc\xfd\xf0",
        ] {
            let text = said(page, None);
            assert!(text.is_ok_and(|text| text.ends_with("Мэр")));
        }
        assert_eq!(said(b"\xcc\xfd\xf0", Some("cp1251")).as_deref(), Ok("Мэр"));
        let page = "<meta charset=iso-8859-1><p>Zoë";
        assert_eq!(said(page.as_bytes(), Some("latin1")).as_deref(), Ok(page));
        let japanese = b"\x1b$B;TD9\x1b(B";
        assert_eq!(said(japanese, Some("iso-2022-jp")).as_deref(), Ok("市長"));
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(plain(bytes).as_deref(), Ok(expected));
    }

    fn plain(bytes: &[u8]) -> Result<String, Undecodable> {
        decode(bytes, Some(Format::Plain), None)
    }

    fn utf_16(text: &str, order: fn(u16) -> [u8; 2], mark: &[u8]) -> Vec<u8> {
        let letters = text.encode_utf16().flat_map(order);
        mark.iter().copied().chain(letters).collect()
    }
}
