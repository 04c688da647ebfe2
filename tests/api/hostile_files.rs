//! Files and bodies that are made to harm whoever takes, keeps or opens them: what is refused, what is kept as bytes and served so that
//! nothing runs it, and that no answer repeats what was in them.

use recourse::domain::code::Code;
use reqwest::Method;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::fixtures::Fixture;
use crate::support::union::{self, text};
use crate::support::{App, Caller, Reply, unique};

/// A ZIP with one stored entry, written by hand so that its sizes can lie.
fn zip(name: &str, content: &[u8], claimed: u32) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_le_bytes();
    let named = u16::try_from(name.len()).unwrap().to_le_bytes();
    let crc = crc32(content).to_le_bytes();
    let head = [&crc[..], &length, &claimed.to_le_bytes(), &named, &[0, 0]].concat();
    let mut file = [b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0", &head[..], name.as_bytes(), content].concat();
    let start = u32::try_from(file.len()).unwrap().to_le_bytes();
    let central = [b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0", &head[..], &[0; 14], name.as_bytes()].concat();
    let size = u32::try_from(central.len()).unwrap().to_le_bytes();
    file.extend(central);
    file.extend([&b"PK\x05\x06\0\0\0\0\x01\0\x01\0"[..], &size, &start, &[0, 0]].concat());
    file
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

/// A PNG that says it has so many pixels, and has none.
fn png(width: u32, height: u32) -> Vec<u8> {
    let header = [b"IHDR", &width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    let crc = crc32(&header).to_be_bytes();
    [b"\x89PNG\r\n\x1a\n\0\0\0\x0d", &header[..], &crc, b"\0\0\0\0IEND\xae\x42\x60\x82"].concat()
}

async fn sent(caller: &Caller, request: &str, media: &str, disposition: &str, content: Vec<u8>) -> Reply {
    let path = format!("/v1/inbox/requests/{request}/attachments");
    let call = caller.request(Method::POST, &path).await;
    let call = call.header("idempotency-key", unique()).header("content-type", media);
    let disposition = reqwest::header::HeaderValue::from_bytes(disposition.as_bytes()).unwrap();
    caller.send(call.header("content-disposition", disposition).body(content)).await
}

async fn upload(caller: &Caller, request: &str, media: &str, name: &str, content: Vec<u8>) -> Reply {
    sent(caller, request, media, &format!("attachment; filename=\"{name}\""), content).await
}

/// Answers with files, and holds that they come back as the bytes they were, to be saved and by nothing to be run.
async fn served(scene: &Fixture, request: &str, files: &[(Value, Vec<u8>)]) {
    let ids: Vec<&Value> = files.iter().map(|(file, _)| &file["id"]).collect();
    let answer = json!({ "response": { "kind": "full" }, "attachments": ids });
    scene.inbox.post(&format!("/v1/inbox/requests/{request}/responses"), answer).await.expect_status(201);
    for (file, content) in files {
        let got = scene.association.get(&format!("/v1/requests/{request}/attachments/{}", text(file, "id"))).await;
        assert_eq!((got.status, &got.bytes), (200, content), "{file}");
        assert_eq!(got.header("content-type"), Some("application/octet-stream"), "{file}");
        assert!(got.header("content-disposition").unwrap().starts_with("attachment"), "{file}");
        assert_eq!(got.header("x-content-type-options"), Some("nosniff"), "{file}");
        let policy = got.header("content-security-policy").unwrap();
        assert!(policy.starts_with("sandbox;") && policy.contains("default-src 'none'"), "{file}: {policy}");
        assert_eq!(got.header("cache-control"), Some("no-store"), "{file}");
    }
}

on_both! {
    async fn bombs_and_polyglots_are_kept_as_bytes_and_never_opened(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let request = scene.requests[0].to_string();
        let bomb = zip("zeros.bin", &[0; 64], u32::MAX);
        let nested = zip("inner.zip", &zip("inner.zip", &bomb, 1 << 30), 1 << 30);
        let slip = zip("../../../../etc/cron.d/x", b"* * * * * root x", 16);
        let files = [
            ("bomb.zip", bomb, "application/zip"),
            ("nested.zip", nested, "application/zip"),
            ("slip.zip", slip, "application/zip"),
            ("page.pdf", b"%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF".to_vec(), "application/pdf"),
            ("both.png", [png(1, 1), zip("x.js", b"alert(1)", 8)].concat(), "image/png"),
            ("largest.png", png(10_000, 10_000), "image/png"),
            ("utf7.txt", b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-".to_vec(), "text/plain"),
            ("deep.json", "[".repeat(200_000).into_bytes(), "application/json"),
        ];
        let mut kept = Vec::new();
        for (name, content, media) in files {
            let file = upload(&scene.inbox, &request, "text/html", name, content.clone()).await.expect_status(201);
            assert_eq!(file["media_type"], media, "{name}: what it is follows from what is in it");
            assert_eq!(file["size"], content.len(), "{name}");
            kept.push((file, content));
        }
        served(&scene, &request, &kept).await;
    }

    async fn what_would_run_or_swell_where_it_is_opened_is_refused(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let request = scene.requests[0].to_string();
        let utf16 = |text: &str| [&b"\xff\xfe"[..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat();
        let macros = zip("word/vbaProject.bin", b"Attribute VB_Name", 17);
        let far = [zip("a.txt", &vec![b'a'; 3 << 20], 3 << 20), macros.clone()].concat();
        let files: Vec<(&str, Vec<u8>)> = vec![
            ("pixel bomb", png(60_000, 60_000)),
            ("pixel bomb by one side", png(u32::MAX, 1)),
            ("HTML called PDF", b"<!DOCTYPE html><script>alert(1)</script>".to_vec()),
            ("SVG", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".to_vec()),
            ("SVG after white space", b"\xef\xbb\xbf \n<svg/onload=x()>".to_vec()),
            ("XML bomb", b"<!DOCTYPE a [<!ENTITY b 'bb'>]><a>&b;</a>".to_vec()),
            ("GIF and JavaScript", b"GIF89a=1;alert(1)".to_vec()),
            ("GIF", b"GIF89a\x01\0\x01\0\x80\0\0".to_vec()),
            ("Office document of old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec()),
            ("Office document with macros", macros),
            ("macros far behind", far),
            ("RTF", b"{\\rtf1\\ansi{\\object\\objocx}}".to_vec()),
            ("PostScript", b"%!PS-Adobe-3.0\n(/etc/passwd) (r) file".to_vec()),
            ("program", b"MZ\x90\0\x03".to_vec()),
            ("program of Linux", b"\x7fELF\x02\x01".to_vec()),
            ("shell", b"#!/bin/sh\nrm -rf ~".to_vec()),
            ("HTML in UTF-16", utf16("<html><script>alert(1)</script>")),
            ("gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec()),
            ("message", b"MIME-Version: 1.0\nContent-Type: text/html\n\n<b>x</b>".to_vec()),
            ("nothing", Vec::new()),
            ("white space", b" \n\t ".to_vec()),
        ];
        for (what, content) in files {
            let reply = upload(&scene.inbox, &request, "application/pdf", "answer.pdf", content).await;
            assert_eq!((reply.status, &reply.json()["code"]), (415, &json!("file_type_refused")), "{what}");
        }
        let mut inspector = app.inspector().await;
        assert_eq!(inspector.number("SELECT count(*) FROM attachment_part").await, 0, "nothing is left of them");
        assert_eq!(inspector.number("SELECT count(*) FROM attachment").await, 0);
    }

    async fn names_of_files_cannot_lead_elsewhere_or_deceive(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let request = scene.requests[0].to_string();
        let long = "x".repeat(201);
        let names = [
            "../../etc/passwd", "..", ".", "C:\\\\Windows\\\\x.txt", "a/b.txt", "CON", "nul.txt", "com1.pdf", "LPT9 .txt",
            "invoice\u{202e}fdp.exe", "a\u{2066}b.txt", "a\u{200b}b.txt", "a\u{feff}.txt", "line\u{2028}.txt", "x.txt.", "x.txt ",
            "tab\there.txt", "a:b.txt", "a*b.txt", "a<b>.txt", "a|b.txt", "what?.txt", long.as_str(),
        ];
        for name in names {
            let disposition = format!("attachment; filename=\"{name}\"");
            let reply = sent(&scene.inbox, &request, "text/plain", &disposition, b"hello".to_vec()).await;
            assert!((400..500).contains(&reply.status), "{name:?} was taken");
            assert!(!reply.text().contains("passwd") && !reply.text().contains("invoice"), "{}", reply.text());
        }
        let mut kept = Vec::new();
        for name in ["Grüße aus Köln.txt", "réponse (1).pdf.txt", "console.txt", "nullable", "-rf.txt", "=1+1.csv", "日本語.txt"] {
            let file = upload(&scene.inbox, &request, "text/plain", name, b"hello".to_vec()).await.expect_status(201);
            kept.push((file, b"hello".to_vec()));
        }
        served(&scene, &request, &kept).await;
    }
}

on_both! {
    async fn a_body_that_is_packed_is_refused_before_it_is_read(app) {
        let scene = Fixture::with_requests(app, 1).await;
        let request = scene.requests[0].to_string();
        let (_, member) = app.organisation("Packed").await;
        let batch = batch_of(app, &member).await;
        let calls = [
            (Method::POST, "/v1/data-subjects".to_owned(), "application/json", &member),
            (Method::PUT, format!("/v1/batches/{batch}/content"), "application/x-ndjson", &member),
            (Method::POST, format!("/v1/inbox/requests/{request}/attachments"), "text/plain", &scene.inbox),
            (Method::POST, "/v1/inbox/responses:bulk".to_owned(), "application/x-ndjson", &scene.inbox),
            (Method::POST, "/v1/deadlines:compute".to_owned(), "application/json", &member),
        ];
        for (method, path, media, caller) in calls {
            for coding in ["gzip", "zstd", "br", "deflate", "gzip, gzip", "x-unknown", "identity, gzip"] {
                let call = caller.request(method.clone(), &path).await.header("idempotency-key", unique());
                let call = call.header("content-type", media).header("content-encoding", coding);
                let reply = caller.send(call.body(b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec())).await;
                reply.expect_problem(415, Code::UnsupportedMediaType.as_str());
                assert_eq!(reply.header("accept-encoding"), Some("identity"), "{path}: {coding}");
            }
        }
        let call = member.request(Method::POST, "/v1/data-subjects").await.header("idempotency-key", unique());
        let call = call.header("content-type", "application/json").header("content-encoding", "identity");
        member.send(call.body(json!({ "full_name": "Plain" }).to_string())).await.expect_status(201);
    }

    async fn json_that_is_made_to_confuse_is_refused_and_not_repeated(app) {
        let (_, member) = app.organisation("Association").await;
        let utf16: Vec<u8> = "{\"full_name\":\"geheim\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let bodies: Vec<(&str, Vec<u8>)> = vec![
            ("deep", [b"{\"full_name\":".to_vec(), vec![b'['; 400_000]].concat()),
            ("deep objects", b"{\"a\":".repeat(100_000)),
            ("the same key twice", b"{\"full_name\":\"geheim\",\"full_name\":\"other\"}".to_vec()),
            ("the same key, escaped", b"{\"full_name\":\"geheim\",\"full\\u005fname\":\"other\"}".to_vec()),
            ("UTF-16", utf16.clone()),
            ("UTF-16 with its mark", [b"\xff\xfe".to_vec(), utf16].concat()),
            ("UTF-8 with a mark", b"\xef\xbb\xbf{\"full_name\":\"geheim\"}".to_vec()),
            ("overlong UTF-8", b"{\"full_name\":\"geheim\xc0\xaf\"}".to_vec()),
            ("half a pair", b"{\"full_name\":\"geheim\\ud800\"}".to_vec()),
            ("NUL", b"{\"full_name\":\"geheim\\u0000\"}".to_vec()),
            ("more than one", b"{\"full_name\":\"geheim\"}{}".to_vec()),
            ("a comment", b"{\"full_name\":\"geheim\"/* x */}".to_vec()),
            ("NaN", b"{\"full_name\":NaN}".to_vec()),
            ("a number without end", [b"{\"full_name\":".to_vec(), vec![b'9'; 500_000], b"}".to_vec()].concat()),
            ("a prototype", b"{\"__proto__\":{\"full_name\":\"geheim\"}}".to_vec()),
        ];
        for (what, body) in bodies {
            let call = member.request(Method::POST, "/v1/data-subjects").await.header("idempotency-key", unique());
            let reply = member.send(call.header("content-type", "application/json").body(body)).await;
            assert!(matches!(reply.status, 400 | 422), "{what}: {} {}", reply.status, reply.text());
            assert!(!reply.text().contains("geheim"), "{what}: {}", reply.text());
        }
        assert_eq!(app.inspector().await.number("SELECT count(*) FROM data_subject").await, 0);
        // Another type is not taken for JSON, however its characters are said to be written.
        for media in ["text/plain", "application/json-patch+json", "text/json", "application/xml"] {
            let call = member.request(Method::POST, "/v1/data-subjects").await.header("idempotency-key", unique());
            let reply = member.send(call.header("content-type", media).body("{\"full_name\":\"geheim\"}")).await;
            reply.expect_problem(415, Code::UnsupportedMediaType.as_str());
        }
    }
}

/// A batch of CSV that is checked alone. Gives its id.
async fn batch_of(app: &App, member: &Caller) -> String {
    let entry = json!({ "name": "Shop", "place": "FR", "channels": [{ "kind": "feed" }] });
    let controller = app.operator().await.post("/v1/controllers", entry).await.expect_status(201);
    let campaign = union::campaign("Access", &[&text(&controller, "id")]);
    let campaign = member.post("/v1/campaigns", campaign).await.expect_status(201);
    let path = format!("/v1/campaigns/{}/batches", text(&campaign, "id"));
    let mut batch = union::batch(
        json!({ "external_reference": "ref", "family_name": "name", "email": "mail", "mandate.signed_on": "signed" }),
    );
    batch["dialect"] = json!({ "separator": "comma", "encoding": "utf-8" });
    text(&member.post(&path, batch).await.expect_status(201), "id")
}

async fn uploaded(app: &App, member: &Caller, content: Vec<u8>) -> Value {
    let path = format!("/v1/batches/{}", batch_of(app, member).await);
    let reply = member.put_bytes(&format!("{path}/content"), "text/csv", content).await;
    assert!(reply.status == 202 || (400..500).contains(&reply.status), "{}", reply.text());
    app.work().await;
    member.get(&path).await.expect_status(200)
}

on_both! {
    async fn tables_without_end_are_bounded(app) {
        let (_, member) = app.organisation("Association").await;
        let wide = [b"ref,name,mail,signed".to_vec(), b",x".repeat(1 << 20), b"\nA,B,c@example.org,2026-01-05\n".to_vec()].concat();
        let open = [b"ref,name,mail,signed\nA,\"".to_vec(), vec![b'x'; 4 << 20]].concat();
        let empty = [b"ref,name,mail,signed\n".to_vec(), b",".repeat(1 << 20)].concat();
        for (what, content) in [("columns", wide), ("a quoted field", open), ("empty fields", empty)] {
            let shown = uploaded(app, &member, content).await;
            assert_ne!(shown["counts"]["accepted"], 1, "{what}: {shown}");
            assert!(["failed", "filed", "validated", "invalid"].contains(&shown["state"].as_str().unwrap()), "{what}: {shown}");
        }
        assert_eq!(app.inspector().await.number("SELECT count(*) FROM data_subject").await, 0);
    }

    async fn cells_that_would_be_formulas_come_out_as_the_text_they_were(app) {
        let (_, member) = app.organisation("Association").await;
        let hostile = ["=1+1", "+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"\"http://x.example\"\")", "'=1", "|cmd", "%0A=1"];
        let mut content = "ref,name,mail,signed\n".to_owned();
        for (number, cell) in hostile.iter().enumerate() {
            content.push_str(&format!("R{number},\"{cell}\",r{number}@example.org,2026-01-05\n"));
        }
        let shown = uploaded(app, &member, content.into_bytes()).await;
        assert_eq!(shown["counts"]["accepted"], hostile.len(), "{shown}");
        let people = member.get("/v1/data-subjects?limit=50").await.expect_status(200);
        let mut names = Vec::new();
        for person in people["items"].as_array().unwrap() {
            let whole = member.get(&format!("/v1/data-subjects/{}", text(person, "id"))).await.expect_status(200);
            names.push(whole["profile"]["family_name"].as_str().unwrap().to_owned());
        }
        names.sort();
        let mut expected: Vec<String> = hostile.iter().map(|cell| cell.replace("\"\"", "\"")).collect();
        expected.sort();
        assert_eq!(names, expected, "data are kept as they are");
        // What is written as a table holds words and ids alone, so that no cell of it begins like a formula.
        let path = format!("/v1/batches/{}/outcome?format=csv", text(&shown, "id"));
        let table = member.get(&path).await;
        assert!(table.header("content-disposition").unwrap().starts_with("attachment"));
        for cell in table.text().lines().flat_map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0', '|', '%']), "{cell}");
        }
    }
}
