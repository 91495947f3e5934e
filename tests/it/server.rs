//! A web server on this computer that does what a test says: well-behaved, slow, endless or wrong.

use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What is done with a connection once the reply has been written.
#[derive(Clone)]
enum Then {
    Close,
    /// Nothing more, until the client gives up.
    Hang,
    /// The same again and again, until the client gives up.
    Repeat(Vec<u8>),
    /// A byte now and then, until the client gives up.
    Drip(u8),
}

/// What the server answers with.
#[derive(Clone)]
pub(crate) struct Reply {
    bytes: Vec<u8>,
    then: Then,
}

impl Reply {
    /// A well-formed answer: `status` such as `200 OK`.
    pub(crate) fn new(status: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Reply {
        let body = body.as_ref();
        let headers = headers.iter();
        let headers: String = headers
            .flat_map(|(name, value)| [name, ": ", value, "\r\n"])
            .collect();
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        Reply::raw([head.as_bytes(), body].concat())
    }

    /// A page, a feed, whatever is all right.
    pub(crate) fn ok(media_type: &str, body: impl AsRef<[u8]>) -> Reply {
        Reply::new("200 OK", &[("Content-Type", media_type)], body)
    }

    /// It is elsewhere.
    pub(crate) fn to(status: &str, location: &str) -> Reply {
        Reply::new(status, &[("Location", location)], "")
    }

    /// These very bytes, and the connection is closed.
    pub(crate) fn raw(bytes: impl Into<Vec<u8>>) -> Reply {
        Reply {
            bytes: bytes.into(),
            then: Then::Close,
        }
    }

    pub(crate) fn then_hang(self) -> Reply {
        Reply {
            then: Then::Hang,
            ..self
        }
    }

    pub(crate) fn then_repeat(self, bytes: impl Into<Vec<u8>>) -> Reply {
        Reply {
            then: Then::Repeat(bytes.into()),
            ..self
        }
    }

    pub(crate) fn then_drip(self, byte: u8) -> Reply {
        Reply {
            then: Then::Drip(byte),
            ..self
        }
    }
}

/// What a client has asked for.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// The path with its query.
    pub(crate) path: String,
    head: String,
}

impl Asked {
    /// What a header says; its name in any letters.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let found = lines.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value)
    }
}

#[derive(Default)]
struct Seen {
    asked: Mutex<Vec<Asked>>,
    is_over: AtomicBool,
}

/// A server that runs until it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    seen: Arc<Seen>,
}

impl Server {
    /// Starts a server that answers each request with what `answer` makes of it.
    pub(crate) fn start(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Arc::new(Seen::default());
        let answer = Arc::new(answer);
        let watched = Arc::clone(&seen);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if watched.is_over.load(Ordering::SeqCst) {
                    return;
                }
                let (seen, answer) = (Arc::clone(&watched), Arc::clone(&answer));
                thread::spawn(move || {
                    // A client that gives up is part of many a test.
                    let _ = serve(stream, &seen, answer.as_ref());
                });
            }
        });
        Server { address, seen }
    }

    /// The address of `path` here.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The port that it listens on.
    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// What has been asked for so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.seen.asked.lock().unwrap().clone()
    }

    /// The paths that have been asked for so far.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.asked().into_iter().map(|asked| asked.path).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.seen.is_over.store(true, Ordering::SeqCst);
        // It waits for somebody to come.
        let _ = TcpStream::connect(self.address);
    }
}

fn serve(
    mut stream: TcpStream,
    seen: &Seen,
    answer: &(impl Fn(&Asked) -> Reply + ?Sized),
) -> std::io::Result<()> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let asked = Asked {
        path: head.split(' ').nth(1).unwrap_or_default().to_owned(),
        head,
    };
    seen.asked.lock().unwrap().push(asked.clone());
    let reply = answer(&asked);
    stream.write_all(&reply.bytes)?;
    match reply.then {
        Then::Close => Ok(()),
        Then::Hang => stream.read_exact(&mut byte),
        Then::Repeat(bytes) => loop {
            stream.write_all(&bytes)?;
        },
        Then::Drip(drop) => {
            stream.set_read_timeout(Some(Duration::from_millis(5)))?;
            loop {
                stream.write_all(&[drop])?;
                match stream.read(&mut byte) {
                    Ok(0) => return Ok(()),
                    Err(error) if error.kind() != ErrorKind::WouldBlock => return Err(error),
                    _ => (),
                }
            }
        }
    }
}
