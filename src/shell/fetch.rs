//! Pages and feeds from the web.
//!
//! What comes from there is not to be trusted, and neither is where it leads. Every wait and every size has a limit
//! ([`Limits`]); redirects are followed here, one by one, so that each is looked at as the first address was; a host has
//! one request at a time, with a pause between them. Addresses of private networks are refused unless the request allows
//! them, and then only at the host that it names: nothing leads on from one host to a private address of another.
//!
//! Pages are fetched only where the site's `robots.txt` lets `parallax` have them. Feeds are made to be fetched by
//! programs, and the reader has asked for each: it is not asked about them.

mod answer;
mod ask;
mod many;
mod reach;
mod request;
mod robots;
mod trouble;
mod turn;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ureq::{Agent, Proxy};
use url::Url;

pub use answer::{Answer, Content};
pub use request::{Known, Request, Wanted};
pub use trouble::{Cause, Trouble};

use ask::{Reply, allows};
use reach::Reach;
use robots::Sites;
use turn::{Turn, Turns};

/// The name that sites know the program by, in `robots.txt` too.
const NAME: &str = "parallax";

/// What is sent as `User-Agent`.
const USER_AGENT: &str = concat!("parallax/", env!("CARGO_PKG_VERSION"), " (news reader)");

/// How much is taken, and how long is waited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of a body, once unpacked.
    pub body: usize,
    /// The bytes of an answer's headers.
    pub headers: usize,
    /// How often an answer may lead on.
    pub redirects: usize,
    /// The time until a host is found and connected to.
    pub connect: Duration,
    /// The time for a whole answer, all that lead to it and each `robots.txt` on the way included; waiting for a turn is not.
    pub whole: Duration,
    /// The pause between two requests to a host.
    pub pause: Duration,
    /// The longest pause that a site's `robots.txt` can ask for.
    pub longest_pause: Duration,
    /// How long a host that asks to be left alone for a while is waited for; for longer ones [`Cause::Busy`] is told.
    pub patience: Duration,
    /// How many hosts are asked at once by [`Fetcher::get_all`].
    pub hosts: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            body: 16 << 20,
            headers: 64 << 10,
            redirects: 10,
            connect: Duration::from_secs(10),
            whole: Duration::from_secs(30),
            pause: Duration::from_secs(1),
            longest_pause: Duration::from_secs(10),
            patience: Duration::from_secs(5),
            hosts: 8,
        }
    }
}

/// How the web is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Through the proxy that `ALL_PROXY`, `HTTPS_PROXY` or `HTTP_PROXY` names, the first of them that does; not for hosts in
    /// `NO_PROXY`.
    ///
    /// A proxy looks names up itself, so that through one only addresses written as numbers and names that always mean
    /// this computer can be refused as private: what else it lets through is the proxy's to say.
    #[default]
    Environment,
    /// Without a proxy.
    Direct,
}

/// Fetches, for many threads at once; a clone is the same fetcher. What sites' `robots.txt` say is kept as long as it is;
/// where one can't be had for now, it is asked for again after [`Limits::longest_pause`].
#[derive(Clone)]
pub struct Fetcher {
    shared: Arc<Shared>,
}

struct Shared {
    limits: Limits,
    /// For addresses that anybody can reach.
    public: Agent,
    /// For those of private networks too. Apart, so that no connection of one is used for the other.
    private: Agent,
    turns: Turns,
    sites: Sites,
    stopped: Arc<AtomicBool>,
}

impl Fetcher {
    /// A fetcher that has asked nobody yet.
    pub fn new(limits: Limits, route: Route) -> Fetcher {
        let proxy = match route {
            Route::Environment => Proxy::try_from_env(),
            Route::Direct => None,
        };
        let shared = Shared {
            public: ask::agent(&limits, proxy.clone(), Reach::Public),
            private: ask::agent(&limits, proxy, Reach::Private),
            turns: Turns::new(limits.pause),
            sites: Sites::default(),
            stopped: Arc::default(),
            limits,
        };
        Fetcher {
            shared: Arc::new(shared),
        }
    }

