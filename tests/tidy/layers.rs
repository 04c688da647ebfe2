//! Imports go one way. The drawing of it is in `docs/ARCHITECTURE.md`; this table is what holds.

use std::collections::BTreeSet;

use crate::hold;
use crate::lexed;
use crate::paths::{self, Named};
use crate::sources::{self, Source};

/// A module at the top of `src` and the modules of ours it may name.
struct Layer {
    name: &'static str,
    may_name: &'static [&'static str],
}

/// The layers, lowest first. `ports`, `crypto`, `ingest`, `backup` and `config` are leaves: they serve the layers and know none of them.
const LAYERS: &[Layer] = &[
    Layer { name: "domain", may_name: &[] },
    Layer { name: "ports", may_name: &["domain"] },
    Layer { name: "measure", may_name: &[] },
    Layer { name: "crypto", may_name: &["domain", "ports", "measure"] },
    // Names the place of the master key.
    Layer { name: "config", may_name: &["domain", "ports", "crypto"] },
    Layer { name: "wording", may_name: &["domain"] },
    Layer { name: "typeset", may_name: &["domain"] },
    Layer { name: "letters", may_name: &["domain", "wording", "typeset", "crypto"] },
    Layer { name: "casefile", may_name: &["domain", "wording", "typeset", "ports", "crypto"] },
    Layer { name: "ingest", may_name: &["domain", "ports", "crypto"] },
    // The audit log as a tree of hashes: pure, so that the store hands in what it reads and takes what is to be kept.
    Layer { name: "ledger", may_name: &["domain", "ports", "crypto"] },
    // The form of backups: files, and rows as bytes, so that the store hands out rows and takes them in.
    Layer { name: "backup", may_name: &["ports", "crypto"] },
    Layer { name: "store", may_name: &["domain", "ports", "measure", "crypto", "config", "ledger", "backup"] },
    Layer {
        name: "service",
        may_name: &[
            "domain", "wording", "typeset", "letters", "casefile", "ports", "crypto", "ingest", "config", "ledger",
            "backup", "store",
        ],
    },
    Layer { name: "outbound", may_name: &["domain", "ports", "crypto", "config"] },
    Layer {
        name: "http",
        may_name: &["domain", "wording", "ports", "crypto", "ingest", "config", "ledger", "store", "service"],
    },
    Layer {
        name: "worker",
        may_name: &[
            "domain", "wording", "casefile", "ports", "crypto", "ingest", "config", "store", "service", "outbound",
        ],
    },
    Layer {
        name: "demo",
        may_name: &["domain", "wording", "ports", "crypto", "ingest", "config", "store", "service", "http", "worker"],
    },
    // A client of the public API, which knows nothing of the service behind it.
    Layer { name: "client", may_name: &["ports"] },
    Layer {
        name: "cli",
        may_name: &[
            "domain", "wording", "ports", "crypto", "ingest", "config", "ledger", "backup", "store", "service", "http",
            "worker", "demo", "client",
        ],
    },
];

/// The binary and the list of modules stand above the layers.
const ROOTS: &[&str] = &["src/main.rs", "src/lib.rs"];

/// A crate, or a part of one, that few layers may name.
struct Reserved {
    path: &'static str,
    except: Option<&'static str>,
    layers: &'static [&'static str],
    reason: &'static str,
}

