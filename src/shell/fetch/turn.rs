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
