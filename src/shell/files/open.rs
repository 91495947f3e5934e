//! Files are opened here, and nothing but regular files: a pipe would hang, a device never end.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
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
