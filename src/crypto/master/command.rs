//! Running the command that gives the master key: without a shell, bounded in time and size, and silent about what it said.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use super::file::MAX_BYTES;

/// How long the command may take: a key service over a network answers in seconds.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it is looked whether a command has ended that has said all.
const LOOK: Duration = Duration::from_millis(5);

/// What the command writes to its standard output. The error is a reason without a word of what it wrote, since that may be
/// part of a key; what it writes to its standard error goes nowhere for the same reason.
pub(super) fn output(words: &[String]) -> Result<Zeroizing<String>, String> {
    within(words, PATIENCE)
}

fn within(words: &[String], patience: Duration) -> Result<Zeroizing<String>, String> {
    let until = Instant::now() + patience;
    let (program, arguments) = words.split_first().ok_or("it names no program")?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("it cannot be started ({error})"))?;
    let read = child.stdout.take().ok_or_else(|| "it has no standard output".to_owned()).and_then(|pipe| {
        let (said, all) = mpsc::channel();
        // In a thread, since a pipe knows no time limit. It ends with the pipe; nobody waits for it after that.
        std::thread::spawn(move || {
            let mut text = Zeroizing::new(Vec::with_capacity(MAX_BYTES as usize + 1));
            let read = pipe.take(MAX_BYTES + 1).read_to_end(&mut text);
            let _ = said.send(read.map(|_| text));
        });
        match all.recv_timeout(patience) {
            Err(_) => Err(too_slow(patience)),
            Ok(Err(error)) => Err(format!("its output cannot be read ({error})")),
            Ok(Ok(text)) if text.len() as u64 > MAX_BYTES => {
                Err("it writes more than any master key file has".to_owned())
            }
            Ok(Ok(text)) => Ok(text),
        }
    });
    let ended = match &read {
        Ok(_) => wait(&mut child, until, patience),
        Err(_) => Ok(()),
    };
    if read.is_err() || ended.is_err() {
        // It may have ended by itself at this moment.
        let _ = child.kill();
        let _ = child.wait();
    }
    let text = read?;
    ended?;
    let text = std::str::from_utf8(&text).map_err(|_| "its output is not text".to_owned())?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// Waits for the end of a command that has closed its output. What failed may have written half a file.
fn wait(child: &mut Child, until: Instant, patience: Duration) -> Result<(), String> {
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("it failed ({status})")),
            Ok(None) if Instant::now() >= until => return Err(too_slow(patience)),
            Ok(None) => std::thread::sleep(LOOK),
            Err(error) => return Err(format!("its end cannot be seen ({error})")),
        }
    }
}

fn too_slow(patience: Duration) -> String {
    format!("it did not end within {} seconds", patience.as_secs())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    /// A command of the shell, which only tests call.
    fn shell(script: &str) -> Result<Zeroizing<String>, String> {
        within(&words(&["/bin/sh", "-c", script]), Duration::from_secs(20))
    }

    #[test]
    fn what_is_written_comes_back_and_no_shell_reads_the_words() {
        assert_eq!(**output(&words(&["/bin/echo", "$HOME;", "`id`"])).unwrap(), *"$HOME; `id`\n");
        assert_eq!(**shell("echo one; echo unseen >&2; echo two").unwrap(), *"one\ntwo\n");
    }

    #[test]
    fn a_failure_is_told_without_what_was_written() {
        for script in
            ["echo precious; exit 3", "echo precious; echo precious >&2; kill -9 $$", "printf 'precious\\377'"]
        {
            let told = shell(script).unwrap_err();
            assert!(!told.contains("precious"), "{told}");
        }
        assert!(shell("echo precious; exit 3").unwrap_err().contains('3'));
        assert!(output(&words(&["/nowhere/at-all"])).unwrap_err().contains("cannot be started"));
        assert!(output(&[]).is_err());
    }

    #[test]
    fn neither_a_flood_nor_an_endless_wait_is_borne() {
        let flood = shell("yes precious");
        assert!(flood.unwrap_err().contains("more than"), "and it was ended, or this would not return");
        let started = Instant::now();
        for script in ["sleep 60", "exec >&-; sleep 60"] {
            let told = within(&words(&["/bin/sh", "-c", script]), Duration::from_millis(200)).unwrap_err();
            assert!(told.contains("did not end"), "{told}");
        }
        assert!(started.elapsed() < Duration::from_secs(20));
    }
}
