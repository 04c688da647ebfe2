use super::*;
use crate::crypto::keyring::{Binding, place};
use crate::ports::OsRandom;
use uuid::Uuid;

fn secret_at() -> Binding {
    place::SIGNING_SEED.alone(Uuid::from_u128(1))
}

fn file_with(text: &str) -> (tempfile::TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("master.key");
    std::fs::write(&path, text).unwrap();
    restrict(&path, 0o600);
    (directory, path)
}

#[cfg(unix)]
fn restrict(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) {}

const ONE: &str = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
const TWO: &str = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

#[test]
fn a_new_file_is_private_complete_and_opens_what_was_sealed() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("keys/deep/master.key");
    let made = MasterKey::create_new(&path, &OsRandom::default()).unwrap();
    let sealed = made.sealer().unwrap().seal(&secret_at(), b"seed").unwrap();

    let loaded = MasterKey::load(&path).unwrap();
    assert_eq!(loaded.sealer().unwrap().open(&secret_at(), &sealed).unwrap().expose(), b"seed");
    loaded.verify_check_value(&made.check_value().unwrap()).unwrap();

    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(path.parent().unwrap()), 0o700);
    }
    let left: Vec<_> = std::fs::read_dir(path.parent().unwrap()).unwrap().collect();
    assert_eq!(left.len(), 1, "the temporary file is gone");
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let (_directory, path) = file_with("something precious");
    let refused = MasterKey::create_new(&path, &OsRandom::default());
    assert!(matches!(refused, Err(MasterKeyError::AlreadyExists { .. })));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "something precious");
}

#[test]
fn of_many_starts_at_once_one_makes_the_file_and_all_read_the_same() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("master.key");
    let start = || match MasterKey::create_new(&path, &OsRandom::default()) {
        Ok(made) => (true, made.check_value().unwrap()),
        Err(MasterKeyError::AlreadyExists { .. }) => (false, MasterKey::load(&path).unwrap().check_value().unwrap()),
        Err(other) => panic!("{other}"),
    };
    let outcomes: Vec<(bool, String)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(start)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(outcomes.iter().filter(|(made, _)| *made).count(), 1);
    assert!(outcomes.iter().all(|(_, value)| *value == outcomes[0].1));
}

#[test]
fn a_missing_file_is_told_apart() {
    let directory = tempfile::tempdir().unwrap();
    let missing = MasterKey::load(&directory.path().join("no.key"));
    assert!(matches!(missing, Err(MasterKeyError::Missing { .. })));
    let text = MasterKeyError::DatabaseWithoutKey { path: "/k".into() }.to_string();
    assert!(text.contains("/k is missing"), "{text}");
}

#[cfg(unix)]
#[test]
fn a_file_that_others_can_read_is_refused_with_the_remedy() {
    for mode in [0o640, 0o604, 0o644, 0o660, 0o610] {
        let (_directory, path) = file_with(&format!("{}\n1 {ONE}\n", "recourse master keys, format 1"));
        restrict(&path, mode);
        let refused = MasterKey::load(&path).unwrap_err();
        assert!(matches!(refused, MasterKeyError::OpenToOthers { mode: told, .. } if told == mode));
        assert!(refused.to_string().contains("chmod 600"));
        restrict(&path, 0o400);
        MasterKey::load(&path).unwrap();
    }
}

#[test]
fn malformed_files_are_refused_without_showing_them() {
    let head = "recourse master keys, format 1";
    for (text, line) in [
        (String::new(), 1),
        ("recourse master keys, format 2\n".into(), 1),
        (format!("{head}\n# nothing\n"), 2),
        (format!("{head}\n1{ONE}\n"), 2),
        (format!("{head}\n0 {ONE}\n"), 2),
        (format!("{head}\n256 {ONE}\n"), 2),
        (format!("{head}\n1 {ONE}\n1 {TWO}\n"), 3),
        (format!("{head}\n1 {}\n", &ONE[..40]), 2),
        (format!("{head}\n1 AQEBAQ==\n"), 2),
        ("x".repeat(70_000), 1),
    ] {
        let (_directory, path) = file_with(&text);
        let refused = MasterKey::load(&path).unwrap_err();
        assert!(matches!(refused, MasterKeyError::Malformed { line: told, .. } if told == line), "{refused}");
        assert!(!refused.to_string().contains("AQEB"), "{refused}");
    }
    let (directory, path) = file_with("");
    std::fs::write(&path, [0xff, 0xfe]).unwrap();
    assert!(matches!(MasterKey::load(&path), Err(MasterKeyError::Malformed { .. })));
    assert!(MasterKey::load(directory.path()).is_err(), "a directory");
}

