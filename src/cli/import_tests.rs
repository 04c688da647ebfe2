//! The import over folders made here and over real records, into a real database.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::json;

use super::*;
use crate::domain::controller::{Channel, ChannelKind, ControllerState, RecordQuality};
use crate::service::Call;
use crate::service::directory::{self, Change, Resolved};
use crate::store::{Controller, ControllerFilter, Viewer};

async fn service() -> (tempfile::TempDir, Context) {
    let home = tempfile::tempdir().unwrap();
    let config = Config { data_dir: home.path().join("data"), ..Config::default() };
    let started = crate::cli::start(&config, Arc::new(OffsetClock::default())).await.unwrap();
    (home, started.context)
}

fn write(root: &Path, path: &str, record: &serde_json::Value) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, record.to_string()).unwrap();
}

fn record(slug: &str, name: &str) -> serde_json::Value {
    json!({
        "slug": slug, "relevant-countries": ["de"], "name": name, "categories": ["commerce"], "runs": [format!("{name} Shop")],
        "address": "Beispielallee 1\n80331 München\nDeutschland", "email": format!("privacy@{slug}.example"),
        "sources": ["https://example.org/imprint"], "quality": "verified"
    })
}

async fn by_slug(context: &Context, slug: &str) -> Controller {
    let filter = ControllerFilter { slug: Some(slug.into()), ..ControllerFilter::default() };
    let mut found = context.db.controllers(Viewer::Operator, &filter, None, 2).await.unwrap();
    assert_eq!(found.len(), 1, "{slug}");
    found.remove(0)
}

#[tokio::test]
async fn an_import_is_repeatable_and_keeps_what_the_operator_added() {
    let (home, context) = service().await;
    let folder = home.path().join("folder");
    write(&folder, "companies/alpha.json", &record("alpha", "Alpha"));
    write(&folder, "companies/beta.json", &record("beta", "Beta"));
    write(&folder, "companies/broken.json", &json!({"slug": "broken"}));
    let import = || controllers(&context, folder.clone(), false);

    let dry = controllers(&context, folder.clone(), true).await.unwrap();
    assert_eq!((dry.counts.added, dry.counts.refused), (2, 1));
    assert_eq!(import().await.unwrap(), dry);
    let again = import().await.unwrap();
    assert_eq!((again.counts.added, again.counts.changed, again.counts.unchanged), (0, 0, 2));

    let alpha = by_slug(&context, "alpha").await;
    assert_eq!(alpha.place.unwrap().to_string(), "DE-BY");
    assert_eq!((alpha.quality, alpha.version), (RecordQuality::Verified, 1));
    let webhook: Channel = serde_json::from_value(json!({"kind": "webhook", "url": "https://a.example/h"})).unwrap();
    let channels = [vec![webhook.clone()], alpha.channels.clone()].concat();
    let change = Change { channels: Some(channels), ..Change::default() };
    let set = directory::change(&context, Call::system(), alpha.id, Some(1), change).await.unwrap();
    assert!(set.fresh_secret.is_some());

    write(&folder, "companies/alpha.json", &record("alpha", "Alpha Two"));
    assert_eq!(import().await.unwrap().changed, ["alpha"]);
    let alpha = by_slug(&context, "alpha").await;
    assert_eq!((alpha.name.as_str(), &alpha.channels[0]), ("Alpha Two", &webhook));
    assert!(alpha.channels.iter().any(|channel| channel.kind() == ChannelKind::Email));
    let receiver = context.db.receiver(alpha.id.into()).await.unwrap().unwrap();
    assert_eq!(receiver.secrets, set.receiver.unwrap().secrets);

    std::fs::remove_file(folder.join("companies/beta.json")).unwrap();
    let gone = json!({
        "slug": "beta", "name": "Beta", "reason": "company-merged", "redirect-to": "alpha",
        "sources": ["https://example.org/news"], "quality": "obsolete"
    });
    let never_seen = json!({
        "slug": "gamma", "name": "Gamma", "reason": "company-defunct", "sources": ["https://example.org/news"], "quality": "obsolete"
    });
    write(&folder, "obsolete-records/beta.json", &gone);
    write(&folder, "obsolete-records/gamma.json", &never_seen);
    let moved = import().await.unwrap();
    assert_eq!((moved.counts.redirected, moved.counts.retired), (1, 1));
    let again = import().await.unwrap();
    assert_eq!((again.counts.redirected, again.counts.retired, again.counts.unchanged), (0, 0, 3));
    let (beta, gamma) = (by_slug(&context, "beta").await, by_slug(&context, "gamma").await);
    assert_eq!((beta.state, beta.redirect_to), (ControllerState::Redirected, Some(alpha.id)));
    assert_eq!((gamma.state, gamma.redirect_to), (ControllerState::Retired, None));

    let resolved = directory::resolve(&context, &[beta.id, gamma.id], Viewer::Operator).await.unwrap();
    assert!(matches!(&resolved[&beta.id], Resolved::InUse(entry) if entry.id == alpha.id));
    assert!(matches!(resolved[&gamma.id], Resolved::Retired));
}

#[tokio::test]
async fn the_open_directory_goes_in_whole_and_once() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/datenanfragen");
    if !folder.is_dir() {
        eprintln!("NOT TESTED: no records of the open directory at {}", folder.display());
        return;
    }
    let (_home, context) = service().await;
    let first = controllers(&context, folder.clone(), false).await.unwrap();
    assert_eq!((first.counts.added, first.counts.redirected, first.counts.retired), (306, 1, 6));
    let second = controllers(&context, folder, false).await.unwrap();
    assert_eq!((second.counts.unchanged, second.counts.refused), (313, first.counts.refused));
    assert_eq!(second.counts.added + second.counts.changed + second.counts.redirected + second.counts.retired, 0);

    let german =
        ControllerFilter { country: Some("DE".into()), state: Some(ControllerState::Active), ..Default::default() };
    assert_eq!(context.db.controllers(Viewer::Operator, &german, None, 1_000).await.unwrap().len(), 147);
    let mut seen = Vec::new();
    let all = ControllerFilter::default();
    loop {
        let page = context.db.controllers(Viewer::Operator, &all, seen.last().copied(), 50).await.unwrap();
        if page.is_empty() {
            break;
        }
        seen.extend(page.iter().map(|entry| entry.id));
    }
    let mut distinct = seen.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!((seen.len(), distinct.len()), (313, 313));
}
