//! A server of a few lines that counts its callers, keeps what they say, and answers as scripted.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What the server does on each connection.
#[derive(Debug, Clone)]
pub enum Manner {
    /// Reads requests and answers each with these bytes, until the caller leaves.
    Answer(Vec<u8>),
    /// Reads one request, answers with these bytes and closes.
    AnswerAndClose(Vec<u8>),
    /// Reads one request, answers with `head`, then one byte of body at a time, for ever.
    Drip { head: Vec<u8>, pause: Duration },
    /// Reads one request, answers with `head`, then body as fast as it is taken, for ever.
    Flood { head: Vec<u8> },
    /// Reads one request, answers with these bytes and resets the connection.
    Reset(Vec<u8>),
    /// Takes the connection, then neither reads nor writes.
    Silent,
    /// Reads and never answers.
    Deaf,
    /// Says these bytes before anything is asked, then reads and never answers.
    Speak(Vec<u8>),
}

/// A running server; it ends with the value.
pub struct Server {
    pub address: SocketAddr,
    connections: Arc<AtomicUsize>,
    requests: Arc<Mutex<Vec<String>>>,
    sent: Arc<AtomicUsize>,
    ended: Arc<AtomicUsize>,
    task: JoinHandle<()>,
}

impl Server {
    pub async fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let connections = Arc::new(AtomicUsize::new(0));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let sent = Arc::new(AtomicUsize::new(0));
        let ended = Arc::new(AtomicUsize::new(0));
        let (counted, kept, written) = (Arc::clone(&connections), Arc::clone(&requests), Arc::clone(&sent));
        let over = Arc::clone(&ended);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::SeqCst);
                let behaving = behave(stream, manner.clone(), Arc::clone(&kept), Arc::clone(&written));
                let over = Arc::clone(&over);
                tokio::spawn(async move {
                    behaving.await;
                    over.fetch_add(1, Ordering::SeqCst);
                });
            }
        });
        Self { address, connections, requests, sent, ended, task }
    }

    /// A server that answers with this status line and these headers, and no body.
    pub async fn answering(status: &str, headers: &[(&str, &str)]) -> Self {
        Self::start(Manner::Answer(answer(status, headers, b""))).await
    }

    pub fn url(&self) -> String {
        self.url_of("127.0.0.1")
    }

    pub fn url_of(&self, host: &str) -> String {
        format!("http://{host}:{}/in", self.address.port())
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// Each request as it came, head and body.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// Whether every connection has come to its end.
    pub fn has_ended(&self) -> bool {
        self.ended.load(Ordering::SeqCst) == self.connections()
    }

    /// Bytes of body that a flood got rid of.
    pub fn sent(&self) -> usize {
        self.sent.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The bytes of an answer with its length.
pub fn answer(status: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let lines: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n{lines}\r\n", body.len());
    [head.as_bytes(), body].concat()
}

async fn behave(mut stream: TcpStream, manner: Manner, requests: Arc<Mutex<Vec<String>>>, sent: Arc<AtomicUsize>) {
    match manner {
        Manner::Answer(bytes) => {
            while let Some(request) = read_request(&mut stream).await {
                requests.lock().unwrap().push(request);
                if stream.write_all(&bytes).await.is_err() {
                    return;
                }
            }
        }
        Manner::AnswerAndClose(bytes) => {
            if let Some(request) = read_request(&mut stream).await {
                requests.lock().unwrap().push(request);
                let _ = stream.write_all(&bytes).await;
            }
        }
        Manner::Drip { head, pause } => {
            read_request(&mut stream).await;
            let mut next = head;
            while stream.write_all(&next).await.is_ok() {
                next = b"x".to_vec();
                tokio::time::sleep(pause).await;
            }
        }
        Manner::Flood { head } => {
            read_request(&mut stream).await;
            let _ = stream.write_all(&head).await;
            let chunk = [b'x'; 8 * 1024];
            while stream.write_all(&chunk).await.is_ok() {
                sent.fetch_add(chunk.len(), Ordering::SeqCst);
            }
        }
        Manner::Reset(bytes) => {
            read_request(&mut stream).await;
            let _ = stream.write_all(&bytes).await;
            tokio::time::sleep(Duration::from_millis(50)).await;
            let _ = stream.set_zero_linger();
        }
        Manner::Silent => std::future::pending().await,
        Manner::Deaf | Manner::Speak(_) => {
            if let Manner::Speak(bytes) = manner {
                let _ = stream.write_all(&bytes).await;
            }
            let mut sink = [0; 1024];
            while stream.read(&mut sink).await.is_ok_and(|read| read > 0) {}
        }
    }
}

/// Reads one request with its body, or `None` when the caller has left.
async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let read = stream.read(&mut piece).await.ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head
            .lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .map_or(0, |(_, value)| value.trim().parse().unwrap());
        if body.len() >= length {
            return Some(text);
        }
    }
}
