//! Servers that misbehave. Each comes to an end, and to a message.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use parallax::shell::fetch::{Fetcher, Limits, Request, Route};

use super::pages::packed;
use super::{feed, fetcher, hasty, limits, told};
use crate::server::{Reply, Server};

#[test]
fn slow_servers_are_given_up() {
    for slow in [
        Reply::raw("").then_hang(),
        Reply::raw("HTTP/1.1 200 OK\r\nX-Slow: ").then_drip(b'a'),
        Reply::raw("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n").then_drip(b'a'),
        Reply::raw("HTTP/1.1 200 OK\r\n\r\nhalf").then_hang(),
        Reply::raw("HTTP/1.1 302 Found\r\nLocation: /x\r\n").then_hang(),
    ] {
        check(
            &hasty(),
            slow,
            "there is no whole answer after 300 milliseconds; try again later",
        );
    }
}

#[test]
fn endless_and_huge_answers_are_cut() {
    let large = "it is larger than 100 kB";
    check(
        &limits(),
        Reply::raw("HTTP/1.1 200 OK\r\n\r\n").then_repeat("news "),
        large,
    );
    check(
        &limits(),
        Reply::raw("HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n").then_hang(),
        large,
    );
    let headers = [("Content-Encoding", "gzip")];
    let bomb = packed(&vec![0; 5 << 20]);
    assert!(bomb.len() < limits().body);
    check(&limits(), Reply::new("200 OK", &headers, bomb), large);
}

#[test]
fn endless_headers_are_cut() {
    check(
        &limits(),
        Reply::raw("HTTP/1.1 200 OK\r\nX-Long: ").then_repeat("long".repeat(99)),
        "its headers are larger than 8 kB; this is no answer to use",
    );
    check(
        &limits(),
        Reply::raw("HTTP/1.1 200 OK\r\n").then_repeat("X-More: and more\r\n"),
        "the answer can't be understood (protocol: http parse resulted in too many headers); the fault is the server's",
    );
}

#[test]
fn what_is_cut_off_is_not_taken_for_whole() {
    let short = "the answer breaks off before its end; try again later";
    for reply in [
        Reply::raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>half"),
        Reply::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<rss>half"),
        Reply::raw("HTTP/1.1 200 OK\r\nContent-"),
        Reply::raw(""),
        Reply::new(
            "200 OK",
            &[("Content-Encoding", "gzip")],
            &packed(b"<rss/>")[..15],
        ),
    ] {
        check(&limits(), reply, short);
    }
}

#[test]
fn what_is_no_http_is_told() {
    let garbled = "the answer can't be understood (";
    for (bytes, fault) in [
        ("SSH-2.0-OpenSSH_9.6\r\n\r\n", garbled),
        ("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", garbled),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            garbled,
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<rss>not packed at all</rss>",
            garbled,
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\u{1b}x",
            "the answer is packed as \"br\", which was not asked for",
        ),
    ] {
        let server = Server::start(move |_| Reply::raw(bytes));
        let told = told(fetcher().get(&feed(&server, "/")), &server);
        let expected = format!("http://HOST/: {fault}");
        assert!(told.starts_with(&expected), "{bytes:?}: {told}");
        assert!(!told.chars().any(char::is_control), "{told}");
    }
}

#[test]
fn a_status_says_what_to_do() {
    for (status, expected) in [
        (
            "404 Nope",
            "the server answers that there is no such page; check the address (status 404)",
        ),
        (
            "410 Gone",
            "the server answers that it is gone for good; take it out of the list (status 410)",
        ),
        (
            "403 No",
            "the server answers that it gives this to nobody here; save the page with a browser and add the file (status 403)",
        ),
        (
            "500 Oh",
            "the server answers that it is out of order; try again later (status 500)",
        ),
        (
            "204 None",
            "the server answers with something else than a page or a feed (status 204)",
        ),
    ] {
        check(&limits(), Reply::new(status, &[], ""), expected);
    }
}

#[test]
fn a_server_that_asks_for_patience_is_let_be() {
    let headers = [("Retry-After", "120")];
    let server = Server::start(move |_| Reply::new("429 Too Many", &headers, ""));
    let fetcher = fetcher();
    let first = told(fetcher.get(&feed(&server, "/a")), &server);
    assert_eq!(
        first,
        "http://HOST/a: the server asks for patience; try again in 2 minutes"
    );
    let second = told(fetcher.get(&feed(&server, "/b")), &server);
    assert_eq!(
        second,
        "http://HOST/b: the server asks for patience; try again in 2 minutes"
    );
    assert_eq!(server.paths(), ["/a"], "it is not asked again");
    let server = Server::start(|_| Reply::new("503 Later", &[], ""));
    assert_eq!(
        told(fetcher.get(&feed(&server, "/")), &server),
        "http://HOST/: the server asks for patience; try again later"
    );
}

#[test]
fn who_cannot_be_reached_is_told() {
    // Nobody listens on the first port.
    let mut request = Request::feed("http://127.0.0.1:1/").unwrap();
    request.private = true;
    let told = fetcher().get(&request).unwrap_err().to_string();
    assert_eq!(
        told,
        "http://127.0.0.1:1/: it can't be reached (it refuses); try again later"
    );
    // Names have at most 63 letters between their dots: nobody needs to be asked about this one.
    let long = format!("http://{}.example/", "a".repeat(64));
    let unknown = Request::feed(&long).unwrap();
    let told = fetcher().get(&unknown).unwrap_err().to_string();
    assert_eq!(
        told,
        format!(
            "{long}: no such host is found; check the spelling, and whether there is a network"
        )
    );
}

#[test]
fn a_connection_that_is_not_safe_is_none() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = format!("https://{}/", listener.local_addr().unwrap());
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream
            .write_all(b"HTTP/1.1 400 Speak plainly\r\n\r\n")
            .unwrap();
        // What the client says is no plain HTTP.
        let _ = stream.read(&mut [0; 1000]);
    });
    let mut request = Request::feed(&address).unwrap();
    request.private = true;
    let told = fetcher().get(&request).unwrap_err().to_string();
    let expected = format!("{address}: no safe connection can be made (");
    assert!(told.starts_with(&expected), "{told}");
    server.join().unwrap();
}

#[track_caller]
fn check(limits: &Limits, reply: Reply, expected: &str) {
    let server = Server::start(move |_| reply.clone());
    let fetcher = Fetcher::new(limits.clone(), Route::Direct);
    assert_eq!(
        told(fetcher.get(&feed(&server, "/")), &server),
        format!("http://HOST/: {expected}")
    );
}
