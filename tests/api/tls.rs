//! Secured connections: the service's own certificate, renewed while it runs.

use std::path::Path;
use std::sync::Arc;

use metrics_exporter_prometheus::PrometheusBuilder;
use recourse::http::{self, Certificates, ServerOptions};
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, RootCertStore, SupportedProtocolVersion, version};

use crate::on_both;

/// Writes a fresh certificate for this machine and its key into a folder. Gives the certificate.
fn issue(folder: &Path) -> rcgen::Certificate {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).expect("a certificate");
    std::fs::write(folder.join("chain.pem"), made.cert.pem()).expect("a file");
    std::fs::write(folder.join("key.pem"), made.signing_key.serialize_pem()).expect("a file");
    made.cert
}

/// Shakes hands as a client that trusts one certificate. Gives the version agreed upon, or why there is none.
async fn greet(
    port: u16,
    trusted: &rcgen::Certificate,
    version: &'static SupportedProtocolVersion,
) -> Result<String, String> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.der().clone()).expect("a certificate");
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_protocol_versions(&[version]).expect("versions");
    let config = Arc::new(config.with_root_certificates(roots).with_no_client_auth());
    tokio::task::spawn_blocking(move || {
        let name = ServerName::try_from("localhost").expect("a name");
        let mut session = ClientConnection::new(config, name).expect("a session");
        let mut stream = std::net::TcpStream::connect(("127.0.0.1", port)).expect("the server answers");
        stream.set_read_timeout(Some(std::time::Duration::from_secs(20))).expect("a bound");
        while session.is_handshaking() {
            session.complete_io(&mut stream).map_err(|error| error.to_string())?;
        }
        Ok(format!("{:?}", session.protocol_version().expect("agreed upon")))
    })
    .await
    .expect("no panic")
}

on_both! {
    async fn a_certificate_is_shown_and_its_successor_without_a_restart(app) {
        let folder = tempfile::tempdir().expect("a folder");
        let first = issue(folder.path());
        let certificates = Certificates::read(&folder.path().join("chain.pem"), &folder.path().join("key.pem")).expect("they fit");
        let options = ServerOptions { certificates: Some(certificates.clone()), ..ServerOptions::trial() };
        let listener = http::bind(&options).expect("a free port");
        let port = listener.local_addr().expect("a port").port();
        let metrics = PrometheusBuilder::new().build_recorder().handle();
        let server = http::run(app.context.clone(), listener, &options, metrics).expect("it starts");
        let handle = server.handle();
        tokio::spawn(server);

        assert_eq!(greet(port, &first, &version::TLS13).await, Ok("TLSv1_3".to_owned()));
        assert_eq!(greet(port, &first, &version::TLS12).await, Ok("TLSv1_2".to_owned()));
        let root = reqwest::Certificate::from_der(first.der()).expect("a certificate");
        let client = reqwest::Client::builder().tls_certs_only([root]).build().expect("a client");
        let health = client.get(format!("https://localhost:{port}/health")).send().await.expect("an answer");
        assert_eq!(health.status().as_u16(), 200);

        assert!(!certificates.reload().expect("nothing was written"), "what is as it was is not read");
        // A key that does not fit harms nothing.
        let other = rcgen::KeyPair::generate().expect("a key");
        std::fs::write(folder.path().join("key.pem"), other.serialize_pem()).expect("a file");
        let refused = certificates.reload().expect_err("the key is another's").to_string();
        assert!(refused.contains("key.pem") && !refused.contains("PRIVATE"), "{refused}");
        assert!(greet(port, &first, &version::TLS13).await.is_ok(), "the old one stays in use");
        let second = issue(folder.path());
        assert!(certificates.reload().expect("they fit"));
        assert!(greet(port, &first, &version::TLS13).await.is_err());
        assert_eq!(greet(port, &second, &version::TLS13).await, Ok("TLSv1_3".to_owned()));
        handle.stop(false).await;
    }
}

#[test]
fn files_that_are_no_certificate_are_refused_by_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let (chain, key) = (folder.path().join("chain.pem"), folder.path().join("key.pem"));
    let refused = |why: &str| {
        let error = Certificates::read(&chain, &key).expect_err(why).to_string();
        assert!(error.contains(".pem"), "{error}");
    };
    refused("there is none");
    issue(folder.path());
    std::fs::write(&key, "no key").expect("a file");
    refused("no key");
    issue(folder.path());
    std::fs::write(&chain, "").expect("a file");
    refused("an empty chain");
}