    /// Ends what is under way, on every thread: it fails with [`Cause::Stopped`], and so does all that is asked later.
    ///
    /// Looking up a name and connecting can't be broken off; they end within [`Limits::connect`].
    pub fn stop(&self) {
        let shared = &self.shared;
        shared.stopped.store(true, Ordering::SeqCst);
        shared.public.clone().shutdown();
        shared.private.clone().shutdown();
        shared.turns.wake();
    }

    /// By which a signal stops it at once; [`Fetcher::stop`] is still to be called, for what waits meanwhile.
    pub fn stopper(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.shared.stopped)
    }

    /// Whether [`Fetcher::stop`] has been called.
    pub fn is_stopped(&self) -> bool {
        self.shared.stopped.load(Ordering::SeqCst)
    }

    /// Fetches one page or feed. Waits for the host's turn first.
    ///
    /// # Errors
    /// Says what has gone wrong, on whose side, and what can be done.
    pub fn get(&self, request: &Request) -> Result<Answer, Trouble> {
        let mut at = request.url.clone();
        // It names a place within the page, which a server knows nothing of.
        at.set_fragment(None);
        let mut way = Way {
            seen: vec![at.clone()],
            at,
            moved: None,
            for_good: true,
            left: self.shared.limits.whole,
        };
        self.follow(request, &mut way).map_err(|cause| {
            let cause = if self.is_stopped() {
                Cause::Stopped
            } else {
                cause
            };
            Trouble::new(&request.url, &way.at, cause)
        })
    }

    fn follow(&self, request: &Request, way: &mut Way) -> Result<Answer, Cause> {
        let limits = &self.shared.limits;
        let mut held: Option<Turn<'_>> = None;
        loop {
            reach::check(&way.at, allows(request, &way.at))?;
            let mut turn = self.turn(held.take(), &way.at)?;
            if request.wanted == Wanted::Page {
                turn = self.may_fetch(request, &way.at, turn, &mut way.left)?;
            }
            match self.ask(request, &way.at, &mut way.left)? {
                Reply::Whole(content, known) => {
                    return Ok(Answer {
                        url: way.at.clone(),
                        moved: way.moved.take(),
                        content,
                        known,
                    });
                }
                Reply::Busy { status, wait } => {
                    turn.bar(wait.unwrap_or_default(), status);
                    return Err(Cause::Busy { status, wait });
                }
                Reply::On { to, for_good } => way.lead_on(to, for_good, limits.redirects)?,
            }
            held = Some(turn);
        }
    }

    /// A turn with the host of `url`, the one that is `held` if it is that.
    fn turn<'a>(&'a self, held: Option<Turn<'a>>, url: &Url) -> Result<Turn<'a>, Cause> {
        let host = turn::host(url);
        // A turn is given back before another is waited for, or two could wait for one another.
        let kept = held.filter(|turn| turn.is_of(&host));
        let take = || {
            let patience = self.shared.limits.patience;
            let is_stopped = || self.is_stopped();
            self.shared.turns.take(&host, patience, is_stopped)
        };
        kept.map_or_else(take, Ok)
    }

    /// Asks the site whether programs may fetch the page, and how long a pause it wants. Takes the turn with its host and
    /// gives it back.
    fn may_fetch<'a>(
        &'a self,
        request: &Request,
        page: &Url,
        turn: Turn<'a>,
        left: &mut Duration,
    ) -> Result<Turn<'a>, Cause> {
        let (rules, turn) = self.rules(request, page, turn, left)?;
        let pause = rules.crawl_delay().unwrap_or_default();
        turn.pause(pause.min(self.shared.limits.longest_pause));
        if rules.is_url_allowed(page) {
            Ok(turn)
        } else {
            Err(Cause::Disallowed)
        }
    }
}

/// The way from the address that was asked for to the one that answers.
struct Way {
    at: Url,
    seen: Vec<Url>,
    /// Where it is now, as far as all that leads there does so for good.
    moved: Option<Url>,
    for_good: bool,
    left: Duration,
}

impl Way {
    fn lead_on(&mut self, next: Url, for_good: bool, most: usize) -> Result<(), Cause> {
        if self.seen.contains(&next) {
            return Err(Cause::Circle);
        }
        if self.seen.len() > most {
            return Err(Cause::TooFar(most));
        }
        self.for_good &= for_good;
        if self.for_good {
            self.moved = Some(next.clone());
        }
        self.seen.push(next.clone());
        self.at = next;
        Ok(())
    }
}
