//! Supervisory authorities: the directory and the choice of an authority, for anybody; corrected by import.

use recourse::domain::authority::Directory;
use recourse::service::reference::{self, ImportedOutcome, InForce};
use reqwest::Method;
use serde_json::{Value, json};

use crate::on_both;
use crate::support::{App, Caller, Reply};

const PATH: &str = "/v1/supervisory-authorities";
const BRITAIN: &str = include_str!("../../src/domain/authority/data/GB.txt");
/// The office in its new form takes the place of the former one.
const SUCCESSOR: &str =
    "replaced_by gb-ic\n\nauthority gb-ic\nkind national\nname Information Commission\nlanguages en\n";

async fn route(caller: &Caller, query: &str, question: Value) -> Reply {
    caller.send(caller.request(Method::POST, &format!("{PATH}:route{query}")).await.json(&question)).await
}

async fn import(app: &App, text: String) -> ImportedOutcome {
    let texts = vec![("GB.txt".to_owned(), text)];
    reference::import::<Directory>(&app.context, texts, false).await.expect("an import").remove(0).outcome
}

fn ids(page: &Value) -> Vec<&str> {
    page["items"].as_array().expect("items").iter().map(|item| item["id"].as_str().expect("an id")).collect()
}

on_both! {
    async fn anybody_can_read_the_directory(app) {
        let caller = app.anonymous();
        let germany = caller.get(&format!("{PATH}?country=DE&limit=200")).await.expect_status(200);
        assert_eq!(ids(&germany).len(), 26, "sixteen Länder, one of them twice, the federation, churches and broadcasters");
        assert!(ids(&germany).is_sorted());
        let (mut path, mut all) = (format!("{PATH}?limit=25"), Vec::new());
        loop {
            let page = caller.get(&path).await.expect_status(200);
            all.extend(ids(&page).into_iter().map(str::to_owned));
            match page["next"].as_str() {
                Some(next) => path = next.to_owned(),
                None => break,
            }
        }
        assert_eq!(all.len(), 60);
        let one = caller.get(&format!("{PATH}/de-by-baylda")).await.expect_status(200);
        assert_eq!((&one["kind"], &one["regions"]), (&json!("land_private_sector"), &json!(["DE-BY"])));
        let ways: Vec<_> = one["channels"].as_array().expect("channels").iter().map(|channel| &channel["kind"]).collect();
        assert_eq!(ways, ["form", "email", "post"]);
        assert_eq!((&one["mark"], &one["channels"][2]["mark"]), (&json!("reported"), &json!("unverified")));
        assert_eq!((&one["stated"], &one["version"]), (&json!("2026-07"), &json!("DE-2026.1")));
        caller.get(&format!("{PATH}/de-nobody")).await.expect_problem(404, "not_found");
        let problem = caller.get(&format!("{PATH}?country=Germany")).await.expect_problem(400, "invalid_parameter");
        assert_eq!(problem["errors"][0]["pointer"], "country");
        assert_eq!(ids(&caller.get(&format!("{PATH}?country=JP")).await.expect_status(200)), [""; 0]);
    }

    async fn anybody_can_ask_where_a_complaint_goes(app) {
        let caller = app.anonymous();
        let question = json!({ "residence": "FR", "work": "LU", "controller": { "place": "DE-BY", "sector": "private" } });
        let reply = route(&caller, "?language=de", question).await;
        let answer = reply.expect_status(200);
        assert_eq!(reply.header("content-language"), Some("de"));
        let proposed: Vec<_> = answer["proposals"].as_array().expect("proposals").iter().map(|one| (&one["authority"]["id"], &one["competence"])).collect();
        assert_eq!(proposed, [(&json!("fr-cnil"), &json!("competent")), (&json!("lu-cnpd"), &json!("competent"))]);
        let reason = &answer["proposals"][0]["reasons"][0];
        assert_eq!((&reason["kind"], &reason["rule"], &reason["article"]), (&json!("residence"), &json!("C-1"), &json!("Art. 77 Abs. 1 DSGVO")));
        assert_eq!(reason["text"], "Die Person wohnt hier: Frankreich.");
        assert_eq!(answer["lead"]["authority"]["id"], "de-by-baylda");
        assert_eq!((&answer["no_lead"], &answer["missing"]), (&Value::Null, &json!([])));

        let unsure = route(&caller, "", json!({ "residence": "DE-BY" })).await.expect_status(200);
        let [one, other] = &unsure["proposals"].as_array().expect("proposals")[..] else { panic!("{unsure}") };
        assert_eq!((&one["competence"], &other["competence"]), (&json!("possible"), &json!("possible")));
        assert_eq!(unsure["missing"][0]["pointer"], "/controller/sector");
        assert_eq!(unsure["no_lead"]["why"], "establishment_unknown");
    }

    async fn what_is_not_known_is_a_problem_and_no_guess(app) {
        let caller = app.anonymous();
        let pointers = |problem: Value| -> Vec<String> {
            let errors = problem["errors"].as_array().cloned().unwrap_or_default();
            errors.iter().map(|error| error["pointer"].as_str().expect("a pointer").to_owned()).collect()
        };
        for (question, expected) in [
            (json!({}), vec![]),
            (json!({ "residence": "US" }), vec![]),
            (json!({ "residence": "DE" }), vec!["/residence"]),
            (json!({ "residence": "DE", "controller": { "place": "DE", "sector": "private" } }), vec!["/controller/place"]),
        ] {
            let problem = route(&caller, "", question).await.expect_problem(422, "authority_unknown");
            assert_eq!(pointers(problem), expected);
        }
        let unknown = route(&caller, "", json!({ "residence": "XX" })).await.expect_problem(422, "invalid_field");
        assert_eq!(pointers(unknown), ["/residence"]);
        route(&caller, "", json!({ "residence": "FR", "colour": 1 })).await.expect_problem(422, "invalid_field");
    }

    async fn a_corrected_list_comes_into_force_everywhere(app) {
        let caller = app.anonymous();
        // A fresh memory of the lists, as another process has it before it looks.
        let mut beside = app.beside().await;
        beside.authorities = InForce::default();
        let britain = |version: &str| format!("{}\n{SUCCESSOR}", BRITAIN.replace("GB-2026.1", version));
        let added = import(app, britain("GB-2099.1")).await;
        assert_eq!(added, ImportedOutcome::Added { version: "GB-2099.1".to_owned(), replaces: Some("GB-2026.1".to_owned()) });
        let answer = route(&caller, "", json!({ "residence": "GB" })).await.expect_status(200);
        assert_eq!(answer["proposals"][0]["authority"]["id"], "gb-ic");
        let former = caller.get(&format!("{PATH}/gb-ico")).await.expect_status(200);
        assert_eq!((&former["replaced_by"], &former["version"]), (&json!("gb-ic"), &json!("GB-2099.1")));
        assert!(beside.authorities.now().find("gb-ic").is_none());
        assert_eq!(reference::refresh(&beside).await.expect("a look"), 1, "another process notices it by itself");
        assert!(beside.authorities.now().find("gb-ic").is_some());
        assert!(app.beside().await.authorities.now().find("gb-ic").is_some(), "a restart keeps it");

        assert!(matches!(import(app, britain("GB-2099.1")).await, ImportedOutcome::Unchanged { .. }));
        let refused = async |text: String, why: &str| match import(app, text).await {
            ImportedOutcome::Refused { reason } => assert!(reason.contains(why), "{reason}"),
            other => panic!("{other:?}"),
        };
        refused(britain("GB-2099.1") + "\n# Another.", "other content").await;
        refused(BRITAIN.to_owned(), "not newer than GB-2099.1").await;
        refused(BRITAIN.replace("GB-2026.1", "GB-2099.2"), "`gb-ic` is in force and must be kept").await;
        refused(britain("GB-2099.2") + "form nowhere\n", "not understood: form nowhere").await;

        let mut inspector = app.inspector().await;
        assert_eq!(inspector.number("SELECT count(*) FROM reference_revision").await, 1);
        let noted = "SELECT count(*) FROM audit_entry WHERE subject = 'authorities:GB-2099.1' AND action = 'create'";
        assert_eq!(inspector.number(noted).await, 1);
    }

    async fn the_operator_sees_what_is_in_force(app) {
        import(app, BRITAIN.replace("GB-2026.1", "GB-2099.1")).await;
        let operator = app.operator().await;
        let list = operator.get("/v1/reference-data").await.expect_status(200);
        let items = list["items"].as_array().expect("items");
        assert_eq!(items.len(), 64, "two kinds of 32 countries");
        let of = |kind: &str, country: &str| items.iter().find(|item| item["kind"] == kind && item["country"] == country).expect("an entry");
        let imported = of("authorities", "GB");
        assert_eq!((&imported["version"], &imported["imported_by"]), (&json!("GB-2099.1"), &json!("system")));
        assert!(imported["imported_at"].is_string());
        assert_eq!((&of("calendar", "GB")["imported_at"], &of("authorities", "FR")["imported_by"]), (&Value::Null, &Value::Null));
        let (_, caller) = app.organisation("Union").await;
        caller.get("/v1/reference-data").await.expect_problem(403, "insufficient_scope");
        app.anonymous().get("/v1/reference-data").await.expect_problem(401, "unauthenticated");
    }
}
