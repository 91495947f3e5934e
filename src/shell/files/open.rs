//! Files are opened here, and nothing but regular files: a pipe would hang, a device never end.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::OFlags;

use super::{Cause, LARGEST, folder};

/// What a file holds.
pub(super) fn whole(path: &Path) -> Result<Vec<u8>, Cause> {
    let (file, length) = open(path)?;
    if length > LARGEST {
        return Err(Cause::TooLarge);
    }
    read_whole(file)
}

/// The first `length` bytes of a file, or fewer.
pub(super) fn head(path: &Path, length: u64) -> Result<Vec<u8>, Cause> {
    let (file, _) = open(path)?;
    read_up_to(file, length)
}

/// All that can be read there, up to the limit.
pub(super) fn read_whole(from: impl Read) -> Result<Vec<u8>, Cause> {
    let bytes = read_up_to(from, LARGEST + 1)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Cause::TooLarge);
    }
    Ok(bytes)
}

fn read_up_to(from: impl Read, length: u64) -> Result<Vec<u8>, Cause> {
    let mut bytes = Vec::new();
    let read = from.take(length).read_to_end(&mut bytes);
    read.map_err(|source| Cause::Io {
        done: "read",
        source,
    })?;
    Ok(bytes)
}

/// Lines above this many bytes are refused.
const LONGEST_LINE: u64 = 1 << 20;

/// Lines without their ends. The first that can't be read is the last.
pub(super) type Lines = Box<dyn Iterator<Item = Result<Vec<u8>, Cause>>>;

/// The lines of a file.
pub(super) fn lines_of_file(path: &Path) -> Result<Lines, Cause> {
    let (file, _) = open(path)?;
    Ok(lines(Box::new(BufReader::new(file))))
}

/// The lines that can be read there.
pub(super) fn lines(mut from: Box<dyn BufRead>) -> Lines {
    let mut has_failed = false;
    Box::new(std::iter::from_fn(move || {
        if has_failed {
            return None;
        }
        let line = line(&mut *from).transpose();
        has_failed = matches!(line, Some(Err(_)));
        line
    }))
}

fn line(from: &mut dyn BufRead) -> Result<Option<Vec<u8>>, Cause> {
    let mut line = Vec::new();
    let read = from.take(LONGEST_LINE + 1).read_until(b'\n', &mut line);
    read.map_err(|source| Cause::Io {
        done: "read",
        source,
    })?;
    let is_whole = line.pop_if(|last| *last == b'\n').is_some();
    if line.len() as u64 > LONGEST_LINE {
        return Err(Cause::LongLine);
    }
    Ok((is_whole || !line.is_empty()).then_some(line))
}

/// A regular file and its length.
///
/// Looking before opening spares a device what opening it does; looking again after it catches what was put in the
/// file's place between, which without waiting can be opened at once.
fn open(path: &Path) -> Result<(File, u64), Cause> {
    regular(path, fs::metadata(path))?;
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(flags.bits().cast_signed());
    let file = options.open(path).map_err(|error| unopened(path, error))?;
    let length = regular(path, file.metadata())?;
    Ok((file, length))
}

/// The length of what is there, if that is a regular file.
fn regular(path: &Path, metadata: io::Result<fs::Metadata>) -> Result<u64, Cause> {
    let metadata = metadata.map_err(|error| unopened(path, error))?;
    if metadata.is_dir() {
        return Err(folder::fault(path));
    }
    if !metadata.is_file() {
        return Err(Cause::Endless);
    }
    Ok(metadata.len())
}

fn unopened(path: &Path, source: io::Error) -> Cause {
    match source.kind() {
        io::ErrorKind::NotFound if path.is_symlink() => Cause::BrokenLink,
        io::ErrorKind::NotFound => Cause::Missing,
        io::ErrorKind::PermissionDenied => Cause::Denied,
        _ => Cause::Io {
            done: "opened",
            source,
        },
    }
}
