//! The master key is changed while the service works.

use recourse::cli;
use recourse::crypto::MasterKey;
use recourse::domain::rotation::{GRACE, RotationState};
use recourse::ports::OsRandom;
use recourse::service::keys::{NotAsked, ask_for_master};
use serde_json::json;

use super::world::{self, proven, rotated, whole};
use crate::on_both;
use crate::support::App;
use crate::support::union::text;

fn file(app: &App) -> std::path::PathBuf {
    app.config.data_dir.join("master.key")
}

/// The ids of master keys under which something stands.
async fn in_use(app: &App) -> Vec<u8> {
    let proofs = proven(app).await;
    whole(&proofs);
    let mut ids: Vec<u8> =
        proofs.into_iter().filter(|proof| proof.under_master).flat_map(|proof| proof.by_version.into_keys()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

async fn state(app: &App) -> RotationState {
    app.context.db.last_rotations(1).await.expect("changes")[0].state
}

on_both! {
    async fn everything_is_sealed_anew_while_it_is_used_and_the_old_line_can_go(app) {
        let members = world::make(app).await;
        let before = members[0].sees().await;
        let operator = app.operator().await;
        let kept = json!({ "name": "Kept answer", "country": "FR", "language": "fr" });
        let first = operator.post_with_key("/v1/organisations", "kept", kept.clone()).await.expect_status(201);
        let shown = members[0].scene.see(&members[0].requests[1]).await;

        // Nothing to change over to yet.
        assert!(matches!(ask_for_master(&app.context, None).await, Err(NotAsked::NoNewKey(1))));
        assert_eq!(MasterKey::add_to_file(&file(app), &OsRandom::default()).expect("a new line"), 2);
        let beside = app.beside().await;
        beside.keys.look(&beside.db).await.expect("the new line is taken up");
        assert!(beside.keys.master().has(2) && beside.keys.master().sealing() == 1);
        ask_for_master(&app.context, None).await.expect("asked");
        assert!(matches!(ask_for_master(&app.context, None).await, Err(NotAsked::OnItsWay)));

        assert_eq!((app.step("rotate_keys").await, state(app).await), (1, RotationState::Announced));
        assert_eq!((app.step("rotate_keys").await, in_use(app).await), (0, vec![1]), "processes have time to notice");
        app.clock.advance(GRACE);
        app.until_visible().await;
        assert_eq!((app.step("rotate_keys").await, state(app).await), (1, RotationState::Switched));
        // Who has not looked since still seals under the old key, and everybody opens both.
        let new = json!({ "name": "New", "country": "FR", "language": "fr" });
        operator.post("/v1/organisations", new.clone()).await.expect_status(201);
        assert_eq!(in_use(app).await, [1, 2]);
        assert_eq!(beside.keys.look(&beside.db).await.expect("a look"), !beside.db.is_embedded());
        assert_eq!(beside.keys.master().sealing(), 2);

        // A worker that is killed leaves the rest to the next one, and meanwhile others write.
        app.clock.advance(GRACE);
        app.until_visible().await;
        assert_eq!((app.step("rotate_keys").await, state(app).await), (1, RotationState::Moving));
        assert!(app.step("rotate_keys").await > 0, "a piece");
        let other = app.beside().await;
        let writing = async {
            for round in 0..5 {
                let endpoint = json!({ "url": format!("http://127.0.0.1:9/{round}") });
                members[1].scene.member.post("/v1/webhook-endpoints", endpoint).await.expect_status(201);
                let named = json!({ "name": format!("Union {round}"), "country": "FR", "language": "fr" });
                let organisation = members[1].scene.organisation;
                operator.patch(&format!("/v1/organisations/{organisation}"), json!({ "profile": named })).await.expect_status(200);
            }
        };
        let moving = async {
            for _ in 0..40 {
                recourse::service::keys::rotate_keys(other.clone()).await.expect("a piece");
            }
        };
        tokio::join!(writing, moving);
        rotated(app).await;
        assert_eq!((in_use(app).await, state(app).await), (vec![2], RotationState::Done));

        // The old line goes, also from processes that run.
        let text_of_file = std::fs::read_to_string(file(app)).expect("the file");
        let without: String = text_of_file.lines().filter(|line| !line.starts_with("1 ")).flat_map(|line| [line, "\n"]).collect();
        std::fs::write(file(app), without).expect("written");
        app.context.keys.look(&app.context.db).await.expect("a look");
        assert!(!app.context.keys.master().has(1));
        for member in &members {
            member.scene.member.forget_token().await;
        }
        operator.forget_token().await;
        assert_eq!(members[0].sees().await, before, "nobody sees a difference");
        assert_eq!(members[0].scene.see(&members[0].requests[1]).await, shown);
        let again = operator.post_with_key("/v1/organisations", "kept", kept).await;
        assert_eq!(text(&again.expect_status(201), "id"), text(&first, "id"), "the kept answer");
        let fresh = cli::start(&app.config, app.clock.clone()).await.expect("it starts with the new line alone").context;
        assert_eq!(fresh.keys.master().sealing(), 2);
        app.work().await;
        whole(&proven(app).await);
    }

    async fn without_the_new_key_nothing_is_switched(app) {
        let path = file(app);
        let before = std::fs::read_to_string(&path).expect("the file");
        MasterKey::add_to_file(&path, &OsRandom::default()).expect("a new line");
        ask_for_master(&app.context, Some(2)).await.expect("asked");
        assert_eq!(app.step("rotate_keys").await, 1);
        // On this machine another key has that id.
        let mut lines: Vec<String> = before.lines().map(str::to_owned).collect();
        lines.push("2 AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=".to_owned());
        let other = std::fs::metadata(&path).and_then(|file| file.modified()).expect("a time") + std::time::Duration::from_secs(5);
        std::fs::write(&path, lines.join("\n")).expect("written");
        std::fs::File::open(&path).and_then(|file| file.set_modified(other)).expect("another time");
        app.context.keys.look(&app.context.db).await.expect("a look");
        app.clock.advance(GRACE);
        app.until_visible().await;
        assert_eq!(app.step("rotate_keys").await, 0);
        assert_eq!((state(app).await, app.context.keys.master().sealing()), (RotationState::Announced, 1));
    }
}
