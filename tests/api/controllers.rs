//! The directory of controllers and what the keeper of an entry sets up.

use serde_json::{Value, json};

use crate::on_both;

const UNKNOWN: &str = "/v1/controllers/ctl_00000000000000000000000000000000";

fn path(controller: &Value) -> String {
    format!("/v1/controllers/{}", controller["id"].as_str().unwrap())
}

fn new(name: &str) -> Value {
    json!({ "name": name, "place": "DE-BY", "categories": ["commerce"], "channels": [{ "kind": "email", "address": "privacy@example.org" }] })
}

fn names(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap()).collect()
}

on_both! {
    async fn an_entry_is_added_shown_changed_and_retired(app) {
        let operator = app.operator().await;
        let made = operator.post("/v1/controllers", new("Example Mail GmbH")).await.expect_status(201);
        assert_eq!((&made["slug"], &made["shared"], &made["quality"]), (&json!("example-mail-gmbh"), &json!(true), &json!("verified")));
        let shown = operator.get(&path(&made)).await;
        assert_eq!(shown.expect_status(200), made);
        assert_eq!(shown.header("etag"), Some("\"1\""));

        let twin = operator.post("/v1/controllers", new("Example Mail GmbH")).await.expect_status(201);
        assert!(twin["slug"].as_str().unwrap().starts_with("example-mail-gmbh-"));
        let mut taken = new("Other");
        taken["slug"] = json!("example-mail-gmbh");
        operator.post("/v1/controllers", taken).await.expect_problem(409, "slug_taken");

        let changed = operator.patch(&path(&made), json!({ "place": null, "name": "Mail" })).await.expect_status(200);
        assert_eq!((&changed["place"], &changed["name"], &changed["version"]), (&Value::Null, &json!("Mail"), &json!(2)));
        let stale = operator.request(reqwest::Method::PATCH, &path(&made)).await.header("if-match", "\"1\"");
        operator.send(stale.json(&json!({ "name": "x" }))).await.expect_problem(412, "version_conflict");

        let moved = operator.patch(&path(&twin), json!({ "redirect_to": made["id"] })).await.expect_status(200);
        assert_eq!((&moved["state"], &moved["redirect_to"]), (&json!("redirected"), &made["id"]));
        operator.patch(&path(&made), json!({ "redirect_to": made["id"] })).await.expect_problem(422, "invalid_field");
        let list = operator.get("/v1/controllers").await.expect_status(200);
        assert_eq!(names(&list), ["Mail"]);
    }

    async fn an_organisation_sees_shared_entries_and_its_own_alone(app) {
        let operator = app.operator().await;
        let shared = operator.post("/v1/controllers", new("Shared")).await.expect_status(201);
        let (_, one) = app.organisation("One").await;
        let (_, two) = app.organisation("Two").await;
        let own = one.post("/v1/controllers", new("Private")).await.expect_status(201);
        assert_eq!((&own["shared"], &own["quality"]), (&json!(false), &json!("own")));
        // The slug of somebody else's entry says nothing about it.
        assert_eq!(two.post("/v1/controllers", new("Private")).await.expect_status(201)["slug"], own["slug"]);

        let unknown = two.get(UNKNOWN).await.expect_problem(404, "not_found");
        for caller in [&two, &operator] {
            let foreign = caller.get(&path(&own)).await.expect_problem(404, "not_found");
            assert_eq!(foreign["title"], unknown["title"]);
            caller.patch(&path(&own), json!({ "name": "x" })).await.expect_problem(404, "not_found");
            caller.get(&format!("{}/callback-keys", path(&own))).await.expect_problem(404, "not_found");
            caller.get(&format!("{}/clients", path(&own))).await.expect_problem(404, "not_found");
        }
        assert_eq!(one.get(&path(&shared)).await.expect_status(200)["name"], "Shared");
        one.patch(&path(&shared), json!({ "name": "x" })).await.expect_problem(403, "entry_not_yours");
        one.put(&format!("{}/callback-keys", path(&shared)), json!({})).await.expect_problem(403, "entry_not_yours");
        assert_eq!(names(&one.get("/v1/controllers").await.expect_status(200)), ["Private", "Shared"]);
        assert_eq!(names(&one.get("/v1/controllers?kept_by=own").await.expect_status(200)), ["Private"]);
        assert_eq!(names(&operator.get("/v1/controllers").await.expect_status(200)), ["Shared"]);
        app.anonymous().get("/v1/controllers").await.expect_problem(401, "unauthenticated");
    }

    async fn lists_are_filtered_and_paged_by_name(app) {
        let operator = app.operator().await;
        for (name, place, category) in [("Énergie", "FR", "utility"), ("Alpha 100%", "DE", "ads"), ("alphabet", "DE", "commerce"), ("Beta", "DE-BE", "ads")] {
            let mut entry = new(name);
            entry["place"] = json!(place);
            entry["categories"] = json!([category]);
            operator.post("/v1/controllers", entry).await.expect_status(201);
        }
        for (filter, count) in [
            ("country=DE", 3), ("category=ads", 2), ("name_prefix=ALPHA", 2), ("search=%C3%89NERG", 1), ("search=100%25", 1), ("search=_", 0),
            ("channel=email", 4), ("channel=webhook", 0), ("slug=beta", 1), ("state=retired", 0), ("country=DE&category=ads&search=bet", 1),
        ] {
            let page = operator.get(&format!("/v1/controllers?{filter}")).await.expect_status(200);
            assert_eq!(page["items"].as_array().unwrap().len(), count, "{filter}");
        }
        for bad in ["country=de", "search=", "channel=fax", "name_prefix=%00", "cursor=x", "limit=0", "contry=DE"] {
            operator.get(&format!("/v1/controllers?{bad}")).await.expect_problem(400, "invalid_parameter");
        }
        let mut seen = Vec::new();
        let mut next = Some("/v1/controllers?limit=1".to_owned());
        while let Some(address) = next {
            let page = operator.get(&address).await.expect_status(200);
            seen.extend(names(&page).into_iter().map(str::to_owned));
            next = page["next"].as_str().map(str::to_owned);
        }
        seen.sort();
        assert_eq!(seen, ["Alpha 100%", "Beta", "alphabet", "Énergie"]);
    }

    async fn a_webhook_gets_a_secret_once_and_a_rotation_overlaps(app) {
        let operator = app.operator().await;
        let mut entry = new("Hooked");
        entry["channels"] = json!([{ "kind": "webhook", "url": "https://hooks.example.org/in", "mode": "bundle" }]);
        entry["webhook"] = json!({ "max_per_minute": 60 });
        let made = operator.post("/v1/controllers", entry).await.expect_status(201);
        assert!(made["webhook_secret"].as_str().unwrap().starts_with("whsec_"));
        assert_eq!((&made["webhook"]["max_per_minute"], &made["webhook"]["max_concurrency"]), (&json!(60), &json!(4)));
        assert_eq!(operator.get(&path(&made)).await.expect_status(200)["webhook_secret"], Value::Null);
        let (_, member) = app.organisation("One").await;
        assert_eq!(member.get(&path(&made)).await.expect_status(200)["webhook"], Value::Null);

        let rotate = format!("{}/webhook:rotate", path(&made));
        let reply = operator.post_with_key(&rotate, "rotation", json!({})).await;
        let rotated = reply.expect_status(200);
        assert_ne!(rotated["webhook_secret"], made["webhook_secret"]);
        assert_eq!(rotated["secrets"].as_array().unwrap().len(), 2);
        assert_eq!(operator.post_with_key(&rotate, "rotation", json!({})).await.bytes, reply.bytes);
        let alone = operator.post(&rotate, json!({ "overlap_hours": 0 })).await.expect_status(200);
        assert_eq!(alone["secrets"].as_array().unwrap().len(), 1);
        operator.post(&rotate, json!({ "overlap_hours": 169 })).await.expect_problem(422, "invalid_field");

        let slower = json!({ "webhook": { "max_per_minute": null, "max_concurrency": 1, "state": "paused" } });
        let paused = operator.patch(&path(&made), slower).await.expect_status(200);
        assert_eq!((&paused["webhook"]["state"], &paused["webhook"]["max_concurrency"]), (&json!("paused"), &json!(1)));
        assert_eq!(paused["webhook"]["max_per_minute"], Value::Null);
        operator.patch(&path(&made), json!({ "webhook": { "max_concurrency": 0 } })).await.expect_problem(422, "invalid_field");
        let gone = operator.patch(&path(&made), json!({ "channels": [] })).await.expect_status(200);
        assert_eq!(gone["webhook"]["state"], "disabled");
        operator.post(&rotate, json!({})).await.expect_problem(422, "invalid_field");
        let back = json!({ "channels": [{ "kind": "webhook", "url": "http://127.0.0.1:9/in" }] });
        let back = operator.patch(&path(&made), back).await.expect_status(200);
        assert_eq!(back["webhook"]["state"], "active");
        assert!(back["webhook_secret"].is_string());
    }

    async fn bad_channels_name_their_place(app) {
        let operator = app.operator().await;
        let mut entry = new("Bad");
        entry["channels"] = json!([
            { "kind": "webhook", "url": "http://hooks.example.org/in" }, { "kind": "webhook", "url": "https://10.0.0.1/in" },
            { "kind": "email", "address": "canary" }, { "kind": "post", "address_lines": ["x"] }
        ]);
        let reply = operator.post("/v1/controllers", entry).await;
        let problem = reply.expect_problem(422, "invalid_field");
        let pointers: Vec<_> = problem["errors"].as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap()).collect();
        assert_eq!(pointers, ["/channels/0/url", "/channels/1/url", "/channels/1", "/channels/2/address", "/channels/3/address_lines"]);
        assert!(!reply.text().contains("canary"));
        for wrong in [json!({ "channels": [{ "kind": "fax" }] }), json!({ "place": "XX" }), json!({ "slug": "A b" }), json!({ "language": "deutsch!" })] {
            let mut entry = new("Bad");
            entry.as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
            operator.post("/v1/controllers", entry).await.expect_problem(422, "invalid_field");
        }
        operator.patch(UNKNOWN, json!({ "name": "x" })).await.expect_problem(404, "not_found");
    }

    async fn callback_keys_are_set_and_secrets_shown_once(app) {
        let (_, member) = app.organisation("One").await;
        let made = member.post("/v1/controllers", new("Private")).await.expect_status(201);
        let keys = format!("{}/callback-keys", path(&made));
        let public = recourse::crypto::webhook::SigningSecret::generate_ed25519(app.context.random.as_ref()).public_text().unwrap();
        let wanted = json!({ "public_keys": [{ "key": public }], "shared_secret": "renew" });
        let set = member.put(&keys, wanted).await.expect_status(200);
        assert!(set["shared_secret"].as_str().unwrap().starts_with("whsec_"));
        let kept = member.get(&keys).await.expect_status(200);
        assert_eq!((&kept["public_keys"][0]["key"], &kept["shared_secret"]), (&json!(public), &Value::Null));
        assert_eq!(kept["shared_secrets"].as_array().unwrap().len(), 1);
        let renewed = member.put(&keys, json!({ "shared_secret": "renew", "overlap_hours": 1 })).await.expect_status(200);
        assert_eq!((renewed["public_keys"].as_array().unwrap().len(), renewed["shared_secrets"].as_array().unwrap().len()), (0, 2));
        member.put(&keys, json!({ "public_keys": [{ "key": "whpk_AAAA" }] })).await.expect_problem(422, "invalid_field");
        let none = member.put(&keys, json!({ "shared_secret": "remove" })).await.expect_status(200);
        assert_eq!(none["shared_secrets"], json!([]));
    }

    async fn clients_of_a_controller_are_made_listed_and_revoked(app) {
        let operator = app.operator().await;
        let made = operator.post("/v1/controllers", new("Shared")).await.expect_status(201);
        let clients = format!("{}/clients", path(&made));
        let new_client = json!({ "name": "inbox", "scopes": ["inbox:read", "inbox:answer"] });
        let client = operator.post(&clients, new_client.clone()).await.expect_status(201);
        let (id, secret) = (client["client_id"].as_str().unwrap(), client["client_secret"].as_str().unwrap());
        let controller = app.client(id, secret);
        assert!(controller.token().await.is_some());
        controller.get("/v1/controllers").await.expect_problem(403, "insufficient_scope");
        operator.post(&clients, json!({ "name": "x", "scopes": ["directory:read"] })).await.expect_problem(422, "invalid_field");
        let (_, member) = app.organisation("One").await;
        member.post(&clients, new_client).await.expect_problem(403, "entry_not_yours");
        assert_eq!(operator.get(&clients).await.expect_status(200)["items"][0]["client_id"], id);
        let other = operator.post("/v1/controllers", new("Other")).await.expect_status(201);
        operator.delete(&format!("{}/clients/{id}", path(&other))).await.expect_problem(404, "not_found");
        operator.delete(&format!("{clients}/{id}")).await.expect_status(204);
        assert!(app.client(id, secret).token().await.is_none());
    }
}
