//! `recourse backup` and `recourse restore`, killed with SIGKILL at any time.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use recourse::backup::folder::{KEYS_FILE, archives};
use recourse::cli::backup;
use recourse::config::Config;
use recourse::store::{Db, DbOptions};

use crate::support::union::text;
use crate::support::{Backend, TestDatabase};
use crate::{audit, on_both};

/// How often each is killed.
const KILLS: u64 = 8;
/// Entries in the database: so that the work takes longer than the start of a process.
const ENTRIES: usize = 20_000;

/// The binary with these settings.
fn recourse(config: &Config, arguments: &[&Path]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_recourse"))
        .env("RECOURSE_DATA_DIR", &config.data_dir)
        .env("RECOURSE_DATABASE_URL", config.database_url())
        .env("RECOURSE_KEY_FILE", config.key_file.clone().unwrap_or(config.data_dir.join("master.key")))
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary runs")
}

/// Lets it run for a moment, then ends it at once. Tells whether it had ended well by itself.
async fn killed(mut child: Child, after: u64) -> bool {
    tokio::time::sleep(Duration::from_millis(after)).await;
    child.kill().expect("it can be killed");
    child.wait().expect("it ends").success()
}

fn whole(config: &Config, folder: &Path) -> usize {
    let found = if folder.exists() { archives(folder).expect("a folder") } else { Vec::new() };
    for (_, path) in &found {
        backup::verify(config, path).expect("what has a name is whole");
    }
    let keys = folder.join(KEYS_FILE);
    assert!(keys.exists() || found.is_empty(), "an archive has its name after the keys file");
    if keys.exists() {
        backup::verify(config, &keys).expect("the keys file is whole");
    }
    found.len()
}

on_both! {
    async fn a_kill_leaves_whole_files_and_no_half_database(app) {
        let (organisation, _) = app.organisation("Union").await;
        audit::entries_of(app, text(&organisation, "id").parse().unwrap(), ENTRIES).await;
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("backups");
        let save = [Path::new("backup"), Path::new("--keep=50"), Path::new("--to"), &folder];
        for number in 0..KILLS {
            killed(recourse(&app.config, &save), 60 + number * 45).await;
            whole(&app.config, &folder);
        }
        assert!(recourse(&app.config, &save).wait().unwrap().success());
        assert!(whole(&app.config, &folder) > 0);
        let hidden = |name: &str| name.starts_with(".recourse-unfinished");
        let names = || std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert!(!names().any(|name| hidden(&name)), "what was left unfinished is cleared away");

        let backend = if app.context.db.is_embedded() { Backend::Sqlite } else { Backend::Postgres };
        let Some(target) = TestDatabase::create(backend).await else { return };
        let config = Config {
            data_dir: target.folder.path().to_owned(),
            database_url: Some(target.url.clone()),
            key_file: Some(app.config.data_dir.join("master.key")),
            base_url: Some(app.config.base_url()),
            ..app.config.clone()
        };
        let (_, archive) = archives(&folder).unwrap().pop().unwrap();
        let put_back = [Path::new("restore"), archive.as_path()];
        let options = DbOptions { url: target.url.clone(), max_connections: 2 };
        let mut broken_off = 0;
        for number in 0..KILLS {
            if killed(recourse(&config, &put_back), 100 + number * 60).await {
                break;
            }
            broken_off += 1;
            // Whatever is there, a restore may begin anew, and no service starts on a part of it.
            assert_eq!(Db::occupied(&options).await.unwrap(), None);
        }
        assert!(broken_off > 0, "it was killed at work");
        if Db::occupied(&options).await.unwrap().is_none() {
            assert!(recourse(&config, &put_back).wait().unwrap().success());
        }
        let context = recourse::cli::start(&config, app.clock.clone()).await.expect("it starts").context;
        drop(context);
        target.drop_it().await;
    }
}
