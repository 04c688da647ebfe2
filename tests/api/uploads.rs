//! Uploads that last longer than the right to make them, or that are not what was announced.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use entity::id::ClientId;
use reqwest::{Body, Method};
use serde_json::json;

use crate::bundles::{Scene, line};
use crate::on_both;
use crate::support::union::{self, text};
use crate::support::{App, Caller, Reply, unique};

/// A body that goes on for ever: so many lines of 256 bytes, ten times a second.
fn endless(lines: usize) -> Body {
    Body::wrap_stream(futures::stream::unfold((), move |()| async move {
        tokio::time::sleep(Duration::from_millis(100)).await;
        Some((Ok::<_, std::io::Error>(format!("{:<255}\n", "a,b,c,2026-01-05").repeat(lines)), ()))
    }))
}

/// A client of its own, with its id.
async fn client(app: &App, path: &str, scope: &str) -> (ClientId, Caller) {
    let made = app.operator().await.post(path, json!({ "name": "slow", "scopes": [scope] })).await.expect_status(201);
    let (id, secret) = (text(&made, "client_id"), text(&made, "client_secret"));
    (id.parse().unwrap(), app.client(&id, &secret))
}

/// A batch that waits for its content. Gives the path of that.
async fn batch(scene: &Scene) -> String {
    let campaign = union::campaign("Access", &[&scene.controller.id]);
    let campaign = text(&scene.member.post("/v1/campaigns", campaign).await.expect_status(201), "id");
    let path = format!("/v1/campaigns/{campaign}/batches");
    let made = scene.member.post(&path, union::batch(union::columns())).await.expect_status(201);
    format!("/v1/batches/{}/content", text(&made, "id"))
}

async fn send(caller: &Caller, method: Method, path: &str, media: &str, lines: usize) -> (Reply, Duration) {
    let call = caller.request(method, path).await.header("idempotency-key", unique()).header("content-type", media);
    let began = Instant::now();
    (caller.send(call.body(endless(lines))).await, began.elapsed())
}

/// Bytes as they are on a connection of their own, which then ends for writing. Gives what comes back.
async fn raw(app: &App, caller: &Caller, head: String, body: Vec<u8>) -> String {
    let (address, token) = (app.address.replace("http://", ""), caller.token().await.expect("a token"));
    let exchange = move || {
        let mut stream = TcpStream::connect(&address).expect("the server answers");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a bound");
        let head = format!("{head}host: {address}\r\nauthorization: Bearer {token}\r\n\r\n");
        stream.write_all(head.as_bytes()).expect("the head");
        // The server may have refused it by its head, and listens no more.
        let _ = stream.write_all(&body).and_then(|()| stream.shutdown(Shutdown::Write));
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    };
    tokio::task::spawn_blocking(exchange).await.expect("no panic")
}

async fn count(app: &App, table: &str) -> i64 {
    app.inspector().await.number(&format!("SELECT COUNT(*) FROM {table}")).await
}

