//! What can go wrong with a call, kept as a value until the retry schedule decides on it.
//!
//! Nothing here holds a host, an address or a byte of an answer: a failure may be shown to whoever registered the endpoint, and
//! must not become their eye into our network.

use std::error::Error;
use std::io;
use std::time::Duration;

use jiff::SignedDuration;

use super::resolver::AddressRefused;
use crate::domain::egress::{Special, UrlRefusal};
use crate::domain::retry::FailureKind;

/// Why a call did not end with a success of the receiver.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The URL is not one we call. Nothing was looked up or dialled.
    #[error("not called: {0}")]
    RefusedUrl(UrlRefusal),
    /// The name resolves only to addresses that are not public. Nothing was dialled.
    #[error("not called: the name resolves to addresses that are not public ({0})")]
    RefusedAddress(Special),
    /// The name could not be resolved, or has no address.
    #[error("the name could not be resolved")]
    Dns,
    /// No connection: refused, or no way to the host.
    #[error("no connection could be made")]
    Connect,
    /// The connection could not be secured.
    #[error("the connection could not be secured: {0}")]
    Tls(TlsFault),
    /// The time given ran out.
    #[error("the time ran out {0}")]
    Timeout(Phase),
    /// The connection broke before the answer was complete.
    #[error("the connection broke before the answer was complete")]
    Reset,
    /// The head of the answer exceeds what is read.
    #[error("the head of the answer is too large")]
    TooLarge,
    /// What came back is not HTTP/1.1.
    #[error("the answer is not HTTP")]
    Malformed,
    /// A redirect, which is not followed.
    #[error("answered {status}: redirects are not followed, register the final address")]
    Redirect {
        /// From 300 to 399.
        status: u16,
    },
    /// An answer that is no success.
    #[error("answered {status}")]
    Status {
        /// Neither 2xx nor 3xx.
        status: u16,
        /// How long the receiver asks us to wait.
        retry_after: Option<Duration>,
    },
    /// The call failed on our side, and says nothing about the receiver.
    #[error("the call failed on our side: {0}")]
    Local(LocalFault),
}

/// What was being waited for when the time ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Phase {
    /// A connection.
    #[error("while connecting")]
    Connect,
    /// The head of the answer; includes the wait for a name or a connection when the total time ran out there.
    #[error("before an answer began")]
    Answer,
    /// The rest of an answer whose head was a success.
    #[error("before the answer was complete")]
    Body,
}

/// How securing the connection failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum TlsFault {
    /// The certificate is unknown, expired, or for another name.
    #[error("the certificate is not valid for this name now")]
    Certificate,
    /// No common version or method, or what came is not TLS.
    #[error("the two sides do not agree on TLS")]
    Handshake,
}

/// How a call failed on our side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum LocalFault {
    /// No network, no route, no free port, no file handle.
    #[error("this machine has no network or no resources for it")]
    Resources,
    /// The request could not be made from what was given.
    #[error("the request could not be made")]
    Request,
    /// There is no key to sign the message with.
    #[error("there is no key to sign with")]
    NoSigningKey,
}

/// Whom a failure tells something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// The receiver or what was registered for it: counts against its health.
    Receiver,
    /// The way between us, or either end: counts as an attempt, and alone is no proof against the receiver.
    Path,
    /// Us: neither an attempt of the receiver's nor a proof against it.
    Us,
}

impl Failure {
    /// The kind by which the retry schedule decides and under which the attempt is recorded. None when it says nothing about
    /// the receiver: then it is no attempt, and the delivery goes back to wait a little.
    pub const fn kind(&self) -> Option<FailureKind> {
        match self {
            Self::RefusedUrl(_) | Self::RefusedAddress(_) => Some(FailureKind::AddressRefused),
            Self::Dns => Some(FailureKind::NameNotFound),
            Self::Connect | Self::Reset => Some(FailureKind::ConnectionFailed),
            Self::Tls(_) => Some(FailureKind::TlsFailed),
            Self::Timeout(_) => Some(FailureKind::TimedOut),
            Self::TooLarge => Some(FailureKind::AnswerTooLarge),
            Self::Malformed => Some(FailureKind::ServerError),
            Self::Redirect { .. } => Some(FailureKind::Redirected),
            Self::Status { status, .. } => FailureKind::of_status(*status),
            Self::Local(_) => None,
        }
    }

    /// How long the receiver asks us to wait, if it does.
    pub fn retry_after(&self) -> Option<SignedDuration> {
        match self {
            Self::Status { retry_after, .. } => retry_after.and_then(|wait| SignedDuration::try_from(wait).ok()),
            _ => None,
        }
    }

    /// Whom it tells something about.
    pub const fn about(&self) -> About {
        match self {
            Self::Local(_) => About::Us,
            Self::Dns | Self::Connect | Self::Timeout(Phase::Connect) | Self::Reset => About::Path,
            Self::RefusedUrl(_)
            | Self::RefusedAddress(_)
            | Self::Tls(_)
            | Self::Timeout(Phase::Answer | Phase::Body)
            | Self::TooLarge
            | Self::Malformed
            | Self::Redirect { .. }
            | Self::Status { .. } => About::Receiver,
        }
    }

