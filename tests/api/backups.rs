//! Backups rehearsed: made while the service is at work, restored on either database, and of no use against who was erased since.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use entity::id::{DataSubjectId, OrganisationId};
use recourse::backup::folder::KEYS_FILE;
use recourse::backup::{Part, Reader, Table, TableSum, Tail, row};
use recourse::cli::restore::Restored;
use recourse::cli::{audit as logs, backup, restore};
use recourse::config::Config;
use recourse::crypto::MasterKey;
use recourse::http::ServerOptions;
use recourse::service::people::Profile;
use serde_json::json;

use crate::bundles::Scene;
use crate::complaints::silence;
use crate::retention::answered;
use crate::support::union::text;
use crate::support::{App, Backend, Caller, Inspector, TestDatabase};
use crate::{audit, keys, on_both};

const KEEP: NonZeroUsize = NonZeroUsize::new(3).unwrap();

async fn back_up(app: &App, folder: &Path) -> PathBuf {
    // Archives are told apart by milliseconds.
    tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    backup::backup(&app.config, folder, KEEP, app.clock.as_ref(), |_, _| {}).await.expect("a backup").archive.path
}

/// An empty database, of an instance that has the master key.
struct Target {
    database: TestDatabase,
    config: Config,
}

impl Target {
    /// None only when PostgreSQL was left out by name.
    async fn beside(app: &App, backend: Backend) -> Option<Self> {
        let database = TestDatabase::create(backend).await?;
        let config = Config {
            data_dir: database.folder.path().to_owned(),
            database_url: Some(database.url.clone()),
            key_file: Some(app.config.data_dir.join("master.key")),
            base_url: Some(app.config.base_url()),
            ..app.config.clone()
        };
        Some(Self { database, config })
    }

    async fn restore(&self, app: &App, archive: &Path, keys: &Path) -> Result<Restored, String> {
        let restored = restore::restore(&self.config, archive, keys, app.clock.clone(), |_, _| {}).await;
        restored.map_err(|error| error.to_string())
    }

    async fn is_empty(&self) -> bool {
        let options = recourse::store::DbOptions { url: self.database.url.clone(), max_connections: 2 };
        recourse::store::Db::occupied(&options).await.expect("the database is read").is_none()
    }
}

fn keys_beside(archive: &Path) -> PathBuf {
    archive.with_file_name(KEYS_FILE)
}

/// Every row of a file, with its table.
fn rows(config: &Config, file: &Path) -> Vec<(Table, Vec<u8>)> {
    let mut reader = Reader::open(file, &config.key_source().load().unwrap()).unwrap();
    let (mut table, mut found) = (None, Vec::new());
    while let Some(part) = reader.read().unwrap() {
        match part {
            Part::Table(next) => table = Some(next),
            Part::Rows { block, .. } => found.push((table.clone().unwrap(), block)),
        }
    }
    found
}

/// The values of some columns of a table.
fn values(rows: &[(Table, Vec<u8>)], table: &str, columns: [&str; 2]) -> Vec<[Vec<u8>; 2]> {
    let blocks = rows.iter().filter(|(own, _)| own.name == table);
    let fields = blocks.flat_map(|(own, block)| {
        let places = columns.map(|column| own.place(column).unwrap());
        row::rows(own, block).map(move |row| row.map(|fields| places.map(|place| fields[place].unwrap().to_vec())))
    });
    fields.collect::<Result<_, _>>().unwrap()
}

/// What was saved, but for the tables that a restore itself writes to.
fn steady(tail: &Tail) -> Vec<&TableSum> {
    tail.tables.iter().filter(|table| !["instance", "audit_entry"].contains(&table.name.as_str())).collect()
}

async fn logs_are_whole(config: &Config) -> u64 {
    let reports = logs::verify(config, &logs::Verify::default(), |_, _| {}).await.expect("the logs are read");
    assert!(reports.iter().all(|(_, report)| report.broken.is_none()), "{reports:?}");
    reports.iter().map(|(_, report)| report.entries).sum()
}

/// Where somebody stands who has followed the feed to its end.
async fn end_of_feed(app: &App, member: &Caller) -> String {
    app.until_visible().await;
    let mut path = "/v1/events?limit=100".to_owned();
    loop {
        let page = member.get(&path).await.expect_status(200);
        path = text(&page, "next");
        if page["more"] == false {
            return path;
        }
    }
}

