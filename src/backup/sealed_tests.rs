use super::*;
use crate::ports::OsRandom;

fn written(content: &[u8], master: &MasterKey) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("one.backup");
    let mut writer = SealedWriter::begin(File::create(&path).unwrap(), &path, master, &OsRandom::default()).unwrap();
    for part in content.chunks(1_000) {
        writer.write(part).unwrap();
    }
    assert_eq!(writer.finish().unwrap(), std::fs::metadata(&path).unwrap().len());
    (folder, path)
}

fn read(path: &Path, master: &MasterKey) -> Result<Vec<u8>, BackupError> {
    let (mut reader, mut content) = (SealedReader::open(path, master)?, Vec::new());
    while !reader.is_at_end()? {
        let mut byte = [0];
        reader.read_exact(&mut byte)?;
        content.push(byte[0]);
    }
    Ok(content)
}

#[test]
fn content_of_any_length_comes_back() {
    let master = MasterKey::generate(&OsRandom::default());
    for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 77] {
        let content: Vec<u8> = (0..length).map(|place| (place % 251) as u8).collect();
        let (_folder, path) = written(&content, &master);
        assert!(read(&path, &master).unwrap() == content, "{length}");
        assert!(matches!(
            read(&path, &MasterKey::generate(&OsRandom::default())),
            Err(BackupError::NotAuthentic { at }) if at == HEADER_LEN as u64
        ));
    }
}

#[test]
fn a_file_that_is_altered_anywhere_or_cut_off_anywhere_does_not_open() {
    let master = MasterKey::generate(&OsRandom::default());
    let (_folder, path) = written(&vec![9; 2 * PIECE], &master);
    let whole = std::fs::read(&path).unwrap();
    let piece = PIECE + TAG_LEN;
    for place in [0, 17, 18, 19, HEADER_LEN, HEADER_LEN + piece - 1, HEADER_LEN + piece, whole.len() - 1] {
        let mut altered = whole.clone();
        altered[place] ^= 1;
        std::fs::write(&path, &altered).unwrap();
        assert!(read(&path, &master).is_err(), "{place}");
    }
    for length in
        [0, 5, HEADER_LEN - 1, HEADER_LEN, HEADER_LEN + 1, HEADER_LEN + piece, HEADER_LEN + piece + 20, whole.len() - 1]
    {
        std::fs::write(&path, &whole[..length]).unwrap();
        assert!(read(&path, &master).is_err(), "{length}");
    }
    std::fs::write(&path, [whole.as_slice(), b"more"].concat()).unwrap();
    assert!(read(&path, &master).is_err());
}
