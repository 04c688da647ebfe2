//! The key of an organisation is changed while it files, answers and searches.

use recourse::domain::rotation::{GRACE, RotationState};
use recourse::service::keys::{NotAsked, ask_for_organisation};
use recourse::store::SealedColumn;
use serde_json::json;

use super::world::{self, proven, rotated, versions, whole};
use crate::on_both;
use crate::support::union::{self, text};
use crate::support::{App, fixtures};

/// The columns that change with the key of an organisation.
fn moved() -> impl Iterator<Item = &'static SealedColumn> {
    use recourse::crypto::keyring::Under::{Organisation, PersonIfAny};
    SealedColumn::ALL.iter().filter(|column| matches!(column.place.under, Organisation | PersonIfAny))
}

async fn outcome(app: &App, member: &world::Member, batch: &str) -> usize {
    while app.step("process_batches").await > 0 {}
    let lines = member.scene.member.get(&format!("{batch}/outcome")).await.text();
    assert!(lines.lines().all(|line| line.contains("\"filed\"")), "{lines}");
    lines.lines().count()
}

on_both! {
    async fn a_value_that_does_not_open_stops_the_change_and_nothing_is_destroyed(app) {
        let (organisation, member) = app.organisation("Union").await;
        let id: entity::id::OrganisationId = text(&organisation, "id").parse().expect("an id");
        for name in ["Ada", "Bob"] {
            member.post("/v1/data-subjects", json!({ "full_name": name })).await.expect_status(201);
        }
        let column = SealedColumn::ALL.iter().find(|column| column.place.table == "subject_key").expect("keys of people");
        let [one, two] = <[_; 2]>::try_from(world::rows(app, column).await).expect("two people");
        let put = async |row: recourse::store::SealedRow, sealed: Vec<u8>| {
            let put = app.context.db.write(move |tx| Box::pin(async move { tx.replace_sealed(column, &row, sealed).await }));
            assert!(put.await.expect("written"));
        };
        put(one.clone(), two.sealed.clone()).await;
        ask_for_organisation(&app.context, id).await.expect("asked");
        for _ in 0..6 {
            while app.step("rotate_keys").await > 0 {}
            app.until_visible().await;
            app.clock.advance(GRACE);
        }
        let rotation = app.context.db.running_rotations().await.expect("changes").remove(0);
        assert_eq!(rotation.state, RotationState::Moving);
        let row = app.context.db.organisation(id).await.expect("a row").expect("the organisation");
        let keys = recourse::crypto::OrganisationKeys::unwrap(id.0, &row.wrapped_key, &app.context.keys.master()).expect("keys");
        assert!(keys.sealing_with(1).is_ok(), "the old version is still there");
        put(recourse::store::SealedRow { sealed: two.sealed.clone(), ..one.clone() }, one.sealed.clone()).await;
        rotated(app).await;
        whole(&proven(app).await);
        assert_eq!(versions(app, column, id).await, [2]);
    }

    async fn everything_of_it_is_sealed_anew_and_nobody_is_lost(app) {
        let members = world::make(app).await;
        let [changing, other] = &members;
        let (id, member) = (changing.scene.organisation, &changing.scene.member);
        let before = [changing.sees().await, other.sees().await];
        let nobody = entity::id::OrganisationId(uuid::Uuid::from_u128(1));
        assert!(matches!(ask_for_organisation(&app.context, nobody).await, Err(NotAsked::NoOrganisation)));
        ask_for_organisation(&app.context, id).await.expect("asked");
        assert!(matches!(ask_for_organisation(&app.context, id).await, Err(NotAsked::OnItsWay)));
        let beside = app.beside().await;
        beside.keys.of_organisation(&beside.db, id).await.expect("its keys are held");

        // Between two steps there is work in flight: an upload, a change of a person, an erasure.
        app.step("rotate_keys").await;
        let mut batches = vec![changing.waiting.clone()];
        let upload = async |round: usize| {
            let people = union::people(round, 20);
            union::upload(member, &[&changing.scene.controller.id], union::columns(), people).await
        };
        batches.push(upload(20).await);
        app.clock.advance(GRACE);
        app.until_visible().await;
        assert_eq!(app.step("rotate_keys").await, 1, "the new version seals");
        batches.push(upload(21).await);
        assert_eq!(beside.keys.look(&beside.db).await.expect("a look"), !beside.db.is_embedded());
        let held = beside.keys.of_organisation(&beside.db, id).await.expect("its keys");
        assert_eq!(held.version(), 2, "exchanged for everybody who holds them");
        app.clock.advance(GRACE);
        app.until_visible().await;

        let person = json!({ "full_name": "Erased Example", "email": "erased@example.org" });
        let erased = text(&member.post("/v1/data-subjects", person).await.expect_status(201), "id");
        let moving = async {
            for _ in 0..30 {
                recourse::service::keys::rotate_keys(beside.clone()).await.expect("a piece");
            }
        };
        let working = async {
            batches.push(upload(22).await);
            let filed = outcome(app, changing, &batches[1]).await;
            assert_eq!(filed, 20);
            member.delete(&format!("/v1/data-subjects/{erased}")).await.expect_status(204);
        };
        tokio::join!(moving, working);
        rotated(app).await;
        let rotation = &app.context.db.last_rotations(1).await.expect("changes")[0];
        assert_eq!((rotation.state, rotation.to_version), (RotationState::Done, 2));
        assert!(rotation.moved >= 10, "{rotation:?}");

        for column in moved() {
            let name = format!("{}.{}", column.place.table, column.place.column);
            assert!(matches!(versions(app, column, id).await.as_slice(), [] | [2]), "{name}");
            assert!(matches!(versions(app, column, other.scene.organisation).await.as_slice(), [] | [1]), "{name} of another");
        }
        whole(&proven(app).await);
        member.forget_token().await;
        other.scene.member.forget_token().await;
        assert_eq!([changing.sees().await, other.sees().await], before, "nobody sees a difference, and search still finds");
        for batch in &batches {
            assert!(outcome(app, changing, batch).await > 0, "what was uploaded before and meanwhile is read");
        }
        let gone = member.get(&format!("/v1/data-subjects/{erased}")).await.expect_status(200);
        assert!(gone["erased_at"].is_string(), "{gone}");
        // The same people are known again, and not filed for twice.
        let twice = upload(20).await;
        while app.step("process_batches").await > 0 {}
        let lines = member.get(&format!("{twice}/outcome")).await.text();
        assert!(!lines.contains("\"filed\""), "{lines}");

        let told = fixtures::audit(app, id).await;
        let of_key: Vec<&str> =
            told.iter().filter(|(_, subject)| subject == "organisation_key").map(|(action, _)| action.as_str()).collect();
        assert_eq!(of_key, ["create", "change", "delete"]);
        // The old version is gone from the database.
        let row = app.context.db.organisation(id).await.expect("a row").expect("the organisation");
        let keys = recourse::crypto::OrganisationKeys::unwrap(id.0, &row.wrapped_key, &app.context.keys.master()).expect("keys");
        assert!(keys.sealing_with(1).is_err() && keys.sealing_with(2).is_ok());
        ask_for_organisation(&app.context, id).await.expect("it can be done again");
        rotated(app).await;
        whole(&proven(app).await);
    }
}
