//! Not a test of time: a program to measure with, `cargo test --release --lib ingest::people::tests::speed -- --ignored --nocapture`.

use super::*;

#[test]
#[ignore = "a measurement, to be run by hand in a release build"]
fn lines_per_second() {
    let mut intake = intake(UploadFormat::Csv);
    for field in ["given_name", "city", "postal_code"] {
        intake.mapping.columns.insert(field.parse().unwrap(), field.into());
    }
    let mut upload = format!("{HEADING},given_name,city,postal_code\n").into_bytes();
    let lines = 500_000u32;
    for at in 0..lines {
        let line = format!(
            "A{at},Lévêque,membre{at}@example.org,17/10/1990,FR,17/10/2026,17/10/2027,Adélaïde,\"Delorme, Sud\",92368\n"
        );
        upload.extend_from_slice(line.as_bytes());
    }
    let started = std::time::Instant::now();
    let (mut reader, mut people) = (UploadReader::new(intake), 0u32);
    for piece in upload.chunks(64 * 1024) {
        reader.push(piece);
        while let Step::Line(_) = reader.next_step().unwrap() {
            people += 1;
        }
    }
    reader.finish();
    while let Step::Line(_) = reader.next_step().unwrap() {
        people += 1;
    }
    let elapsed = started.elapsed();
    assert_eq!(people, lines);
    println!(
        "{:.0} lines/s of 10 columns, {:.0} MB/s",
        f64::from(people) / elapsed.as_secs_f64(),
        upload.len() as f64 / 1e6 / elapsed.as_secs_f64()
    );
}
