use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use url::{Host, Url};

use super::Cause;

/// Which addresses may be connected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Those that anybody on the internet can reach.
    Public,
    /// Those of private networks and of this computer too.
    Private,
}

/// An address that is not connected to.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Refused(IpAddr);

/// Whether `url` may be asked at all, as far as can be told from its text; the rest is told when its name is looked up.
///
/// Names that always mean this computer, and addresses written as numbers, are looked at here too: a proxy would look
/// them up itself.
pub(super) fn check(url: &Url, private: bool) -> Result<(), Cause> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Cause::Scheme(url.scheme().to_owned()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Cause::Credentials);
    }
    let address = match url.host() {
        None => return Err(Cause::NoAddress),
        Some(_) if private => return Ok(()),
        Some(Host::Domain(name)) if is_this_computer(name) => {
            return Err(Cause::Private(name.to_owned()));
        }
        Some(Host::Domain(_)) => return Ok(()),
        Some(Host::Ipv4(address)) => IpAddr::V4(address),
        Some(Host::Ipv6(address)) => IpAddr::V6(address),
    };
    if is_public(address) {
        Ok(())
    } else {
        Err(Cause::Private(address.to_string()))
    }
}

fn is_this_computer(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name.rsplit('.').next() == Some("localhost")
}

/// Looks names up, and refuses those with an address that may not be connected to. What comes out is what is connected to:
/// the name is not looked up again.
#[derive(Debug)]
pub(super) struct Lookup {
    pub(super) reach: Reach,
    pub(super) resolver: DefaultResolver,
}

impl Resolver for Lookup {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.resolver.resolve(uri, config, timeout);
        let found = found.map_err(|error| match error {
            // The system's own words for a name that is not found differ from one to the next.
            ureq::Error::Io(_) => ureq::Error::HostNotFound,
            other => other,
        })?;
        // The proxy is looked up here as well. It is the reader's own choice, and most often in a private network.
        let is_proxy = config.proxy().is_some_and(|proxy| proxy.uri() == uri);
        if self.reach == Reach::Private || is_proxy {
            return Ok(found);
        }
        match found.iter().find(|address| !is_public(address.ip())) {
            Some(address) => Err(ureq::Error::Other(Box::new(Refused(address.ip())))),
            None => Ok(found),
        }
    }
}

/// Networks of IPv4 that are not of the internet, with the bits that tell them (IANA's registry; RFC 6890 and after).
const SPECIAL_V4: [(Ipv4Addr, u32); 15] = [
    (Ipv4Addr::UNSPECIFIED, 8),           // this network
    (Ipv4Addr::new(10, 0, 0, 0), 8),      // private
    (Ipv4Addr::new(100, 64, 0, 0), 10),   // between a provider and its customers
    (Ipv4Addr::new(127, 0, 0, 0), 8),     // this computer
    (Ipv4Addr::new(169, 254, 0, 0), 16),  // the nearest link, and the keys of rented computers
    (Ipv4Addr::new(172, 16, 0, 0), 12),   // private
    (Ipv4Addr::new(192, 0, 0, 0), 24),    // protocols' own
    (Ipv4Addr::new(192, 0, 2, 0), 24),    // documentation
    (Ipv4Addr::new(192, 88, 99, 0), 24),  // relays
    (Ipv4Addr::new(192, 168, 0, 0), 16),  // private
    (Ipv4Addr::new(198, 18, 0, 0), 15),   // measuring
    (Ipv4Addr::new(198, 51, 100, 0), 24), // documentation
    (Ipv4Addr::new(203, 0, 113, 0), 24),  // documentation
    (Ipv4Addr::new(224, 0, 0, 0), 4),     // to many at once
    (Ipv4Addr::new(240, 0, 0, 0), 4),     // reserved, and to all
];

/// All of IPv6 that is given out for the internet. What is outside is special: this computer, mapped IPv4, private, link,
/// to many at once.
const PUBLIC_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// Networks within that are not of the internet.
const SPECIAL_V6: [(Ipv6Addr, u32); 4] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23), // protocols' own, and Teredo
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32), // documentation
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16), // IPv4 within, by 6to4
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20), // documentation
];

/// How networks with IPv6 alone reach an address of IPv4, which stands in the last 32 bits (RFC 6052).
const TRANSLATED: (Ipv6Addr, u32) = (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96);

/// Whether anybody on the internet can have this address.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) if is_in(address, TRANSLATED) => {
            let [.., a, b, c, d] = address.octets();
            is_public_v4(Ipv4Addr::new(a, b, c, d))
        }
        IpAddr::V6(address) => {
            let is_special = SPECIAL_V6.iter().any(|network| is_in(address, *network));
            is_in(address, PUBLIC_V6) && !is_special
        }
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let differing = |network: Ipv4Addr| address.to_bits() ^ network.to_bits();
    let mut networks = SPECIAL_V4.iter();
    !networks.any(|&(network, bits)| differing(network).leading_zeros() >= bits)
}

fn is_in(address: Ipv6Addr, (network, bits): (Ipv6Addr, u32)) -> bool {
    (address.to_bits() ^ network.to_bits()).leading_zeros() >= bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_internet_are_public() {
        for public in [
            "1.1.1.1",
            "93.184.216.34",
            "100.63.0.1",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "223.255.255.1",
            "2606:4700:4700::1111",
            "2a00:1450::1",
            "64:ff9b::101:101",
        ] {
            assert!(is_public(at(public)), "{public}");
        }
        for special in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "127.0.0.1",
            "127.255.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:1.1.1.1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(at(special)), "{special}");
        }
    }

    #[test]
    fn odd_spellings_of_this_computer_are_known() {
        for address in [
            "http://127.1/",
            "http://2130706433/",
            "http://0x7f.0.0.1/",
            "http://0177.0.0.1/",
            "http://[::ffff:127.0.0.1]/",
            "http://LOCALHOST/",
            "http://localhost./",
            "http://any.localhost/",
            "http://①②⑦.0.0.1/",
        ] {
            let url = Url::parse(address).expect("it is an address");
            assert!(
                matches!(check(&url, false), Err(Cause::Private(_))),
                "{address}"
            );
            assert_eq!(check(&url, true), Ok(()), "{address}");
        }
    }

    fn at(address: &str) -> IpAddr {
        address.parse().expect("it is an address")
    }
}
