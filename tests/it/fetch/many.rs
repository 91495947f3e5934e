//! Many at once, one at a time for each host, and stopping.

use std::sync::mpsc::channel;
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

use parallax::shell::fetch::{Cause, Fetcher, Limits, Route};

use super::{feed, fetcher, limits, text};
use crate::server::{Reply, Server};

#[test]
fn every_request_has_its_outcome() {
    let servers: Vec<Server> = (0..3)
        .map(|_| {
            Server::start(|asked| match asked.path.as_str() {
                "/bad" => Reply::raw(""),
                path => Reply::ok("text/xml", path),
            })
        })
        .collect();
    let paths = ["/1", "/2", "/bad", "/3"];
    let requests: Vec<_> = servers
        .iter()
        .flat_map(|server| paths.map(|path| feed(server, path)))
        .collect();
    let mut outcomes = Vec::new();
    fetcher().get_all(requests, |request, outcome| {
        let outcome =
            outcome.map_or_else(|trouble| format!("{:?}", trouble.cause), |got| text(&got));
        outcomes.push(format!("{} {outcome}", request.url));
    });
    let mut expected: Vec<String> = servers
        .iter()
        .flat_map(|server| {
            paths.map(|path| match path {
                "/bad" => format!("{} CutOff", server.url(path)),
                _ => format!("{} {path}", server.url(path)),
            })
        })
        .collect();
    outcomes.sort();
    expected.sort();
    assert_eq!(outcomes, expected);
    for server in &servers {
        assert_eq!(server.paths(), paths, "in their order");
    }
}

#[test]
fn hosts_are_asked_at_the_same_time() {
    // Neither answers before the other is asked.
    static MET: (Mutex<usize>, Condvar) = (Mutex::new(0), Condvar::new());
    let meet = |_: &crate::server::Asked| {
        let mut met = MET.0.lock().unwrap();
        *met += 1;
        MET.1.notify_all();
        drop(MET.1.wait_while(met, |met| *met < 2).unwrap());
        Reply::ok("text/xml", "<rss/>")
    };
    let (a, b) = (Server::start(meet), Server::start(meet));
    let mut done = 0;
    fetcher().get_all(vec![feed(&a, "/"), feed(&b, "/")], |_, outcome| {
        outcome.unwrap();
        done += 1;
    });
    assert_eq!(done, 2);
}

#[test]
fn a_pause_is_kept_and_can_be_broken_off() {
    let server = Server::start(|_| Reply::ok("text/xml", "<rss/>"));
    let pause = Duration::from_hours(1);
    let fetcher = Fetcher::new(Limits { pause, ..limits() }, Route::Direct);
    let mut outcomes = Vec::new();
    let stopper = fetcher.clone();
    let paths = ["/1", "/2"].map(|path| feed(&server, path));
    fetcher.get_all(paths.to_vec(), |request, outcome| {
        outcomes.push(request.url.path().to_owned());
        outcome.unwrap();
        stopper.stop();
    });
    assert_eq!(outcomes, ["/1"]);
    assert_eq!(server.paths(), ["/1"]);
    let refused = fetcher.get(&feed(&server, "/3")).unwrap_err();
    assert_eq!(refused.cause, Cause::Stopped);
}

#[test]
fn what_is_under_way_is_broken_off() {
    for reply in [
        Reply::raw("").then_hang(),
        Reply::raw("HTTP/1.1 200 OK\r\n\r\nhalf").then_hang(),
    ] {
        let (sender, asked) = channel();
        let server = Server::start(move |_| {
            sender.send(()).unwrap();
            reply.clone()
        });
        let fetcher = fetcher();
        let request = feed(&server, "/");
        let running = fetcher.clone();
        let outcome = thread::spawn(move || running.get(&request));
        asked.recv().unwrap();
        fetcher.stop();
        assert_eq!(outcome.join().unwrap().unwrap_err().cause, Cause::Stopped);
    }
}
