//! The whole file, as a service makes it: piece by piece, each kept at once, the archive from what was kept.

use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::path::Path;
use std::time::Instant;

use recourse::casefile::facts::FileFacts;
use recourse::casefile::{Archive, Extent, Maker, Manifest, Piece, Version, in_order};
use recourse::crypto::signing_key::SigningKey;
use recourse::wording::Language;

use crate::rounds::Measured;
use crate::{Arguments, memory, samples};

/// Makes the file and throws it away.
pub fn make(arguments: &Arguments) -> Measured {
    let folder = tempfile::tempdir().expect("a folder");
    let complaint = samples::complaint(Language::English, arguments.people);
    memory::forget_peak();
    let started = Instant::now();
    let maker = Maker::new(&complaint).expect("the reference is one");
    let mut manifest = Manifest::new(&complaint);
    let keep = |piece: &Piece| -> FileFacts {
        let path = folder.path().join(&piece.path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(path, &piece.bytes).expect("the disk takes it");
        piece.listed()
    };
    for version in [Version::Full, Version::NonConfidential] {
        let mut listed = Vec::new();
        let people = (1..=arguments.people).map(samples::person);
        let work = |person| maker.person(&person, version).expect("a person's files are made");
        in_order(people, arguments.workers, work, |made| {
            listed.extend([keep(&made.annexes), keep(&made.facts)]);
            Ok::<(), ()>(())
        })
        .expect("nothing is refused");
        let volumes = Maker::volumes(listed.len());
        let work = |volume| maker.register(version, volume, &listed).expect("a volume is made");
        let mut of_nobody = Vec::new();
        in_order(1..=volumes, arguments.workers, work, |piece| {
            of_nobody.push(keep(&piece));
            Ok::<(), ()>(())
        })
        .expect("nothing is refused");
        let extent =
            Extent { first: samples::person(1).reference, last: samples::person(arguments.people).reference, volumes };
        of_nobody.push(keep(&maker.main_text(version, &extent).expect("the main text is made")));
        of_nobody.push(keep(&maker.facts(version).expect("the facts are written")));
        manifest.files.append(&mut of_nobody);
        manifest.files.append(&mut listed);
    }
    let archive_bytes = archive(folder.path(), &manifest);
    Measured {
        people: arguments.people,
        pages: manifest.files.iter().filter_map(|file| file.pages).map(u64::from).sum(),
        seconds: started.elapsed().as_secs_f64(),
        archive_bytes,
        peak_mib: memory::peak_mib(),
    }
}

/// Writes the archive from the files that were kept. Gives its size.
fn archive(folder: &Path, manifest: &Manifest) -> u64 {
    let path = folder.join("complaint.zip");
    let list = manifest.piece().expect("the manifest is written");
    let key = SigningKey::from_seed(&[7; 32]).expect("a key");
    let now = "2026-09-14T10:00:00Z".parse().expect("a time");
    let signature = manifest.signature(&list, "https://recourse.example", &key, now).expect("it is signed");
    let mut archive = Archive::new(BufWriter::new(File::create(&path).expect("a file")));
    for file in &manifest.files {
        let content = File::open(folder.join(&file.name)).expect("it was kept");
        archive.add(file, BufReader::new(content)).expect("it is the one that is listed");
    }
    for piece in [&list, &signature] {
        archive.add_piece(piece).expect("it is added");
    }
    archive.finish().expect("the archive is whole");
    fs::metadata(&path).expect("it is there").len()
}
