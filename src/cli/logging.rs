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
