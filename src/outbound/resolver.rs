//! The resolver of the connector: the one place where names become addresses, so what it lets through is what is dialled.
//!
//! Every record of the answer is judged, in each family; the ones that fail are dropped, and when none is left the dial ends
//! with [`AddressRefused`]. A name that answers differently the second time is judged anew the second time.

use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::Arc;

use futures::future::BoxFuture;
use tokio::sync::Semaphore;

use crate::domain::egress::{EgressPolicy, Special};

/// Most addresses of one name that are tried.
const ADDRESSES_MAX: usize = 16;

/// Most lookups at one time. They hold a thread each, and whoever owns a name decides how slowly it answers.
const LOOKUPS_MAX: usize = 64;

/// Asks for the addresses of a name.
pub trait LookUp: Send + Sync {
    /// All addresses of the name, in the order in which they should be tried.
    fn look_up(&self, name: &str) -> BoxFuture<'static, io::Result<Vec<IpAddr>>>;
}

/// The resolver of the operating system.
#[derive(Debug)]
pub struct SystemLookUp {
    permits: Arc<Semaphore>,
}

impl Default for SystemLookUp {
    fn default() -> Self {
        Self { permits: Arc::new(Semaphore::new(LOOKUPS_MAX)) }
    }
}

impl LookUp for SystemLookUp {
    fn look_up(&self, name: &str) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> {
        let name = name.to_owned();
        let permits = Arc::clone(&self.permits);
        Box::pin(async move {
            let permit = permits.acquire_owned().await.map_err(io::Error::other)?;
            // The thread keeps the permit, so a caller that gave up waiting does not make room for another lookup.
            let asked = tokio::task::spawn_blocking(move || {
                let addresses = (name.as_str(), 0).to_socket_addrs().map(|found| found.map(|at| at.ip()).collect());
                drop(permit);
                addresses
            });
            asked.await.map_err(io::Error::other)?
        })
    }
}

/// No address of the name may be called; the kind is that of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the name resolves to addresses that are not public ({0})")]
pub struct AddressRefused(pub Special);

/// The name exists and has no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the name has no address")]
pub struct NoAddress;

/// Lets only those addresses through that the policy lets pass.
pub(super) struct GuardedResolver {
    policy: Arc<EgressPolicy>,
    look_up: Arc<dyn LookUp>,
}

impl GuardedResolver {
    pub(super) fn new(policy: Arc<EgressPolicy>, look_up: Arc<dyn LookUp>) -> Self {
        Self { policy, look_up }
    }
}

/// Keeps what may be dialled, or tells why nothing may.
fn keep_allowed(
    policy: &EgressPolicy,
    name: &str,
    found: Vec<IpAddr>,
) -> Result<Vec<SocketAddr>, Box<dyn std::error::Error + Send + Sync>> {
    let mut refused = None;
    let mut allowed = Vec::new();
    for address in found {
        match policy.check_address(name, address) {
            // Port 0 stands for the port of the URL.
            Ok(()) if allowed.len() < ADDRESSES_MAX => allowed.push(SocketAddr::new(address, 0)),
            Ok(()) => {}
            Err(kind) => refused = refused.or(Some(kind)),
        }
    }
    match refused {
        _ if !allowed.is_empty() => Ok(allowed),
        Some(kind) => Err(Box::new(AddressRefused(kind))),
        None => Err(Box::new(NoAddress)),
    }
}

impl reqwest::dns::Resolve for GuardedResolver {
    fn resolve(&self, name: reqwest::dns::Name) -> reqwest::dns::Resolving {
        let policy = Arc::clone(&self.policy);
        let looking = self.look_up.look_up(name.as_str());
        Box::pin(async move {
            let allowed = keep_allowed(&policy, name.as_str(), looking.await?)?;
            Ok(Box::new(allowed.into_iter()) as reqwest::dns::Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::{ADDRESSES_MAX, AddressRefused, LookUp, NoAddress, SystemLookUp, keep_allowed};
    use crate::domain::egress::EgressPolicy;
    use crate::domain::egress::Special;

    fn addresses(texts: &[&str]) -> Vec<IpAddr> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    fn kept(texts: &[&str]) -> Result<Vec<String>, Special> {
        match keep_allowed(&EgressPolicy::strict(), "receiver.example", addresses(texts)) {
            Ok(kept) => Ok(kept.iter().map(|at| at.ip().to_string()).collect()),
            Err(error) => Err(error.downcast_ref::<AddressRefused>().expect("refused").0),
        }
    }

    #[test]
    fn every_record_is_judged_wherever_it_stands() {
        assert_eq!(kept(&["8.8.8.8"]).unwrap(), ["8.8.8.8"]);
        assert_eq!(kept(&["8.8.8.8", "10.0.0.1"]).unwrap(), ["8.8.8.8"]);
        assert_eq!(kept(&["10.0.0.1", "8.8.8.8"]).unwrap(), ["8.8.8.8"]);
        assert_eq!(kept(&["8.8.8.8", "::1", "2606:4700::1", "::ffff:8.8.4.4"]).unwrap(), ["8.8.8.8", "2606:4700::1"]);
        assert_eq!(kept(&["10.0.0.1", "127.0.0.1"]), Err(Special::Private));
        assert_eq!(kept(&["::1"]), Err(Special::Loopback));
        assert_eq!(kept(&["169.254.169.254"]), Err(Special::LinkLocal));
        assert_eq!(kept(&["64:ff9b::808:808"]), Err(Special::Nat64));
    }

    #[test]
    fn a_name_without_addresses_is_its_own_error() {
        let error = keep_allowed(&EgressPolicy::strict(), "receiver.example", Vec::new()).unwrap_err();
        assert!(error.is::<NoAddress>());
    }

    #[test]
    fn the_number_of_addresses_is_bounded() {
        let many: Vec<IpAddr> = (1..=200u8).map(|n| IpAddr::from([8, 8, 8, n])).collect();
        let kept = keep_allowed(&EgressPolicy::strict(), "receiver.example", many).unwrap();
        assert_eq!(kept.len(), ADDRESSES_MAX);
    }

    #[tokio::test]
    async fn the_system_knows_this_machine() {
        let found = SystemLookUp::default().look_up("localhost").await.unwrap();
        assert!(!found.is_empty() && found.iter().all(IpAddr::is_loopback), "{found:?}");
    }
}