    /// The status of the answer, where there was one that decided.
    pub const fn status(&self) -> Option<u16> {
        match self {
            Self::Redirect { status } | Self::Status { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// Finds the kind in the chain of causes of a transport error, by types alone.
    pub(super) fn of_transport(error: &reqwest::Error, during: Phase) -> Self {
        let connecting = error.is_connect();
        for cause in causes(error) {
            if let Some(AddressRefused(kind)) = cause.downcast_ref() {
                return Self::RefusedAddress(*kind);
            }
            if let Some(fault) = cause.downcast_ref::<rustls::Error>() {
                return Self::Tls(tls_fault(fault));
            }
        }
        if error.is_dns() {
            return Self::Dns;
        }
        if error.is_timeout() {
            return Self::Timeout(if connecting { Phase::Connect } else { during });
        }
        if causes(error).filter_map(|cause| cause.downcast_ref::<hyper::Error>()).any(hyper::Error::is_parse) {
            return Self::Malformed;
        }
        // The innermost is the one that happened; those around it only carry it.
        if let Some(fault) = causes(error).filter_map(|cause| cause.downcast_ref::<io::Error>()).last() {
            return of_io(fault, connecting);
        }
        match () {
            () if error.is_builder() => Self::Local(LocalFault::Request),
            () if connecting => Self::Connect,
            () => Self::Reset,
        }
    }
}

fn tls_fault(fault: &rustls::Error) -> TlsFault {
    match fault {
        rustls::Error::InvalidCertificate(_)
        | rustls::Error::NoCertificatesPresented
        | rustls::Error::UnsupportedNameType => TlsFault::Certificate,
        _ => TlsFault::Handshake,
    }
}

fn of_io(fault: &io::Error, connecting: bool) -> Failure {
    /// Too many open files: in the whole system, in this process. The same numbers on every Unix.
    const NO_FILES: [i32; 2] = [23, 24];
    match fault.kind() {
        _ if fault.raw_os_error().is_some_and(|code| NO_FILES.contains(&code)) => Failure::Local(LocalFault::Resources),
        io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::NetworkDown
        | io::ErrorKind::AddrNotAvailable
        | io::ErrorKind::AddrInUse
        | io::ErrorKind::PermissionDenied
        | io::ErrorKind::OutOfMemory => Failure::Local(LocalFault::Resources),
        io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted | io::ErrorKind::BrokenPipe => Failure::Reset,
        // The only reading while connecting is that of the handshake.
        io::ErrorKind::UnexpectedEof if connecting => Failure::Tls(TlsFault::Handshake),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Failure::Malformed,
        _ if connecting => Failure::Connect,
        _ => Failure::Reset,
    }
}

/// The error and its causes, including those that `io::Error` carries inside and does not name as its source.
fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    /// Chains are a handful long; the bound only keeps a circle from holding us.
    const DEPTH_MAX: usize = 32;
    let next = |cause: &&'a (dyn Error + 'static)| -> Option<&'a (dyn Error + 'static)> {
        let cause: &'a (dyn Error + 'static) = *cause;
        let carried = cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        match carried {
            Some(carried) => Some(carried),
            None => cause.source(),
        }
    };
    std::iter::successors(Some(error), next).take(DEPTH_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_of_the_receiver_has_a_kind_and_ours_has_none() {
        let kinds = [
            (Failure::RefusedUrl(UrlRefusal::Port), FailureKind::AddressRefused),
            (Failure::RefusedAddress(Special::Private), FailureKind::AddressRefused),
            (Failure::Dns, FailureKind::NameNotFound),
            (Failure::Connect, FailureKind::ConnectionFailed),
            (Failure::Reset, FailureKind::ConnectionFailed),
            (Failure::Tls(TlsFault::Certificate), FailureKind::TlsFailed),
            (Failure::Timeout(Phase::Connect), FailureKind::TimedOut),
            (Failure::Timeout(Phase::Answer), FailureKind::TimedOut),
            (Failure::Timeout(Phase::Body), FailureKind::TimedOut),
            (Failure::TooLarge, FailureKind::AnswerTooLarge),
            (Failure::Malformed, FailureKind::ServerError),
            (Failure::Redirect { status: 301 }, FailureKind::Redirected),
            (Failure::Status { status: 410, retry_after: None }, FailureKind::Gone),
            (Failure::Status { status: 429, retry_after: None }, FailureKind::TooManyRequests),
            (Failure::Status { status: 404, retry_after: None }, FailureKind::ClientError),
            (Failure::Status { status: 503, retry_after: None }, FailureKind::Overloaded),
            (Failure::Status { status: 500, retry_after: None }, FailureKind::ServerError),
        ];
        for (failure, kind) in kinds {
            assert_eq!(failure.kind(), Some(kind), "{failure}");
            assert_ne!(failure.about(), About::Us, "{failure}");
        }
        for fault in [LocalFault::Resources, LocalFault::Request, LocalFault::NoSigningKey] {
            assert_eq!((Failure::Local(fault).kind(), Failure::Local(fault).about()), (None, About::Us));
        }
    }

    #[test]
    fn a_lack_on_our_side_is_not_held_against_the_receiver() {
        let resources = [
            io::Error::from_raw_os_error(24),
            io::Error::from_raw_os_error(23),
            io::ErrorKind::NetworkUnreachable.into(),
            io::ErrorKind::AddrNotAvailable.into(),
        ];
        for fault in resources {
            assert_eq!(of_io(&fault, true), Failure::Local(LocalFault::Resources), "{fault}");
        }
        for fault in [io::ErrorKind::ConnectionRefused, io::ErrorKind::HostUnreachable] {
            assert_eq!(of_io(&fault.into(), true), Failure::Connect, "{fault}");
        }
        assert_eq!(of_io(&io::ErrorKind::ConnectionReset.into(), true), Failure::Reset);
    }

    #[test]
    fn causes_that_io_errors_carry_are_found() {
        let carried = io::Error::other(io::Error::other(AddressRefused(Special::Private)));
        assert!(causes(&carried).any(|cause| cause.is::<AddressRefused>()));
    }
}
