//! Connections that cannot be secured.

use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;

use super::server::{Manner, Server, answer};
use super::{client, post, quick_client};
use crate::outbound::failure::{About, Failure, Phase, TlsFault};

/// A certificate for `receiver.localhost` that nobody vouches for, and its key. They guard nothing.
const CERTIFICATE: &str = "MIIBrzCCAVagAwIBAgIURfjjizoYVF+lDw+y3j/8dNfhN6owCgYIKoZIzj0EAwIwHTEbMBkGA1UEAwwScmVjZWl2ZXIubG9jYWxob3N0MCAXDTI2MTEyMjIxMjkyM1oYDzIxMjYxMDI5MjEyOTIzWjAdMRswGQYDVQQDDBJyZWNlaXZlci5sb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARheBiTi1lbm9LsJBc9DR3pwZuAP1aaelaOjNd6vdo9vuEEABln6lSn0mM2NW4LbZPR5XZf1zq3swem7y9NychVo3IwcDAdBgNVHQ4EFgQUJLWwqAxyf5irAtBigPrgw47nf0owHwYDVR0jBBgwFoAUJLWwqAxyf5irAtBigPrgw47nf0owDwYDVR0TAQH/BAUwAwEB/zAdBgNVHREEFjAUghJyZWNlaXZlci5sb2NhbGhvc3QwCgYIKoZIzj0EAwIDRwAwRAIgSmgZIJ8RzbEWkVYin2mvVRen1sevycVLHgKw24TpumsCIF8cRHstLvwpdNysUpSefG4SIqK2PsFx3bgvWWhJHHwq";
const KEY: &str = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg0BQwd3fwHulM8VHll8fGt0JalXBzKcGkriGNqbIDSW2hRANCAARheBiTi1lbm9LsJBc9DR3pwZuAP1aaelaOjNd6vdo9vuEEABln6lSn0mM2NW4LbZPR5XZf1zq3swem7y9NychV";

/// Shakes hands with the certificate above, and says whether the caller agreed to it.
fn shake_hands(mut stream: TcpStream) -> bool {
    let certificate = CertificateDer::from(STANDARD.decode(CERTIFICATE).unwrap());
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(STANDARD.decode(KEY).unwrap()));
    let config =
        rustls::ServerConfig::builder().with_no_client_auth().with_single_cert(vec![certificate], key).unwrap();
    let mut session = rustls::ServerConnection::new(Arc::new(config)).unwrap();
    stream.set_nonblocking(false).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    while session.is_handshaking() {
        if session.complete_io(&mut stream).is_err() {
            return false;
        }
    }
    true
}

#[tokio::test]
async fn a_certificate_nobody_vouches_for_is_refused() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://localhost:{}/in", listener.local_addr().unwrap().port());
    let server = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let stream = stream.into_std().unwrap();
        tokio::task::spawn_blocking(move || shake_hands(stream)).await.unwrap()
    });
    let failure = post(&client(), &url).await.result.unwrap_err();
    assert_eq!(failure, Failure::Tls(TlsFault::Certificate));
    assert_eq!(failure.about(), About::Receiver);
    assert!(!server.await.unwrap(), "the caller went on after a bad certificate");
}

#[tokio::test]
async fn a_server_that_does_not_speak_tls_is_told_apart() {
    let manners = [
        (Manner::Speak(b"220 mail.example ESMTP\r\n".to_vec()), Failure::Tls(TlsFault::Handshake)),
        (Manner::Speak(answer("400 Bad Request", &[], b"")), Failure::Tls(TlsFault::Handshake)),
        (Manner::Deaf, Failure::Timeout(Phase::Connect)),
    ];
    for (manner, expected) in manners {
        let told = format!("{manner:?}");
        let server = Server::start(manner).await;
        let url = server.url().replace("http://", "https://");
        assert_eq!(post(&quick_client(), &url).await.result, Err(expected), "{told}");
        assert!(server.requests().is_empty(), "nothing was said in the clear");
    }
}

#[tokio::test]
async fn a_server_that_hangs_up_on_the_handshake_is_told_apart() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}/in", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        // Read first: closing with unread bytes would reset the connection.
        let mut hello = [0; 4096];
        let _ = stream.read(&mut hello).await;
    });
    assert_eq!(post(&client(), &url).await.result, Err(Failure::Tls(TlsFault::Handshake)));
    server.await.unwrap();
}
