use std::collections::HashMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use url::Url;

use super::Cause;

/// Whose turn it is to ask which host: one request at a time, and a pause between two.
pub(super) struct Turns {
    hosts: Mutex<HashMap<String, Host>>,
    changed: Condvar,
    pause: Duration,
}

#[derive(Default)]
struct Host {
    is_taken: bool,
    /// When the pause after the last turn ends.
    rested: Option<Instant>,
    /// Until when the host has asked to be left alone, and with which status.
    barred: Option<(Instant, u16)>,
}

/// A turn with a host; it ends when it is dropped.
pub(super) struct Turn<'a> {
    turns: &'a Turns,
    host: String,
    pause: std::cell::Cell<Duration>,
}

/// What is asked with a turn of its own: the host and port of `url`.
pub(super) fn host(url: &Url) -> String {
    let port = url.port_or_known_default().unwrap_or_default();
    format!("{}:{port}", url.host_str().unwrap_or_default())
}

impl Turns {
    pub(super) fn new(pause: Duration) -> Turns {
        Turns {
            hosts: Mutex::default(),
            changed: Condvar::new(),
            pause,
        }
    }

    /// Waits for a turn with `host`.
    ///
    /// # Errors
    /// Says so when the host has asked to be left alone for longer than `patience`, and when all is stopped meanwhile.
    pub(super) fn take(
        &self,
        host: &str,
        patience: Duration,
        is_stopped: impl Fn() -> bool,
    ) -> Result<Turn<'_>, Cause> {
        let mut hosts = self.lock();
        loop {
            if is_stopped() {
                return Err(Cause::Stopped);
            }
            let now = Instant::now();
            let state = hosts.entry(host.to_owned()).or_default();
            let barred = state.barred.filter(|(until, _)| *until > now);
            if let Some((until, status)) = barred
                && until - now > patience
            {
                let wait = Some(until - now);
                return Err(Cause::Busy { status, wait });
            }
            let ready = barred.map(|(until, _)| until).max(state.rested);
            let wait = ready.map(|ready| ready.saturating_duration_since(now));
            hosts = match wait.filter(|wait| !wait.is_zero()) {
                _ if state.is_taken => self
                    .changed
                    .wait(hosts)
                    .unwrap_or_else(PoisonError::into_inner),
                Some(wait) => {
                    let woken = self.changed.wait_timeout(hosts, wait);
                    woken.unwrap_or_else(PoisonError::into_inner).0
                }
                None => {
                    state.is_taken = true;
                    return Ok(Turn {
                        turns: self,
                        host: host.to_owned(),
                        pause: self.pause.into(),
                    });
                }
            };
        }
    }

    /// Lets all who wait look again.
    pub(super) fn wake(&self) {
        // With the lock held, nobody is between looking and waiting.
        let _hosts = self.lock();
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Host>> {
        self.hosts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn<'_> {
    /// Whether it is one with `host`.
    pub(super) fn is_of(&self, host: &str) -> bool {
        self.host == host
    }

    /// The host is given at least so much rest after this turn.
    pub(super) fn pause(&self, at_least: Duration) {
        self.pause.set(self.pause.get().max(at_least));
    }

    /// The host is left alone for so long.
    pub(super) fn bar(&self, wait: Duration, status: u16) {
        let mut hosts = self.turns.lock();
        if let Some(host) = hosts.get_mut(&self.host) {
            host.barred = Instant::now()
                .checked_add(wait)
                .map(|until| (until, status));
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut hosts = self.turns.lock();
        if let Some(host) = hosts.get_mut(&self.host) {
            host.is_taken = false;
            host.rested = Instant::now().checked_add(self.pause.get());
        }
        self.turns.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::net::TcpListener;
    use std::sync::mpsc::channel;
    use std::thread;

    use super::super::{Fetcher, Limits, Request, Route};
    use super::*;

    #[test]
    fn a_turn_is_waited_for_until_it_ends() {
        let turns = Turns::new(Duration::ZERO);
        let turn = turns.take("a:80", Duration::ZERO, || false);
        let turn = turn.expect("nobody has it");
        let (sender, looked) = channel();
        thread::scope(|scope| {
            let rival = scope.spawn(|| {
                let look = move || sender.send(()).is_err();
                turns.take("a:80", Duration::ZERO, look).map(drop)
            });
            looked.recv().expect("it looks");
            // It has looked with the lock held: once this has the lock, the rival waits or has its turn.
            turns.wake();
            looked.recv().expect("it looks again, so that it has none");
            drop(turn);
            assert_eq!(rival.join().expect("it is well"), Ok(()));
        });
    }

    #[test]
    fn whoever_is_asked_is_asked_with_a_turn_of_its_own() {
        let limits = Limits {
            pause: Duration::ZERO,
            ..Limits::default()
        };
        let fetcher = Fetcher::new(limits, Route::Direct);
        let (told, asked) = channel();
        let tell = move |path: &str, is_taken| told.send((path.to_owned(), is_taken));
        let (here, there) = (listener(), listener());
        let (page, rules) = (address(&here, "/news"), address(&there, "/rules"));
        let lead = format!("HTTP/1.1 302 Found\r\nLocation: {rules}\r\n");
        let found = "HTTP/1.1 200 OK\r\n".to_owned();
        for (listener, replies) in [(here, vec![lead, found.clone()]), (there, vec![found])] {
            let (tell, fetcher) = (tell.clone(), fetcher.clone());
            thread::spawn(move || serve(&listener, replies, &fetcher.shared.turns, tell));
        }
        let mut request = Request::page(&page).expect("it is an address");
        request.private = true;
        fetcher.get(&request).expect("it is there");
        let asked: Vec<(String, bool)> = asked.try_iter().collect();
        let expected = ["/robots.txt", "/rules", "/news"];
        assert_eq!(asked, expected.map(|path| (path.to_owned(), true)));
    }

    fn listener() -> TcpListener {
        TcpListener::bind("127.0.0.1:0").expect("there is a port")
    }

    fn address(listener: &TcpListener, path: &str) -> String {
        let address = listener.local_addr().expect("it has one");
        format!("http://{address}{path}")
    }

    /// Gives these replies, and tells for each what was asked for and whether somebody had the turn then.
    fn serve<Told>(
        listener: &TcpListener,
        replies: Vec<String>,
        turns: &Turns,
        tell: impl Fn(&str, bool) -> Told,
    ) {
        let host = listener.local_addr().expect("it has one").to_string();
        for reply in replies {
            let (mut stream, _) = listener.accept().expect("somebody asks");
            let lines = BufReader::new(&stream).lines().map_while(Result::ok);
            let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            let path = head.first().and_then(|line| line.split(' ').nth(1));
            let is_taken = turns.lock().get(&host).is_some_and(|host| host.is_taken);
            tell(path.unwrap_or_default(), is_taken);
            let rest = "Content-Length: 0\r\nConnection: close\r\n\r\n";
            let whole = format!("{reply}{rest}");
            stream.write_all(whole.as_bytes()).expect("it is read");
        }
    }
}
