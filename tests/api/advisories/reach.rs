//! Faults by which a peer read files, called its own network, or told what only it should know.

use reqwest::Method;
use serde_json::json;

use super::with_roles;
use crate::on_both;
use crate::support::union::text;
use crate::support::{Caller, unique};

on_both! {
    // Fides: the server of its pages followed `../` in a path, and gave out any file of the machine. Here nothing that is served is read
    // from a path: pages are in the program, files in the database under ids.
    async fn cve_2023_36827_a_path_leads_to_no_file(app) {
        let (_, member) = app.organisation("Association").await;
        let database = app.config.database_url.clone().unwrap();
        for start in ["/docs/", "/docs/guides/", "/", "/status/", "/calendar/", "/v1/requests/", "/v1/letter-templates/request/", "/openapi.json/"] {
            for climb in ["../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "..%252f..%252fetc%252fpasswd",
                "..%5c..%5cetc%5cpasswd", "..;/..;/etc/passwd", "%00/etc/passwd", "....//....//etc/passwd", "master.key"] {
                let reply = raw(app, &format!("{start}{climb}")).await;
                assert!(reply.starts_with("HTTP/1.1 4"), "{start}{climb}: {reply}");
                assert!(!reply.contains("root:") && !reply.contains(&database), "{start}{climb}");
            }
        }
        member.get("/v1/organisation").await.expect_status(200);
    }

    // Fides: the host of a connector was checked in one notation and called in another. OneUptime: an address of version 4 written as one
    // of version 6 was not looked up at all. vulnerability-lookup: forms of NAT64 and 6to4 passed as global. VibeNVR: the first record was
    // checked alone. Cap-go: a name was resolved again after the check. Here every notation is read, and judged where it is dialled.
    async fn cve_2023_46124_ghsa_9g3w_r349_3vvw_ghsa_mvm9_4fhw_xqf3_no_notation_of_an_address_gets_past(app) {
        let (_, member) = app.organisation("Association").await;
        for host in ["169.254.169.254", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[64:ff9b::169.254.169.254]", "[64:ff9b::a9fe:a9fe]",
            "[2002:a9fe:a9fe::1]", "[2001:0:0:0:0:0:5601:5601]", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.43518", "10.1", "0",
            "[fd00:ec2::254]", "[fe80::1]", "169.254.169.254.", "%31%36%39.254.169.254", "①⑥⑨.254.169.254"] {
            for url in [format!("https://{host}/latest/meta-data"), format!("https://user:pass@{host}/"), format!("http://{host}/")] {
                let reply = member.post("/v1/webhook-endpoints", json!({ "url": url })).await;
                assert_eq!(reply.status, 422, "{url}: {}", reply.text());
                let entry = json!({ "name": "Shop", "place": "FR", "channels": [{ "kind": "webhook", "url": url, "mode": "single" }] });
                let reply = member.post("/v1/controllers", entry).await;
                assert_eq!(reply.status, 422, "{url}: {}", reply.text());
            }
        }
    }

    // Fides: whoever had the least of roles read the configuration, with secrets in it. Here there is no operation that tells it, and
    // whoever reads figures reads nothing else.
    async fn cve_2023_46125_who_reads_figures_reads_no_configuration(app) {
        let operator = app.operator().await;
        let (organisation, member) = app.organisation("Association").await;
        let made = with_roles(&operator, &organisation, json!(["statistics_reader"])).await;
        let reader = app.client(&text(&made, "client_id"), &text(&made, "client_secret"));
        reader.get("/v1/statistics").await.expect_status(200);
        let own = format!("/v1/organisations/{}", text(&organisation, "id"));
        for path in [own.as_str(), &format!("{own}/clients"), &format!("{own}/authorisations"), "/v1/organisation", "/v1/webhook-endpoints",
            "/v1/audit/limits", "/v1/field-lists", "/v1/reference-data", "/v1/events", "/v1/data-subjects"] {
            reader.get(path).await.expect_problem(403, "insufficient_scope");
        }
        for path in ["/v1/config", "/config", "/api/v1/config", "/.env", "/v1/settings", "/actuator/env"] {
            for caller in [&reader, &member, &operator] {
                // A path that the document does not name is not held to it.
                assert_eq!(status(app, caller, path).await, 404, "{path}");
            }
        }
    }

    // Fides: a variable of the server, with the address of its inner network, stood in what was sent to browsers; the password of the
    // database stood in an error; a nested secret was not masked; the configuration came back with what had been set.
    async fn cve_2024_31223_cve_2024_34715_cve_2024_35189_secrets_of_the_server_and_of_others_do_not_come_back(app) {
        let operator = app.operator().await;
        let (organisation, member) = app.organisation("Association").await;
        let endpoint = member.post("/v1/webhook-endpoints", json!({ "url": "https://hooks.example.org/x" })).await.expect_status(201);
        let entry = json!({ "name": "Shop", "place": "FR", "channels": [{ "kind": "webhook", "url": "https://shop.example.org/x", "mode": "single" }] });
        let shop = operator.post("/v1/controllers", entry).await.expect_status(201);
        let keys = format!("/v1/controllers/{}/callback-keys", text(&shop, "id"));
        let shared = operator.put(&keys, json!({ "shared_secret": "renew" })).await.expect_status(200);
        let client = with_roles(&operator, &organisation, json!(["auditor"])).await;
        let secrets = [text(&endpoint, "secret"), text(&shared, "shared_secret"), text(&client, "client_secret")];
        let own = format!("/v1/organisations/{}", text(&organisation, "id"));
        let mut told = Vec::new();
        for path in [format!("/v1/webhook-endpoints/{}", text(&endpoint, "id")), "/v1/webhook-endpoints".to_owned(), keys.clone(),
            format!("/v1/controllers/{}", text(&shop, "id")), format!("{own}/clients"), format!("{own}/authorisations"), own,
            "/v1/events".to_owned(), "/v1/audit/entries".to_owned(), "/metrics".to_owned(), "/docs".to_owned(), "/openapi.json".to_owned()] {
            for caller in [&operator, &member] {
                let reply = caller.send(caller.request(Method::GET, &path).await).await;
                told.push((path.clone(), reply.text()));
            }
        }
        let folder = app.config.data_dir.display().to_string();
        let database = app.config.database_url.clone().unwrap();
        for (path, text) in &told {
            for secret in secrets.iter().chain([&folder, &database]) {
                assert!(!text.contains(secret.as_str()), "{path} tells a secret");
            }
        }
        // A database that does not answer is told without its address and password.
        let url = "postgres://recourse:geheim-4711@127.0.0.1:9/recourse".to_owned();
        let options = recourse::store::DbOptions { url, max_connections: 1 };
        let failure = recourse::store::Db::inspect(&options).await.err().expect("nobody listens there");
        assert!(!format!("{failure} {failure:?}").contains("geheim-4711"), "{failure:?}");
    }

    // Fides: pages loaded a script from a server that had changed hands. Here no page has a script or a style from elsewhere, and the
    // policy that comes with each would stop it.
    async fn cve_2024_38537_no_page_loads_anything_from_elsewhere(app) {
        let caller = app.anonymous();
        for path in ["/docs", "/docs/errors", "/docs/reference/", "/status/unknown"] {
            let reply = caller.send(caller.request(Method::GET, path).await).await;
            let html = reply.text();
            for start in ["<script src=\"http", "<script src=\"//", "@import", "url(http", "<iframe", "<link rel=\"stylesheet\" href=\"http"] {
                assert!(!html.contains(start), "{path} has {start}");
            }
            let policy = reply.header("content-security-policy").unwrap_or_default();
            assert!(policy.contains("default-src 'none'") || policy.contains("default-src 'self'"), "{path}: {policy}");
        }
    }
}

async fn status(app: &crate::support::App, caller: &Caller, path: &str) -> u16 {
    let token = caller.token().await.unwrap_or_default();
    let request = reqwest::Client::new()
        .get(format!("{}{path}", app.address))
        .bearer_auth(token)
        .header("x-request-id", unique());
    request.send().await.expect("an answer").status().as_u16()
}

/// What is answered to a path that goes out exactly as it is written.
async fn raw(app: &crate::support::App, path: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let address = app.address.trim_start_matches("http://");
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("a connection");
    let head = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await.expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}