const RESERVED: &[Reserved] = &[
    Reserved {
        path: "sea_orm",
        except: None,
        layers: &["store"],
        reason: "only the store knows the database; it offers functions that say what they do",
    },
    Reserved {
        path: "sqlx",
        except: None,
        layers: &["store"],
        reason: "only the store knows the database; it offers functions that say what they do",
    },
    Reserved {
        path: "entity",
        except: Some("entity::id"),
        layers: &["store"],
        reason: "tables are the store's affair; typed ids (`entity::id`) may be used anywhere above the domain",
    },
    Reserved {
        path: "migration",
        except: None,
        layers: &["store"],
        reason: "the store brings its own schema up to date",
    },
    Reserved {
        path: "chrono",
        except: None,
        layers: &["store"],
        reason: "jiff is the one date library; only the store meets chrono, in SeaORM's columns",
    },
    Reserved {
        path: "reqwest",
        // Names of headers are plain values.
        except: Some("reqwest::header"),
        // The demo plays the customer and calls the running service as any client would; the command line is one.
        layers: &["outbound", "demo", "client"],
        reason: "calls to others leave through `outbound`, which checks addresses and bounds, and only from workers",
    },
    Reserved { path: "hyper", except: None, layers: &["outbound"], reason: CAUSES },
    Reserved {
        path: "rustls",
        except: None,
        layers: &["outbound", "http"],
        reason: "secured connections: those that are taken, and why one that was made failed",
    },
    Reserved {
        path: "actix_web",
        except: None,
        // The demo plays the controller and needs a server that receives.
        layers: &["http", "demo"],
        reason: "the web framework ends at `http`: use cases take plain values and return plain values",
    },
    Reserved {
        path: "utoipa_actix_web",
        except: None,
        layers: &["http"],
        reason: "routes and their documents are of `http`",
    },
    Reserved {
        path: "utoipa_swagger_ui",
        except: None,
        layers: &["http"],
        reason: "the documentation is served by `http`",
    },
    Reserved { path: "fluent_bundle", except: None, layers: &["wording"], reason: WORDING },
    Reserved { path: "unic_langid", except: None, layers: &["wording"], reason: WORDING },
    Reserved {
        path: "minijinja",
        except: None,
        // The templates of pages are our own, compiled in.
        layers: &["letters", "http"],
        reason: "templates of others run in `letters` alone, where they are checked and bounded",
    },
    Reserved {
        path: "pulldown_cmark",
        except: None,
        layers: &["http"],
        reason: "Markdown is the form of guides, which are pages",
    },
    Reserved { path: "typst", except: None, layers: &["typeset"], reason: TYPESETTING },
    Reserved { path: "typst_layout", except: None, layers: &["typeset"], reason: TYPESETTING },
    Reserved { path: "typst_pdf", except: None, layers: &["typeset"], reason: TYPESETTING },
    Reserved { path: "typst_assets", except: None, layers: &["typeset"], reason: TYPESETTING },
    Reserved { path: "comemo", except: None, layers: &["typeset"], reason: TYPESETTING },
    Reserved {
        path: "zip",
        except: None,
        layers: &["casefile"],
        reason: "archives are written in one place, so that all of them are streams and the same on any day",
    },
    Reserved { path: "icalendar", except: None, layers: &["http"], reason: "the form of an answer is of `http`" },
    Reserved {
        path: "clap",
        except: None,
        layers: &["cli", "client"],
        reason: "the command line ends at `cli`, and at the commands of `client`",
    },
    Reserved { path: "figment", except: None, layers: &["config"], reason: "configuration is read once, in `config`" },
    Reserved { path: "aws_lc_rs::aead", except: None, layers: &["crypto"], reason: CRYPTO },
    Reserved { path: "aws_lc_rs::agreement", except: None, layers: &["crypto"], reason: CRYPTO },
    Reserved { path: "aws_lc_rs::hkdf", except: None, layers: &["crypto"], reason: CRYPTO },
    Reserved { path: "aws_lc_rs::hmac", except: None, layers: &["crypto"], reason: CRYPTO },
    Reserved {
        path: "aws_lc_rs::rand",
        except: None,
        layers: &["ports", "crypto"],
        reason: "randomness is an argument: take `ports::Random`",
    },
    Reserved { path: "aws_lc_rs::signature", except: None, layers: &["crypto"], reason: CRYPTO },
];

const CAUSES: &str = "named only to tell by its type what went wrong with a call";

const WORDING: &str = "what people read is said by `wording`, from its files";

const TYPESETTING: &str = "documents are set by `typeset`, where no template sees more than its inputs";