#[test]
fn the_key_that_the_database_names_seals_and_all_others_still_open() {
    let (_d1, old_path) = file_with(&format!("recourse master keys, format 1\n1 {ONE}\n"));
    let (_d2, both_path) = file_with(&format!("recourse master keys, format 1\r\n2 {TWO}\r\n\r\n1 {ONE}\r\n"));
    let (old, both) = (MasterKey::load(&old_path).unwrap(), MasterKey::load(&both_path).unwrap());
    let (old_sealer, both_sealer) = (old.sealer().unwrap(), both.sealer().unwrap());

    let before = old_sealer.seal(&secret_at(), b"before").unwrap();
    let after = both_sealer.seal(&secret_at(), b"after").unwrap();
    assert_eq!((key_version(&before), key_version(&after)), (Ok(1), Ok(2)));
    assert_eq!(both_sealer.open_text(&secret_at(), &before).unwrap().expose(), "before");
    assert_eq!(old_sealer.open(&secret_at(), &after).unwrap_err(), SealError::UnknownKey(2));

    let told = both.as_told_by(&old.check_value().unwrap()).unwrap();
    assert_eq!((both.sealing(), told.sealing(), told.check_value().unwrap()), (2, 1, old.check_value().unwrap()));
    let still = told.sealer().unwrap();
    assert_eq!(
        key_version(&still.seal(&secret_at(), b"x").unwrap()),
        Ok(1),
        "a newer key is there and does not seal yet"
    );
    assert_eq!(still.open_text(&secret_at(), &after).unwrap().expose(), "after");
    assert_eq!(both.check_value_of(1).unwrap(), old.check_value().unwrap());
    assert!(both.has(2) && !both.has(3) && both.check_value_of(3).is_err());
    let refused = old.verify_check_value(&both.check_value().unwrap());
    assert!(matches!(refused, Err(MasterKeyError::WrongKey { key_id: 2 })));
}

#[test]
fn the_check_value_tells_another_key_and_is_not_the_key() {
    let (one, other) = (MasterKey::generate(&OsRandom::default()), MasterKey::generate(&OsRandom::default()));
    let stored = one.check_value().unwrap();
    one.verify_check_value(&stored).unwrap();
    assert!(matches!(other.verify_check_value(&stored), Err(MasterKeyError::WrongKey { key_id: 1 })));
    for broken in ["", "1", "1.", "x.AAAA", "1.AAAA", &stored[..stored.len() - 1]] {
        assert!(matches!(one.verify_check_value(broken), Err(MasterKeyError::MalformedCheckValue)), "{broken}");
    }
    assert_eq!(format!("{one:?}"), "MasterKey { current: 1, .. }");
}

#[test]
fn a_secret_of_the_instance_does_not_open_elsewhere() {
    let sealer = MasterKey::generate(&OsRandom::default()).sealer().unwrap();
    let sealed = sealer.seal(&secret_at(), b"seed").unwrap();
    let elsewhere = place::SIGNING_SEED.alone(Uuid::from_u128(2));
    assert_eq!(sealer.open(&elsewhere, &sealed).unwrap_err(), SealError::NotAuthentic);
    let not_text = sealer.seal(&secret_at(), &[0xff]).unwrap();
    assert_eq!(sealer.open_text(&secret_at(), &not_text).unwrap_err(), SealError::UnexpectedForm);
}

#[test]
fn a_variable_and_a_command_give_what_a_file_gives() {
    let text = format!("recourse master keys, format 1\n1 {ONE}\n2 {TWO}\n");
    let (_directory, path) = file_with(&text);
    let file = MasterSource::File(path.clone());
    let expected = file.load().unwrap().check_value().unwrap();
    if cfg!(unix) {
        let command = MasterSource::Command(vec!["/bin/cat".into(), path.display().to_string()]);
        assert_eq!(command.load().unwrap().check_value().unwrap(), expected);
        let silent = MasterSource::Command(vec!["/bin/cat".into(), "/nowhere/secret-name".into()]);
        let told = silent.load().unwrap_err().to_string();
        assert!(told.contains("/bin/cat") && !told.contains("secret-name"), "{told}");
        let other = MasterSource::Command(vec!["/bin/echo".into(), ONE.into()]).load().unwrap_err();
        assert!(
            matches!(&other, MasterKeyError::Malformed { line: 1, .. }) && !other.to_string().contains(ONE),
            "{other}"
        );
    }
    let unset = MasterSource::Variable("NOT_SET_BY_ANYBODY".into()).load().unwrap_err();
    assert!(matches!(&unset, MasterKeyError::NotSet { name } if name == "NOT_SET_BY_ANYBODY"));
    assert_eq!(file.written(), std::fs::metadata(&path).unwrap().modified().ok());
    assert_eq!(MasterSource::Variable("X".into()).written(), None);
}

#[test]
fn a_new_key_is_added_under_the_next_id_and_all_else_stays() {
    let text = format!("recourse master keys, format 1\n# kept by Ada\n1 {ONE}\n7 {TWO}");
    let (_directory, path) = file_with(&text);
    let sealed = MasterKey::load(&path).unwrap().sealer().unwrap().seal(&secret_at(), b"before").unwrap();
    assert_eq!(MasterKey::add_to_file(&path, &OsRandom::default()).unwrap(), 8);
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written.starts_with(&format!("{text}\n8 ")) && written.ends_with('\n'), "a line of its own");
    let loaded = MasterKey::load(&path).unwrap();
    assert_eq!(loaded.highest(), 8);
    assert_eq!(loaded.sealer().unwrap().open(&secret_at(), &sealed).unwrap().expose(), b"before");
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "the temporary file is gone");

    let (_directory, path) = file_with(&format!("recourse master keys, format 1\n2 {ONE}\n255 {TWO}\n"));
    assert_eq!(MasterKey::add_to_file(&path, &OsRandom::default()).unwrap(), 1, "ids begin anew");
    let all = (1..=255).map(|id| format!("{id} {ONE}\n")).collect::<String>();
    let (_directory, path) = file_with(&format!("recourse master keys, format 1\n{all}"));
    assert!(matches!(MasterKey::add_to_file(&path, &OsRandom::default()), Err(MasterKeyError::Full)));
    let text = MasterKey::new_text(&OsRandom::default());
    assert_eq!(MasterKey::parse(&text, &MasterSource::Variable("X".into())).unwrap().highest(), 1);
}
