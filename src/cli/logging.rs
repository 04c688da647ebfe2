//! Logs: for people on a terminal, JSON lines otherwise.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Has a panic tell where it happened and nothing else: its text can hold what was being worked on (ASVS 16.5.4).
pub fn tell_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location();
        let (file, line) = place.map_or(("unknown", 0), |place| (place.file(), place.line()));
        let thread = std::thread::current();
        tracing::error!(file, line, thread = thread.name().unwrap_or("unnamed"), "a panic; its text is not told");
    }));
}

/// Starts logging to standard error. A filter that cannot be read falls back to `info`.
pub fn start(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A logger that is already there (in tests) stays.
    let _ = if std::io::stderr().is_terminal() {
        builder.compact().try_init()
    } else {
        builder.json().flatten_event(true).try_init()
    };
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;
    use std::process::Command;

    /// Says to the process of the test what it is to be: one that panics, with the hook or without.
    const ROLE: &str = "RECOURSE_TEST_OF_PANICS";
    const NAME: &str = "cli::logging::tests::a_panic_tells_its_place_and_not_its_text";
    const TEXT: &str = "geheim-4711 of a person";

    /// What this test's own program writes when it panics in that role, to its standard output and error.
    fn said(role: &str) -> (String, String) {
        let program = std::env::current_exe().unwrap();
        let child = Command::new(program).args(["--exact", NAME, "--nocapture"]).env(ROLE, role).output().unwrap();
        assert!(child.status.success(), "{child:?}");
        let [out, err] = [child.stdout, child.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        (out, err)
    }

    /// Panics where work of the service would: in a step of a worker, in the middle of a call, on a thread of its own.
    fn panic_everywhere() {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
        let step = async { panic!("{TEXT}, in a step") };
        assert!(runtime.block_on(async { tokio::spawn(step).await }).is_err());
        assert!(catch_unwind(|| panic!("{TEXT}, in a call")).is_err());
        let thread = std::thread::Builder::new().name("writer".to_owned());
        assert!(thread.spawn(|| panic!("{TEXT}, on a thread")).unwrap().join().is_err());
        assert!(catch_unwind(|| std::panic::panic_any(TEXT.to_owned())).is_err());
    }

    #[test]
    fn a_panic_tells_its_place_and_not_its_text() {
        match std::env::var(ROLE).as_deref() {
            Ok("told") => {
                super::tell_panics();
                super::start("info");
                panic_everywhere();
                return;
            }
            Ok(_) => return panic_everywhere(),
            Err(_) => {}
        }
        let (out, err) = said("told");
        assert!(!out.contains(TEXT) && !err.contains(TEXT), "{out}\n{err}");
        let lines: Vec<serde_json::Value> = err.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let panics: Vec<_> = lines.iter().filter(|line| line["message"] == "a panic; its text is not told").collect();
        assert_eq!(panics.len(), 4, "{err}");
        for panic in &panics {
            assert!(
                panic["file"] == file!() && panic["line"].as_u64() > Some(0) && panic["level"] == "ERROR",
                "{panic}"
            );
        }
        assert!(panics.iter().any(|panic| panic["thread"] == "writer"), "{err}");
        // Without the hook the text is there: what is looked for would be found.
        assert!(said("untold").1.contains(TEXT));
    }
}