const CRYPTO: &str = "keys, ciphers and signatures are used in `crypto` alone, where they can be reviewed together";

/// What the domain may use of others: it must stay pure and quick to test. Of `uuid` the plain value (making ids is an
/// effect, which clippy.toml forbids), of `url` the parser, and of `serde_json` the values that field lists are held against.
const DOMAIN_CRATES: &[&str] =
    &["std", "core", "alloc", "serde", "serde_json", "jiff", "utoipa", "thiserror", "url", "uuid"];
/// Parts of the standard library that wait, read or draw.
const DOMAIN_NEVER: &[&str] =
    &["std::fs", "std::io", "std::env", "std::process", "std::thread", "std::time::SystemTime", "std::time::Instant"];

fn layer_of(source: &Source) -> Option<String> {
    if ROOTS.contains(&source.path.as_str()) { None } else { source.module().into_iter().next() }
}

fn paths_of(source: &Source) -> Vec<Named> {
    paths::named(lexed::tokens(&source.path, &source.text), &source.module(), "recourse")
}

/// Whether a path stands in code that is compiled for tests alone.
fn is_test(source: &Source, path: &Named, test_modules: &BTreeSet<Vec<String>>) -> bool {
    path.in_tests || source.is_test(test_modules)
}

fn at(source: &Source, path: &Named, why: &str) -> String {
    format!("{}:{} names {}: {why}", source.path, path.line, path.text())
}

#[test]
fn every_module_has_its_place() {
    let placed: BTreeSet<&str> = LAYERS.iter().map(|layer| layer.name).collect();
    let broken: Vec<String> = sources::service()
        .iter()
        .filter_map(|source| Some((source, layer_of(source)?)))
        .filter(|(_, layer)| !placed.contains(layer.as_str()))
        .map(|(source, layer)| format!("{}: `{layer}` is not in the table", source.path))
        .collect();
    hold(
        "Every module at the top of src stands in the table of layers.",
        "Add it to LAYERS in tests/tidy/layers.rs with what it may name, and to docs/ARCHITECTURE.md with what it is for.",
        &broken,
    );
}

#[test]
fn imports_go_one_way() {
    let mut broken = Vec::new();
    for source in sources::service() {
        let Some(layer) = layer_of(&source) else { continue };
        let Some(own) = LAYERS.iter().find(|known| known.name == layer) else { continue };
        for path in paths_of(&source).iter().filter(|path| path.ours) {
            let Some(target) = path.segments.first() else { continue };
            let is_layer = LAYERS.iter().any(|known| known.name == target);
            if is_layer && *target != layer && !own.may_name.contains(&target.as_str()) {
                broken.push(at(&source, path, &format!("{layer} may name only {:?}", own.may_name)));
            }
        }
    }
    hold(
        "Imports between layers go one way.",
        "main → cli → http → service → store → domain, and worker → service, store, outbound. Move what is shared down to the \
         layer that owns it, or hand it in as an argument; a lower layer never calls a higher one.",
        &broken,
    );
}

#[test]
fn routes_change_nothing_themselves() {
    let mut broken = Vec::new();
    for source in sources::service().iter().filter(|source| source.path.starts_with("src/http/")) {
        for path in paths_of(source).iter().filter(|path| path.ours && path.is_below("store::Tx")) {
            broken.push(at(source, path, "a transaction belongs to a use case"));
        }
        for line in lexed::lines_with(&lexed::flat(&source.path, &source.text), &["db", ".", "write", "("]) {
            broken.push(format!("{}:{line} writes to the database", source.path));
        }
    }
    hold(
        "Routes translate; they may read stored records, and change nothing themselves.",
        "A change is a use case in `service`: it checks the mandate, writes audit and events in the same transaction, and is \
         safe to repeat.",
        &broken,
    );
}