on_both! {
    async fn what_is_saved_under_load_is_restored_on_either_database(app) {
        let scene = Scene::set(app).await;
        let requests = silence(app, &scene, 3).await;
        let (person, _) = answered(app, &scene, &requests[0]).await;
        let export = format!("/v1/data-subjects/{person}/export");
        let told = scene.member.get(&export).await.expect_status(200);
        app.work().await;
        let stop = Arc::new(AtomicBool::new(false));
        let (member, stopped) = (scene.member.clone(), stop.clone());
        let load = tokio::spawn(async move {
            for number in 0.. {
                if stopped.load(Ordering::Relaxed) {
                    return number;
                }
                let new = json!({ "full_name": "Ada Example", "external_reference": format!("L{number}") });
                member.post("/v1/data-subjects", new).await.expect_status(201);
            }
            0
        });
        let home = tempfile::tempdir().unwrap();
        let mut archives = Vec::new();
        for _ in 0..4 {
            archives.push(back_up(app, home.path()).await);
        }
        stop.store(true, Ordering::Relaxed);
        assert!(load.await.unwrap() > 0);
        assert!(!archives[0].exists() && archives[1].exists(), "three stay");
        // Under load each is a moment of its own: no audit entry without its person, no person without a key or an entry.
        for archive in &archives[1..] {
            let (_, tail) = backup::verify(&app.config, archive).expect("it is whole");
            assert_eq!(tail.logs.len(), 2, "{:?}", tail.logs);
        }
        let archive = back_up(app, home.path()).await;
        let early = Target::beside(app, Backend::Sqlite).await.expect("SQLite is always there");
        early.restore(app, &archives[2], &keys_beside(&archive)).await.expect("one taken under load is restored");
        let (_, saved) = backup::verify(&app.config, &archive).unwrap();
        let (_, keys) = backup::verify(&app.config, &keys_beside(&archive)).unwrap();
        let (seen, logged) = (end_of_feed(app, &scene.member).await, logs_are_whole(&app.config).await);

        for backend in [Backend::Sqlite, Backend::Postgres] {
            let Some(target) = Target::beside(app, backend).await else { continue };
            let restored = target.restore(app, &archive, &keys_beside(&archive)).await.expect("it is restored");
            assert_eq!((restored.rows, restored.erased, restored.brought_up.keys_of_nobody), (saved.rows(), 0, 0));
            assert!(restored.proof.opened > 10 && restored.proof.logs == 2, "{:?}", restored.proof);
            // Saved again, it is the same to the byte.
            let again = tempfile::tempdir().unwrap();
            let made = backup::backup(&target.config, again.path(), KEEP, app.clock.as_ref(), |_, _| {}).await.unwrap();
            assert_eq!((steady(&made.archive.tail), &made.archive.tail.logs), (steady(&saved), &saved.logs));
            assert_eq!(made.keys.tail, keys);
            assert_eq!(logs_are_whole(&target.config).await, logged);

            let context = recourse::cli::start(&target.config, app.clock.clone()).await.expect("it starts").context;
            let (address, server) = App::serve_as(context.clone(), &ServerOptions::trial());
            let member = scene.member.at(&address);
            let mut same = member.get(&export).await.expect_status(200);
            same["exported_at"] = told["exported_at"].clone();
            assert_eq!(same, told);
            // Whoever followed the feed to its end before comes upon what happens now.
            let revoke = format!("/v1/mandates/{}:revoke", text(&scene.see(&requests[1]).await, "mandate_id"));
            member.post(&revoke, json!({})).await.expect_status(200);
            let mut kinds = Vec::new();
            for _ in 0..1_000 {
                let page = member.get(&seen).await.expect_status(200);
                kinds = page["items"].as_array().unwrap().iter().map(|event| text(event, "kind")).collect();
                if !kinds.is_empty() {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(10)).await;
            }
            assert!(kinds.contains(&"mandate.revoked".to_owned()), "{kinds:?}");
            server.stop(false).await;
            drop(context);
            target.database.drop_it().await;
        }
    }

    async fn who_was_erased_since_cannot_be_read_from_an_old_archive(app) {
        let scene = Scene::set(app).await;
        let requests = silence(app, &scene, 3).await;
        let (erased, _) = answered(app, &scene, &requests[0]).await;
        let other = text(&scene.see(&requests[1]).await, "data_subject_id");
        let home = tempfile::tempdir().unwrap();
        // In this archive the requests of both are open, and nobody has taken anything back.
        let third = text(&scene.see(&requests[2]).await, "data_subject_id");
        let archive = back_up(app, home.path()).await;
        let before = std::fs::read(keys_beside(&archive)).unwrap();
        let id: DataSubjectId = erased.parse().unwrap();
        let wrapped_of = |rows: &[(Table, Vec<u8>)]| {
            let keys = values(rows, "subject_key", ["data_subject_id", "wrapped"]);
            keys.into_iter().find(|[of, _]| of == id.0.as_bytes()).map(|[_, wrapped]| wrapped)
        };
        let wrapped = wrapped_of(&rows(&app.config, &keys_beside(&archive))).expect("the key was there");

        scene.member.delete(&format!("/v1/data-subjects/{erased}")).await.expect_status(204);
        let revoke = format!("/v1/mandates/{}:revoke", text(&scene.see(&requests[1]).await, "mandate_id"));
        scene.member.post(&revoke, json!({})).await.expect_status(200);
        let revoke = format!("/v1/mandates/{}:revoke", text(&scene.see(&requests[2]).await, "mandate_id"));
        scene.member.post(&revoke, json!({})).await.expect_status(200);
        app.work().await;
        scene.member.delete(&format!("/v1/data-subjects/{third}")).await.expect_status(204);
        let new = json!({ "full_name": "Ada Example", "external_reference": "later" });
        scene.member.post("/v1/data-subjects", new).await.expect_status(201);
        backup::keys(&app.config, home.path(), app.clock.as_ref()).await.expect("the keys file is replaced");

        // The key is in no byte of what is there, sealed or opened.
        let (saved, keys) = (rows(&app.config, &archive), rows(&app.config, &keys_beside(&archive)));
        assert_eq!(wrapped_of(&keys), None);
        for file in [&archive, &keys_beside(&archive)] {
            assert!(!holds(&std::fs::read(file).unwrap(), &wrapped));
        }
        assert!(saved.iter().chain(&keys).all(|(_, block)| !holds(block, &wrapped)));
        assert!(saved.iter().all(|(table, _)| table.name != "subject_key"));
        // No key at hand opens what the archive holds of the person: not that of the organisation, nor that of anybody else.
        let organisation: OrganisationId = scene.organisation;
        let own = app.context.keys.of_organisation(&app.context.db, organisation).await.unwrap();
        let profiles = values(&saved, "data_subject", ["id", "profile"]);
        let profile = |of: &str| {
            let of: DataSubjectId = of.parse().unwrap();
            (of, profiles.iter().find(|[id, _]| id == of.0.as_bytes()).unwrap()[1].clone())
        };
        let all = values(&keys, "subject_key", ["data_subject_id", "wrapped"]);
        assert_eq!(all.len(), 2, "the other's, and that of who came later");
        let opens = |of: &str| {
            let (of, sealed) = profile(of);
            all.iter().any(|[id, wrapped]| {
                let key = own.open_subject_key(uuid::Uuid::from_slice(id).unwrap(), wrapped).expect("it is of this organisation");
                key.open(&Profile::binding(organisation, of), &sealed).is_ok()
            }) || own.open(&Profile::binding(organisation, of), &sealed).is_ok()
        };
        assert!(opens(&other) && !opens(&erased) && !opens(&third));

        for backend in [Backend::Sqlite, Backend::Postgres] {
            let Some(target) = Target::beside(app, backend).await else { continue };
            let restored = target.restore(app, &archive, &keys_beside(&archive)).await.expect("it is restored");
            assert_eq!((restored.erased, restored.withdrawn, restored.brought_up.keys_of_nobody), (2, 1, 1));
            assert!(restored.brought_up.ended >= 3, "{restored:?}");
            let context = recourse::cli::start(&target.config, app.clock.clone()).await.expect("it starts").context;
            let (address, server) = App::serve_as(context.clone(), &ServerOptions::trial());
            let member = scene.member.at(&address);
            for gone in [&erased, &third] {
                let blank = member.get(&format!("/v1/data-subjects/{gone}")).await.expect_status(200);
                assert!(blank["erased_at"].is_string() && blank.get("profile").is_none(), "{blank}");
                member.get(&format!("/v1/data-subjects/{gone}/export")).await.expect_problem(409, "data_subject_erased");
            }
            let stays = member.get(&format!("/v1/data-subjects/{other}")).await.expect_status(200);
            assert!(stays["profile"].is_object() && stays["erased_at"].is_null(), "{stays}");
            let request = member.get(&format!("/v1/requests/{}", requests[2])).await.expect_status(200);
            assert_eq!(request["request"]["lifecycle"], "withdrawn", "{request}");
            let mandate = text(&scene.see(&requests[1]).await, "mandate_id");
            assert_eq!(member.get(&format!("/v1/mandates/{mandate}")).await.expect_status(200)["state"], "revoked");
            // What is pending under it stops.
            for step in recourse::worker::steps().into_iter().filter(|step| step.name == "stop_mandates") {
                (step.run)(context.clone()).await.unwrap();
            }
            let request = member.get(&format!("/v1/requests/{}", requests[1])).await.expect_status(200);
            assert_eq!(request["request"]["lifecycle"], "withdrawn", "{request}");
            logs_are_whole(&target.config).await;
            server.stop(false).await;
            drop(context);
            target.database.drop_it().await;
        }
        // With the keys file of that day it would be otherwise: which is why there is one, and it is replaced.
        std::fs::write(keys_beside(&archive), before).unwrap();
        assert!(wrapped_of(&rows(&app.config, &keys_beside(&archive))).is_some());
    }

    async fn an_archive_from_before_a_change_of_keys_is_restored_after_it(app) {
        let scene = Scene::set(app).await;
        let requests = silence(app, &scene, 2).await;
        let (person, _) = answered(app, &scene, &requests[0]).await;
        let home = tempfile::tempdir().unwrap();
        let archive = back_up(app, home.path()).await;
        recourse::service::keys::ask_for_organisation(&app.context, scene.organisation).await.expect("asked");
        keys::world::rotated(app).await;
        let changed = app.context.keys.of_organisation(&app.context.db, scene.organisation).await.unwrap();
        assert_eq!(changed.version(), 2);
        backup::keys(&app.config, home.path(), app.clock.as_ref()).await.expect("the keys file is replaced");
        let target = Target::beside(app, Backend::Sqlite).await.expect("SQLite is always there");
        let restored = target.restore(app, &archive, &keys_beside(&archive)).await.expect("it is restored");
        assert_eq!((restored.erased, restored.brought_up.keys_of_nobody), (0, 0));
        let context = recourse::cli::start(&target.config, app.clock.clone()).await.expect("it starts").context;
        let (address, server) = App::serve_as(context.clone(), &ServerOptions::trial());
        scene.member.forget_token().await;
        let answers = scene.member.at(&address).get(&format!("/v1/requests/{}/responses", requests[0])).await;
        assert_eq!(answers.expect_status(200)["items"][0]["response"]["message"], "Here it is.");
        let shown = scene.member.at(&address).get(&format!("/v1/data-subjects/{person}")).await.expect_status(200);
        assert_eq!(shown["profile"]["email"], "p0@example.org");
        server.stop(false).await;
    }

    async fn what_is_damaged_or_does_not_fit_is_refused_and_nothing_is_restored(app) {
        let (organisation, member) = app.organisation("Union").await;
        audit::entries_of(app, text(&organisation, "id").parse().unwrap(), 300).await;
        let home = tempfile::tempdir().unwrap();
        let old = back_up(app, home.path()).await;
        let older_keys = home.path().join("older.keys");
        std::fs::copy(keys_beside(&old), &older_keys).unwrap();
        member.post("/v1/data-subjects", json!({ "full_name": "Ada Example" })).await.expect_status(201);
        let archive = back_up(app, home.path()).await;
        let keys = keys_beside(&archive);
        let backend = if app.context.db.is_embedded() { Backend::Sqlite } else { Backend::Postgres };
        let Some(target) = Target::beside(app, backend).await else { return };

        let refused = |result: Result<Restored, String>, why: &str| {
            let told = result.err().unwrap_or_else(|| panic!("{why} was taken"));
            assert!(told.contains(why), "{why}: {told}");
        };
        // Any byte, and any end.
        let (whole, broken) = (std::fs::read(&archive).unwrap(), home.path().join("broken.backup"));
        for number in 0..40u64 {
            let place = usize::try_from(number * 2_654_435_761 % whole.len() as u64).unwrap();
            let (mut flipped, cut) = (whole.clone(), &whole[..place]);
            flipped[place] ^= 1 << (number % 8);
            for bytes in [flipped.as_slice(), cut] {
                std::fs::write(&broken, bytes).unwrap();
                assert!(backup::verify(&app.config, &broken).is_err(), "{place}");
            }
        }
        refused(target.restore(app, &broken, &keys).await, "does not open");
        std::fs::write(&broken, b"something else").unwrap();
        refused(target.restore(app, &broken, &keys).await, "this is no backup");
        refused(target.restore(app, &archive, &older_keys).await, "before the archive");
        refused(target.restore(app, &keys, &archive).await, "no archive but a keys file");
        let key_file = home.path().join("stranger.key");
        MasterKey::create_new(&key_file, &recourse::ports::OsRandom::default()).unwrap();
        let stranger = Config { key_file: Some(key_file), ..target.config.clone() };
        let stranger = Target { database: TestDatabase::create(Backend::Sqlite).await.unwrap(), config: stranger };
        refused(stranger.restore(app, &archive, &keys).await, "another master key");
        refused(target.restore(app, &later(app, &archive, home.path()), &keys).await, "later than this one");
        assert!(target.is_empty().await);
        // A database that holds something is never written over, and stays as it was.
        let into_use = Target { database: TestDatabase::create(Backend::Sqlite).await.unwrap(), config: app.config.clone() };
        refused(into_use.restore(app, &archive, &keys).await, "is not empty");
        member.get("/v1/data-subjects").await.expect_status(200);
        let others = TestDatabase::create(Backend::Sqlite).await.unwrap();
        drop(std::fs::File::create(others.url.strip_prefix("sqlite:").unwrap()).unwrap());
        Inspector::open(&others).await.run("CREATE TABLE of_others (id integer)").await;
        let config = Config { database_url: Some(others.url.clone()), ..target.config.clone() };
        let others = Target { database: others, config };
        refused(others.restore(app, &archive, &keys).await, "is not empty");
        assert_eq!(Inspector::open(&others.database).await.number("SELECT COUNT(*) FROM of_others").await, 0);

        // What was broken off is begun anew, and no service starts on it meanwhile.
        target.restore(app, &archive, &keys).await.expect("it is restored");
        Inspector::open(&target.database).await.run("UPDATE instance SET restoring_since = created_at").await;
        let told = recourse::cli::start(&target.config, app.clock.clone()).await.err().expect("it does not start").to_string();
        assert!(told.contains("has not ended"), "{told}");
        let told = backup::backup(&target.config, home.path(), KEEP, app.clock.as_ref(), |_, _| {}).await.err();
        assert!(told.is_some_and(|told| told.to_string().contains("has not ended")));
        target.restore(app, &old, &keys).await.expect("an older archive is restored with the newest keys");
        // It is another course of history, whose keys do not replace those of the first.
        let told = backup::backup(&target.config, home.path(), KEEP, app.clock.as_ref(), |_, _| {}).await.err();
        assert!(told.is_some_and(|told| told.to_string().contains("before it was restored")));
        target.database.drop_it().await;
    }
}

fn holds(whole: &[u8], part: &[u8]) -> bool {
    whole.windows(part.len()).any(|window| window == part)
}

/// The archive as a later version of the program would write it.
fn later(app: &App, archive: &Path, folder: &Path) -> PathBuf {
    let master = app.config.key_source().load().unwrap();
    let mut manifest = Reader::open(archive, &master).unwrap().manifest().clone();
    manifest.schema.push("m20990101_000001_later".to_owned());
    let path = folder.join("later.backup");
    let file = std::fs::File::create(&path).unwrap();
    let random = recourse::ports::OsRandom::default();
    let writer = recourse::backup::Writer::begin(file, &path, &master, &random, &manifest).unwrap();
    writer.finish(Vec::new()).unwrap();
    path
}
