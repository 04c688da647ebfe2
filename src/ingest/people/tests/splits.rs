//! What is read depends on the bytes alone: not on how they were cut, nor on where reading was resumed.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;

/// Small bounds, so that every one of them is reached by short uploads.
fn small() -> Limits {
    Limits { record_bytes: 60, record_breaks: 3, head_bytes: 90, columns: 9 }
}

/// Pieces of uploads, good and bad.
fn fragment() -> impl Strategy<Value = Vec<u8>> {
    let lines: Vec<&'static [u8]> = vec![
        b"A1,Ada,ada@example.org,17/12/1990,FR,,\n",
        b"A2,\"B\r\nob\",,,,,\r\n",
        b"A3,\"C\"\"y\",cy@example.org,,,,\n",
        "A4,Zoé,zoe@example.org,03/04/1990,PL,,\n".as_bytes(),
        "A5,𝒜ιδα,,,,,\r\n".as_bytes(),
        b"A6,\"open,,,,,\n",
        b"A7,b\xE9d,,,,,\n",
        b"A8,n\0l,,,,,\n",
        b"A9,too,few\n",
        b"\n",
        b",,,,,,\n",
        b"\"",
        b",",
        b"\r",
        b"x",
        b"\"\n",
        b"A10,this line is far too long for the bounds of this test and so it is told,,,,,\n",
    ];
    select(lines).prop_map(<[u8]>::to_vec)
}

fn upload() -> impl Strategy<Value = (Intake, Vec<u8>)> {
    let body = prop::collection::vec(fragment(), 0..12).prop_map(|parts| parts.concat());
    (body, 0..4).prop_map(|(body, kind)| {
        let mut intake = intake(UploadFormat::Csv);
        intake.limits = small();
        let text = [HEADING.as_bytes(), b"\n", &body].concat();
        let bytes = match kind {
            0 => text,
            1 => [b"\xEF\xBB\xBF", text.as_slice()].concat(),
            2 => [b"\xFF\xFE", utf16(&String::from_utf8_lossy(&text), u16::to_le_bytes).as_slice()].concat(),
            _ => {
                intake.hints.encoding = Some(TextEncoding::Windows1252);
                text
            }
        };
        (intake, bytes)
    })
}

fn pieces<'a>(upload: &'a [u8], cuts: &[usize]) -> Vec<&'a [u8]> {
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (upload.len() + 1)).collect();
    cuts.sort_unstable();
    let ends = cuts.iter().copied().chain([upload.len()]);
    ends.scan(0, |start, end| Some(&upload[std::mem::replace(start, end)..end])).collect()
}

/// Reads to the end, but is killed after every `life` steps and resumed from a stored checkpoint.
fn read_with_deaths(intake: &Intake, upload: &[u8], life: usize, piece: usize) -> Outcome {
    let (mut outcome, mut stored) = (Outcome::default(), serde_json::to_string(&Checkpoint::default()).unwrap());
    loop {
        let checkpoint: Checkpoint = serde_json::from_str(&stored).unwrap();
        let mut rest = upload[usize::try_from(checkpoint.byte_offset).unwrap()..].chunks(piece);
        let mut reader = UploadReader::resume(intake.clone(), checkpoint);
        let mut steps = 0;
        while steps < life {
            steps += 1;
            match reader.next_step() {
                Ok(Step::Line(person)) => outcome.people.push(*person),
                Ok(Step::Rejected(problems)) => outcome.problems.extend(problems),
                Ok(Step::End) => return outcome,
                Err(problem) => {
                    outcome.refused = Some(problem);
                    return outcome;
                }
                Ok(Step::NeedMore) => {
                    steps -= 1;
                    match rest.next() {
                        Some(piece) => reader.push(piece),
                        None => reader.finish(),
                    }
                }
            }
        }
        stored = serde_json::to_string(&reader.checkpoint()).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn cuts_change_nothing((intake, upload) in upload(), cuts in prop::collection::vec(any::<usize>(), 0..10)) {
        let whole = read_in_pieces(intake.clone(), std::iter::once(upload.as_slice()));
        prop_assert_eq!(&read_in_pieces(intake.clone(), pieces(&upload, &cuts).into_iter()), &whole);
        prop_assert_eq!(&read_in_pieces(intake, upload.chunks(1)), &whole);
    }

    #[test]
    fn deaths_change_nothing((intake, upload) in upload(), life in 1usize..5, piece in 1usize..40) {
        let whole = read_in_pieces(intake.clone(), std::iter::once(upload.as_slice()));
        prop_assert_eq!(read_with_deaths(&intake, &upload, life, piece), whole);
    }

    #[test]
    fn ndjson_is_read_alike_whatever_happens(
        lines in prop::collection::vec(select(vec![
            "{\"family_name\": \"Ada\"}\n", "{\"family_name\": \"Zoé\"}\r\n", "{}\n", "\n", "{\"family\n", "\"", "{\"email\": \"x\"}",
        ]), 0..10),
        life in 1usize..5,
        piece in 1usize..40,
    ) {
        let mut intake = intake(UploadFormat::Ndjson);
        intake.limits = small();
        let upload = lines.concat();
        let whole = read_in_pieces(intake.clone(), std::iter::once(upload.as_bytes()));
        prop_assert_eq!(&read_in_pieces(intake.clone(), upload.as_bytes().chunks(piece)), &whole);
        prop_assert_eq!(read_with_deaths(&intake, upload.as_bytes(), life, piece), whole);
    }

    #[test]
    fn no_bytes_stop_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400), heading in any::<bool>()) {
        let mut intake = intake(UploadFormat::Csv);
        intake.limits = small();
        let upload = if heading { [HEADING.as_bytes(), b"\n", &bytes].concat() } else { bytes };
        let whole = read_in_pieces(intake.clone(), std::iter::once(upload.as_slice()));
        prop_assert_eq!(read_with_deaths(&intake, &upload, 2, 7), whole);
    }
}

pub(super) fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}