#[test]
fn routes_of_organisations_are_in_their_time() {
    let mut broken = Vec::new();
    for source in sources::service().iter().filter(|source| source.path.starts_with("src/http/routes/")) {
        let code = lexed::flat(&source.path, &source.text);
        let callers = ["ForOrganisation", "ForAny", "DirectoryKeeper"];
        if callers.iter().any(|caller| !lexed::lines_with(&code, &[caller]).is_empty()) {
            for line in lexed::lines_with(&code, &["Data", "<", "Context", ">"]) {
                broken.push(format!("{}:{line} takes the service in its own time", source.path));
            }
        }
    }
    hold(
        "A route that an organisation can call is in the time of that organisation, which is another one in a sandbox.",
        "Take `InTime` (`http::in_time`) in place of `web::Data<Context>`.",
        &broken,
    );
}

#[test]
fn the_table_of_layers_has_no_circle() {
    // Each layer may name only those that stand before it, so that the order of the table is the direction.
    for (index, layer) in LAYERS.iter().enumerate() {
        for name in layer.may_name {
            assert!(LAYERS[..index].iter().any(|lower| lower.name == *name), "{} may not name {name}", layer.name);
        }
    }
}

#[test]
fn each_library_stays_where_it_belongs() {
    let mut broken = Vec::new();
    for source in sources::service() {
        let Some(layer) = layer_of(&source) else { continue };
        for path in paths_of(&source).iter().filter(|path| !path.ours) {
            for reserved in RESERVED.iter().filter(|reserved| path.is_below(reserved.path)) {
                let excepted = reserved.except.is_some_and(|except| path.is_below(except));
                if !excepted && !reserved.layers.contains(&layer.as_str()) {
                    broken.push(at(&source, path, reserved.reason));
                }
            }
        }
    }
    hold(
        "Each library is named only in the layer that it belongs to.",
        "The list is RESERVED in tests/tidy/layers.rs.",
        &broken,
    );
}

#[test]
fn the_domain_is_pure() {
    let known = dependencies();
    let test_modules = sources::test_modules();
    let mut broken = Vec::new();
    for source in sources::service().iter().filter(|source| source.path.starts_with("src/domain/")) {
        for path in paths_of(source).iter().filter(|path| !path.ours) {
            let root = path.segments[0].as_str();
            let for_tests = is_test(source, path, &test_modules) && known.dev.contains(root);
            if known.normal.contains(root) && !DOMAIN_CRATES.contains(&root) && !for_tests {
                broken.push(at(source, path, &format!("the domain uses only {DOMAIN_CRATES:?}")));
            }
            if DOMAIN_NEVER.iter().any(|never| path.is_below(never)) {
                broken.push(at(source, path, "the domain neither waits nor reads"));
            }
        }
        for line in lexed::lines_with(&lexed::flat(&source.path, &source.text), &["async"]) {
            broken.push(format!("{}:{line} is async", source.path));
        }
    }
    hold(
        "The domain is pure: plain values in, plain values out.",
        "Whatever waits, reads a clock, draws a number or names a framework belongs to a layer above, which hands in the result.",
        &broken,
    );
}

struct Dependencies {
    normal: BTreeSet<String>,
    dev: BTreeSet<String>,
}

/// The crates named in `Cargo.toml`, as they are written in paths.
fn dependencies() -> Dependencies {
    let manifest = sources::all().into_iter().find(|source| source.path == "Cargo.toml").expect("Cargo.toml is there");
    let mut found = Dependencies { normal: BTreeSet::new(), dev: BTreeSet::new() };
    let mut table = "";
    for line in manifest.text.lines() {
        if line.starts_with('[') {
            table = line;
        } else if let Some((name, _)) = line.split_once(['=', '.', ' ']).filter(|(name, _)| !name.starts_with('#')) {
            let name = name.trim().replace('-', "_");
            match table {
                "[dependencies]" => found.normal.insert(name),
                "[dev-dependencies]" => found.dev.insert(name),
                _ => false,
            };
        }
    }
    assert!(found.normal.contains("sea_orm") && found.dev.contains("proptest"), "Cargo.toml was not understood");
    found
}
