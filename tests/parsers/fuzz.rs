//! The targets as one program for libFuzzer, which `scripts/fuzz-parsers` builds and runs.
//!
//! `RECOURSE_FUZZ_TARGET` names the target; `RECOURSE_FUZZ_SEEDS` a folder into which its seeds are written first. Without a target
//! it tells which there are, each with the longest input that is made for it.

#![no_main]

mod targets;

use std::path::Path;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;

static TARGET: OnceLock<&targets::Target> = OnceLock::new();

fn prepare() {
    let Ok(name) = std::env::var("RECOURSE_FUZZ_TARGET") else {
        for target in targets::ALL {
            println!("{} {}", target.name, target.max_bytes);
        }
        std::process::exit(0);
    };
    let target = targets::named(&name).expect("the target is known");
    if let Ok(folder) = std::env::var("RECOURSE_FUZZ_SEEDS") {
        for (number, seed) in (target.seeds)().into_iter().enumerate() {
            let file = Path::new(&folder).join(format!("seed-{number:03}"));
            std::fs::write(file, seed).expect("seeds are written");
        }
    }
    TARGET.get_or_init(|| target);
}

fuzz_target!(init: prepare(), |input: &[u8]| {
    let target = TARGET.get().expect("a target was chosen");
    // The search knows the bound too; an input from elsewhere need not keep it.
    (target.run)(&input[..input.len().min(target.max_bytes)]);
});
