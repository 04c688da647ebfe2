//! The process' largest resident memory, from the kernel. Where there is no such file the figure is 0.

/// Starts a new count of the peak.
pub fn forget_peak() {
    // A kernel without it leaves the peak since the start, which is no less.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// The peak since then.
pub fn peak_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kib.unwrap_or_default() / 1024.0
}
