//! TLS by the service itself: versions 1.2 and 1.3, and certificates that can be renewed while it runs.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use rustls::crypto::aws_lc_rs::default_provider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use rustls::{ServerConfig, version};

/// How often the files are looked at. Certificates are renewed weeks before they end.
const LOOK: Duration = Duration::from_secs(60);

/// Why certificate and key cannot be used. Names the file, never what is in it.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read, or holds nothing of the kind in the form PEM.
    #[error("{0} cannot be used: {1}")]
    Unreadable(PathBuf, String),
    /// The key is not that of the certificate, or of a kind that is not known.
    #[error("the key in {0} does not fit the certificate: {1}")]
    Unfit(PathBuf, rustls::Error),
}

/// The certificate chain and key of the service, as they stand in their files.
pub struct Certificates {
    chain: PathBuf,
    key: PathBuf,
    current: RwLock<Current>,
}

struct Current {
    certified: Arc<CertifiedKey>,
    /// When the files were last written, as they were read.
    written: [Option<SystemTime>; 2],
}

impl Certificates {
    /// Reads the chain, own certificate first, and the key, both in the form PEM.
    ///
    /// # Errors
    /// [`TlsError`] when they cannot be used together.
    pub fn read(chain: &Path, key: &Path) -> Result<Arc<Self>, TlsError> {
        let current = RwLock::new(Current::read(chain, key)?);
        Ok(Arc::new(Self { chain: chain.to_owned(), key: key.to_owned(), current }))
    }

    /// Takes the files anew when one of them was written since; new connections then show what is in them. Tells whether it did.
    ///
    /// # Errors
    /// [`TlsError`]; what was in use stays in use.
    pub fn reload(&self) -> Result<bool, TlsError> {
        if self.current.read().unwrap_or_else(PoisonError::into_inner).written == written(&self.chain, &self.key) {
            return Ok(false);
        }
        let fresh = Current::read(&self.chain, &self.key)?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = fresh;
        Ok(true)
    }

    /// Looks at the files from time to time, for ever.
    pub async fn watch(self: Arc<Self>) {
        loop {
            tokio::time::sleep(LOOK).await;
            match self.reload() {
                Ok(true) => tracing::info!("a new certificate is in use"),
                Ok(false) => {}
                Err(error) => {
                    tracing::error!(error = %error, "the certificate cannot be renewed; the old one stays in use")
                }
            }
        }
    }

    /// What the server is told: no other versions, no other ciphers than those the library thinks safe.
    pub(super) fn server(self: Arc<Self>) -> Result<ServerConfig, rustls::Error> {
        let provider = Arc::new(default_provider());
        let versions = [&version::TLS13, &version::TLS12];
        let config = ServerConfig::builder_with_provider(provider).with_protocol_versions(&versions)?;
        Ok(config.with_no_client_auth().with_cert_resolver(self))
    }
}

impl Current {
    fn read(chain: &Path, key: &Path) -> Result<Self, TlsError> {
        // Before what is in them, so that a file written in between is read again.
        let written = written(chain, key);
        let unreadable = |file: &Path, error: rustls::pki_types::pem::Error| {
            TlsError::Unreadable(file.to_owned(), error.to_string())
        };
        let certificates = CertificateDer::pem_file_iter(chain).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let certificates = certificates.map_err(|error| unreadable(chain, error))?;
        let private = PrivateKeyDer::from_pem_file(key).map_err(|error| unreadable(key, error))?;
        let certified = CertifiedKey::from_der(certificates, private, &default_provider());
        let certified = Arc::new(certified.map_err(|error| TlsError::Unfit(key.to_owned(), error))?);
        Ok(Self { certified, written })
    }
}

fn written(chain: &Path, key: &Path) -> [Option<SystemTime>; 2] {
    [chain, key].map(|file| std::fs::metadata(file).and_then(|metadata| metadata.modified()).ok())
}

impl ResolvesServerCert for Certificates {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current.read().unwrap_or_else(PoisonError::into_inner).certified.clone())
    }
}

impl fmt::Debug for Certificates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificates").field("chain", &self.chain).field("key", &self.key).finish_non_exhaustive()
    }
}