on_both! {
    async fn an_upload_ends_soon_after_its_client_was_revoked_or_its_organisation_suspended(app) {
        let scene = Scene::set(app).await;
        let request = scene.file(app, &[line(0, "")]).await.remove(0);
        app.work().await;
        let offices = format!("/v1/controllers/{}/clients", scene.controller.id);
        let members = format!("/v1/organisations/{}/clients", scene.organisation);
        let (here, batches) = client(app, &members, "requests:write").await;
        let (elsewhere, office) = client(app, &offices, "inbox:answer").await;
        let other = Scene::set_at(app, "other").await;
        let (content, others) = (batch(&scene).await, batch(&other).await);
        let file = format!("/v1/inbox/requests/{request}/attachments");
        let bulk = "/v1/inbox/responses:bulk";

        let began = Instant::now();
        let ending = async {
            tokio::time::sleep(Duration::from_millis(1_500)).await;
            app.operator().await.delete(&format!("{members}/{here}")).await.expect_status(204);
            let state = json!({ "state": "suspended" });
            app.operator().await.patch(&format!("/v1/organisations/{}", other.organisation), state).await.expect_status(200);
            // As another replica would: this one is not told of it.
            let at = app.context.clock.now();
            let revoked = app.context.db.write(move |tx| Box::pin(tx.revoke_client(elsewhere, at))).await;
            assert!(revoked.expect("the database answers"));
            began.elapsed()
        };
        let (ended, first, second, third, fourth) = tokio::join!(
            ending,
            // So much that parts of it are stored; the others so little that they do not become too large first.
            send(&batches, Method::PUT, &content, "text/csv", 2_048),
            send(&other.member, Method::PUT, &others, "text/csv", 2_048),
            send(&office, Method::POST, &file, "text/plain", 64),
            send(&office, Method::POST, bulk, "application/x-ndjson", 64),
        );
        for (what, (reply, lasted)) in [("a batch", first), ("another", second), ("a file", third), ("answers", fourth)] {
            assert_eq!(reply.expect_problem(401, "unauthenticated")["status"], 401, "{what}");
            assert!(lasted > Duration::from_secs(1), "{what} was taken at first: {lasted:?}");
            // Five seconds, and some for a machine that is busy.
            assert!(lasted < ended + Duration::from_secs(8), "{what} ended after {lasted:?}, its right after {ended:?}");
        }

        // Nothing of a file is kept; of a batch what any upload leaves that breaks off, and the next one drops that.
        assert_eq!((count(app, "attachment").await, count(app, "attachment_part").await), (0, 0));
        let waiting = scene.member.get(content.trim_end_matches("/content")).await.expect_status(200);
        assert_eq!((&waiting["state"], waiting.get("content_sha256")), (&json!("receiving"), None), "{waiting}");
        assert!(count(app, "upload_part").await > 2, "parts were stored before");
        let whole = b"ref,name,mail,signed\nR9,Person 9,p9@example.org,2026-01-05\n".to_vec();
        scene.member.put_bytes(&content, "text/csv", whole).await.expect_status(202);
        let id = format!("'{}'", content.split('/').nth(3).unwrap().trim_start_matches("bat_"));
        let mut inspector = app.inspector().await;
        let sql = format!("SELECT COUNT(*) FROM upload_part WHERE {} = {id}", inspector.id("batch_id"));
        assert_eq!(inspector.number(&sql).await, 1);
    }

    async fn an_upload_that_is_not_as_long_as_announced_is_refused_and_leaves_nothing(app) {
        let scene = Scene::set(app).await;
        let request = scene.file(app, &[line(0, "")]).await.remove(0);
        app.work().await;
        let parts = count(app, "upload_part").await;
        let content = batch(&scene).await;
        let file = format!("/v1/inbox/requests/{request}/attachments");
        let said = |method: &str, path: &str, media: &str, length: &str| {
            let key = unique();
            format!("{method} {path} HTTP/1.1\r\nidempotency-key: \"{key}\"\r\ncontent-type: {media}\r\n{length}")
        };
        // Shorter than announced: the connection ends before the body does.
        for (caller, method, path, media) in
            [(&scene.member, "PUT", &content, "text/csv"), (&scene.office, "POST", &file, "text/plain")]
        {
            let head = said(method, path, media, "content-length: 100\r\n");
            let answer = raw(app, caller, head, b"ref,name,mail,signed\n".to_vec()).await;
            assert!(!answer.starts_with("HTTP/1.1 2"), "{path}: {answer}");
            // What says how long it is in two ways, or in none that is one.
            for length in [
                "content-length: 21\r\ncontent-length: 22\r\n", "content-length: 21\r\ntransfer-encoding: chunked\r\n",
                "content-length: -21\r\n", "content-length: +21\r\n", "content-length: 21, 21\r\n", "content-length: many\r\n",
            ] {
                let answer = raw(app, caller, said(method, path, media, length), b"ref,name,mail,signed\n".to_vec()).await;
                assert!(answer.starts_with("HTTP/1.1 400"), "{path}, {length}: {answer}");
            }
            // A body in chunks whose last one never comes.
            let head = said(method, path, media, "transfer-encoding: chunked\r\n");
            let answer = raw(app, caller, head, b"15\r\nref,name,mail,signed\n\r\n".to_vec()).await;
            assert!(!answer.starts_with("HTTP/1.1 2"), "{path}: {answer}");
        }
        // More than may be is refused before it comes.
        let most = app.context.settings.max_upload_bytes + 1;
        let head = said("PUT", &content, "text/csv", &format!("content-length: {most}\r\n"));
        let answer = raw(app, &scene.member, head, Vec::new()).await;
        assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("\"body_too_large\""), "{answer}");

        assert_eq!((count(app, "attachment").await, count(app, "attachment_part").await), (0, 0));
        assert_eq!(count(app, "upload_part").await, parts, "nothing was stored");
        let waiting = scene.member.get(content.trim_end_matches("/content")).await.expect_status(200);
        assert_eq!((&waiting["state"], waiting.get("content_sha256")), (&json!("receiving"), None), "{waiting}");

        // As long as announced it is taken, and the answer tells the digest of what came, to hold against one's own.
        let whole = b"ref,name,mail,signed\nR9,Person 9,p9@example.org,2026-01-05\n".to_vec();
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &whole);
        let digest: String = digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        let head = said("PUT", &content, "text/csv", &format!("content-length: {}\r\n", whole.len()));
        let answer = raw(app, &scene.member, head, whole).await;
        assert!(answer.starts_with("HTTP/1.1 202") && answer.contains(&digest), "{answer}");
    }
}
