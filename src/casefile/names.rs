//! How files are called in the archive: by version and pseudonymous reference, never by a name of a person.

use super::view::Version;

/// Longest reference of a person or a complaint.
const REFERENCE_MAX: usize = 64;

/// The list of all files.
pub const MANIFEST: &str = "manifest.json";
/// Its signature.
pub const SIGNATURE: &str = "manifest.jws";

/// The folder of a version.
pub const fn folder(version: Version) -> &'static str {
    match version {
        Version::Full => "full",
        Version::NonConfidential => "non-confidential",
    }
}

/// The main text.
pub fn main_text(version: Version) -> String {
    format!("{}/complaint.pdf", folder(version))
}

/// The facts of the complaint.
pub fn facts(version: Version) -> String {
    format!("{}/complaint.json", folder(version))
}

/// The annexes of one person.
pub fn annexes(version: Version, person: &str) -> String {
    format!("{}/annexes/{person}.pdf", folder(version))
}

/// The facts of one person.
pub fn person(version: Version, person: &str) -> String {
    format!("{}/annexes/{person}.json", folder(version))
}

/// A volume of the register of evidence, counted from 1.
pub fn register(version: Version, volume: u32) -> String {
    format!("{}/register-{volume:03}.pdf", folder(version))
}

/// A file of a person that is evidence, counted from 1. It belongs to the full version alone, and keeps of its own name
/// nothing but what tells programs how to open it.
pub fn evidence(person: &str, number: u32, media_type: &str) -> String {
    format!("{}/evidence/{person}/{number:03}.{}", folder(Version::Full), extension(media_type))
}

fn extension(media_type: &str) -> &'static str {
    match media_type {
        "application/pdf" => "pdf",
        "application/json" => "json",
        "application/xml" | "text/xml" => "xml",
        "application/zip" => "zip",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/tiff" => "tif",
        "message/rfc822" => "eml",
        "text/csv" => "csv",
        "text/html" => "html",
        "text/plain" => "txt",
        _ => "bin",
    }
}

/// Whether a reference can be part of the name of a file: letters, digits and hyphens of ASCII.
pub fn is_reference(text: &str) -> bool {
    (1..=REFERENCE_MAX).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether a path stays within an archive wherever that is unpacked.
pub fn is_path(text: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    };
    text.len() <= 240 && text.split('/').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_within_the_archive_and_tell_nobody() {
        for name in [
            main_text(Version::Full),
            facts(Version::NonConfidential),
            annexes(Version::Full, "P-00001"),
            person(Version::Full, "P-00001"),
            register(Version::Full, 1),
            evidence("P-00001", 1, "message/rfc822"),
            evidence("P-00001", 2, "application/x-unknown"),
            MANIFEST.to_owned(),
            SIGNATURE.to_owned(),
        ] {
            assert!(is_path(&name), "{name}");
        }
        for path in ["", "/etc/passwd", "a/../b", "..", "a//b", "a\\b", "C:b", "a/", "a b", "ä", ".hidden"] {
            assert!(!is_path(path), "{path}");
        }
        for reference in ["", "P 1", "../P", "P/1", "Ä", &"P".repeat(65)] {
            assert!(!is_reference(reference), "{reference}");
        }
        assert!(is_reference("P-00001"));
    }
}
