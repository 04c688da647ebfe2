//! Uploads that are not UTF-8.

use super::splits::utf16;
use super::*;

const UPLOAD: &str =
    "ref;name;email;born;country;signed;until\r\nA1;Éléonore;e@example.org;17/10/1990;FR;;\r\nA2;Bœuf “x”;;;;;\r\n";

#[test]
fn every_encoding_gives_the_same_people() {
    let expected = read(intake(UploadFormat::Csv), UPLOAD.as_bytes());
    assert_eq!((expected.names(), expected.told()), (vec![(2, "Éléonore"), (3, "Bœuf “x”")], vec![]));
    let western = encoding_rs::WINDOWS_1252.encode(UPLOAD).0.into_owned();
    for upload in [
        [b"\xEF\xBB\xBF", UPLOAD.as_bytes()].concat(),
        [b"\xFF\xFE".to_vec(), utf16(UPLOAD, u16::to_le_bytes)].concat(),
        [b"\xFE\xFF".to_vec(), utf16(UPLOAD, u16::to_be_bytes)].concat(),
        utf16(UPLOAD, u16::to_le_bytes),
        utf16(UPLOAD, u16::to_be_bytes),
        western,
        UPLOAD.replace("\r\n", "\r").into_bytes(),
    ] {
        assert_eq!(read(intake(UploadFormat::Csv), &upload), expected);
    }
    let plain = UPLOAD.replace(['“', '”'], "'");
    let expected = read(intake(UploadFormat::Csv), plain.as_bytes());
    assert_eq!(read(intake(UploadFormat::Csv), &encoding_rs::ISO_8859_15.encode(&plain).0), expected);
}

#[test]
fn a_hint_says_what_bytes_cannot_tell() {
    let upload =
        encoding_rs::WINDOWS_1250.encode("ref;name;email;born;country;signed;until\r\nA1;Łódź;;;;;\r\n").0.into_owned();
    let mut intake = intake(UploadFormat::Csv);
    intake.hints.encoding = Some(TextEncoding::Windows1250);
    assert_eq!(read(intake.clone(), &upload).names(), [(2, "Łódź")]);
    intake.hints.encoding = Some(TextEncoding::Utf8);
    assert_eq!(read(intake, &upload).told(), [(2, Code::BadEncoding, None)]);
}

#[test]
fn damaged_utf16_costs_the_damaged_line() {
    let mut upload = [b"\xFF\xFE".to_vec(), utf16(&format!("{HEADING}\nA1,"), u16::to_le_bytes)].concat();
    upload.extend(0xD800u16.to_le_bytes());
    upload.extend(utf16(",,,,,\nA2,Bob,,,,,\nA3,Cy,,,,,", u16::to_le_bytes));
    upload.push(b'!');
    let outcome = read(intake(UploadFormat::Csv), &upload);
    assert_eq!(outcome.told(), [(2, Code::BadEncoding, None), (4, Code::BadEncoding, None)]);
    assert_eq!(outcome.names(), [(3, "Bob")]);
}

#[test]
fn ndjson_is_unicode() {
    let line = "{\"family_name\": \"Éléonore\"}\n";
    for upload in [line.as_bytes().to_vec(), [b"\xEF\xBB\xBF", line.as_bytes()].concat(), utf16(line, u16::to_le_bytes)]
    {
        assert_eq!(read(intake(UploadFormat::Ndjson), &upload).names(), [(1, "Éléonore")]);
    }
    let western = encoding_rs::WINDOWS_1252.encode(line).0.into_owned();
    assert_eq!(read(intake(UploadFormat::Ndjson), &western).told(), [(1, Code::BadEncoding, None)]);
}
