use std::collections::{HashMap, VecDeque};
use std::sync::mpsc::{RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::{Answer, Fetcher, Request, Trouble, turn};

/// How soon a stop is noticed while nothing comes.
const LOOK: Duration = Duration::from_millis(50);

/// The requests to each host that nobody is asking yet.
type Queues = Arc<Mutex<VecDeque<Vec<Request>>>>;

impl Fetcher {
    /// Fetches all of `requests`, several hosts at once and of each host one after the other, and gives each outcome to
    /// `each` as it comes, on the calling thread. Once all is stopped, the rest is passed over.
    pub fn get_all(
        &self,
        requests: Vec<Request>,
        mut each: impl FnMut(Request, Result<Answer, Trouble>),
    ) {
        let queues = by_host(requests);
        let threads = self.shared.limits.hosts.min(queues.len());
        let queues = Arc::new(Mutex::new(queues));
        // Answers are large: none waits but those that the threads hold.
        let (sender, outcomes) = sync_channel(0);
        for _ in 0..threads {
            let (fetcher, queues, sender) = (self.clone(), Arc::clone(&queues), sender.clone());
            // Nobody joins it: it may be connecting, which can't be broken off.
            thread::spawn(move || fetcher.work(&queues, &sender));
        }
        drop(sender);
        while !self.is_stopped() {
            match outcomes.recv_timeout(LOOK) {
                Ok((request, outcome)) => each(request, outcome),
                Err(RecvTimeoutError::Timeout) => (),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn work(&self, queues: &Queues, outcomes: &SyncSender<(Request, Result<Answer, Trouble>)>) {
        let next = || {
            let mut queues = queues.lock().unwrap_or_else(PoisonError::into_inner);
            queues.pop_front()
        };
        while let Some(queue) = next() {
            for request in queue {
                let outcome = self.get(&request);
                if outcomes.send((request, outcome)).is_err() || self.is_stopped() {
                    return;
                }
            }
        }
    }
}

/// The requests by their hosts. The longest queue comes first: it decides when all is done.
fn by_host(requests: Vec<Request>) -> VecDeque<Vec<Request>> {
    let mut places = HashMap::new();
    let mut queues: Vec<Vec<Request>> = Vec::new();
    for request in requests {
        let place = *places
            .entry(turn::host(&request.url))
            .or_insert(queues.len());
        match queues.get_mut(place) {
            Some(queue) => queue.push(request),
            None => queues.push(vec![request]),
        }
    }
    queues.sort_by_key(|queue| std::cmp::Reverse(queue.len()));
    queues.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_host_has_a_queue() {
        let requests = [
            "http://a/1",
            "http://b/1",
            "http://b/2",
            "http://b:81/",
            "http://b:80/3",
        ];
        let requests = requests.map(|url| Request::feed(url).expect("it is an address"));
        let queues = by_host(requests.to_vec());
        let shown: Vec<Vec<&str>> = queues
            .iter()
            .map(|queue| queue.iter().map(|request| request.url.as_str()).collect())
            .collect();
        assert_eq!(
            shown,
            [
                vec!["http://b/1", "http://b/2", "http://b/3"],
                vec!["http://a/1"],
                vec!["http://b:81/"]
            ]
        );
    }
}
