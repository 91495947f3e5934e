use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use robotxt::Robots;
use url::Url;

use super::ask::{allows, target};
use super::{Cause, Fetcher, NAME, Request, reach};

/// How often a `robots.txt` may be elsewhere (RFC 9309, 2.3.1.2); after that it is taken for none.
const REDIRECTS: usize = 5;

/// What the sites that have been asked let programs fetch, by their origin (RFC 9309).
#[derive(Default)]
pub(super) struct Sites {
    known: Mutex<HashMap<String, Result<Arc<Robots>, Cause>>>,
}

impl Fetcher {
    /// What the site of `url` lets this program fetch. Asks for it once; with a turn for the site's host already taken,
    /// so that nobody else asks meanwhile.
    pub(super) fn rules(&self, request: &Request, url: &Url) -> Result<Arc<Robots>, Cause> {
        let origin = url.origin().ascii_serialization();
        let sites = &self.shared.sites.known;
        let known = sites.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(rules) = known.get(&origin) {
            return rules.clone();
        }
        drop(known);
        let rules = self.ask_rules(request, url).map(Arc::new);
        let mut known = sites.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(origin, rules.clone());
        rules
    }

    /// Asks a site for its `robots.txt`. What it has none of, it forbids none of; what can't be told is forbidden.
    fn ask_rules(&self, request: &Request, url: &Url) -> Result<Robots, Cause> {
        let mut at = url.join("/robots.txt").map_err(|_| Cause::NoAddress)?;
        for _ in 0..=REDIRECTS {
            reach::check(&at, allows(request, &at))?;
            let asked = self.agent(request, &at).get(at.as_str());
            let asked = asked.header("accept", "text/plain, */*;q=0.5");
            let limit = Some(self.shared.limits.whole);
            let answered = asked.config().timeout_global(limit).build().call();
            let mut response = answered.map_err(|error| self.cause(error))?;
            match response.status().as_u16() {
                200..=299 => {
                    // More than the 500 KiB that every program has to read is not read.
                    let read = Robots::from_reader(response.body_mut().as_reader(), NAME);
                    return read.map_err(|error| self.cause(error.into()));
                }
                301 | 302 | 303 | 307 | 308 => at = target(&at, &response)?,
                status @ (429 | 500..) => return Err(Cause::NoRules(status)),
                _ => break,
            }
        }
        Ok(Robots::allow_all())
    }
}
