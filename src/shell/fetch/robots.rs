use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use robotxt::Robots;
use url::Url;

use super::ask::{allows, target};
use super::turn::Turn;
use super::{Cause, Fetcher, NAME, Request, reach};

/// How often a `robots.txt` may be elsewhere (RFC 9309, 2.3.1.2); after that it is taken for none.
const REDIRECTS: usize = 5;

/// What the sites that have been asked let programs fetch, by their origin (RFC 9309).
#[derive(Default)]
pub(super) struct Sites {
    known: Mutex<HashMap<String, Rules>>,
}

/// What a site lets be fetched, or why that can't be told.
struct Rules {
    told: Result<Arc<Robots>, Cause>,
    /// Until when that holds, where it may pass.
    until: Option<Instant>,
}

impl Rules {
    fn hold(&self) -> bool {
        self.until.is_none_or(|until| Instant::now() < until)
    }
}

/// What is at the address of a `robots.txt`.
enum Found {
    Rules(Robots),
    On(Url),
    None,
}

impl Fetcher {
    /// What the site of `url` lets this program fetch. Asks for it once, with the turn for the site's host, so that nobody
    /// else asks meanwhile; the turn is given back with it.
    pub(super) fn rules<'a>(
        &'a self,
        request: &Request,
        url: &Url,
        turn: Turn<'a>,
        left: &mut Duration,
    ) -> Result<(Arc<Robots>, Turn<'a>), Cause> {
        let origin = url.origin().ascii_serialization();
        let sites = &self.shared.sites.known;
        let known = sites.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(rules) = known.get(&origin).filter(|rules| rules.hold()) {
            return Ok((rules.told.clone()?, turn));
        }
        drop(known);
        let given = *left;
        let mut held = Some(turn);
        let told = self.ask_rules(request, url, &mut held, left).map(Arc::new);
        let is_kept = |cause: &Cause| self.is_of_site(cause, given);
        if told.as_ref().err().is_none_or(is_kept) {
            // The site is spared being asked for each of many pages.
            let pause = self.shared.limits.longest_pause;
            let passes = told.as_ref().is_err_and(Cause::may_pass);
            let until = passes.then(|| Instant::now() + pause);
            let told = told.clone();
            let mut known = sites.lock().unwrap_or_else(PoisonError::into_inner);
            known.insert(origin, Rules { told, until });
        }
        Ok((told?, self.turn(held, url)?))
    }

    /// Asks a site for its `robots.txt`. What it has none of, it forbids none of; what can't be told is forbidden. Where
    /// another host has it, that one is asked with a turn of its own, which is held then.
    fn ask_rules<'a>(
        &'a self,
        request: &Request,
        url: &Url,
        held: &mut Option<Turn<'a>>,
        left: &mut Duration,
    ) -> Result<Robots, Cause> {
        let mut at = url.join("/robots.txt").map_err(|_| Cause::NoAddress)?;
        for _ in 0..=REDIRECTS {
            reach::check(&at, allows(request, &at))?;
            *held = Some(self.turn(held.take(), &at)?);
            match self.timed(left, |left| self.find_rules(request, &at, left))? {
                Found::On(to) => at = to,
                Found::Rules(rules) => return Ok(rules),
                Found::None => break,
            }
        }
        Ok(Robots::allow_all())
    }

    /// Whether the site is the cause, and not the request that asks first: what that one may reach, how much of its time it
    /// was `given` after all that led to it, whom it waits for.
    fn is_of_site(&self, cause: &Cause, given: Duration) -> bool {
        match cause {
            Cause::Slow(_) => given > self.shared.limits.whole / 2,
            Cause::Private(_) | Cause::Busy { .. } | Cause::Stopped => false,
            _ => true,
        }
    }

    fn find_rules(&self, request: &Request, at: &Url, left: Duration) -> Result<Found, Cause> {
        let asked = self.agent(request, at).get(at.as_str());
        let asked = asked.header("accept", "text/plain, */*;q=0.5");
        let answered = asked.config().timeout_global(Some(left)).build().call();
        let mut response = answered.map_err(|error| self.cause(error))?;
        match response.status().as_u16() {
            200..=299 => {
                // More than the 500 KiB that every program has to read is not read.
                let read = Robots::from_reader(response.body_mut().as_reader(), NAME);
                read.map(Found::Rules)
                    .map_err(|error| self.cause(error.into()))
            }
            301 | 302 | 303 | 307 | 308 => target(at, &response).map(Found::On),
            status @ (429 | 500..) => Err(Cause::NoRules(status)),
            _ => Ok(Found::None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, Route};
    use super::*;

    #[test]
    fn time_that_others_have_spent_is_not_held_against_a_site() {
        // Nobody listens there any longer.
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("there is a port");
        let address = listener.local_addr().expect("it has an address");
        drop(listener);
        let mut request = Request::page(&format!("http://{address}/")).expect("it is an address");
        request.private = true;
        let pause = Duration::ZERO;
        let limits = Limits {
            pause,
            ..Limits::default()
        };
        let whole = limits.whole;
        let fetcher = Fetcher::new(limits, Route::Direct);
        let told = |mut left: Duration| {
            let turn = fetcher.turn(None, &request.url).expect("nobody has it");
            let rules = fetcher.rules(&request, &request.url, turn, &mut left);
            rules.err().expect("nobody listens")
        };
        let refuses = Cause::Unreachable("it refuses".to_owned());
        assert_eq!(told(Duration::ZERO), Cause::Slow(whole));
        assert_eq!(told(whole), refuses);
        // That was the site's own.
        assert_eq!(told(Duration::ZERO), refuses);
    }
}
