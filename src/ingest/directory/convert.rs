//! From a record of the open format to an entry in our own words.

use std::str::FromStr;

use super::entry::{ContactDetails, DirectoryEntry, LetterTemplates, Note, ObsoleteEntry};
use super::record::{CompanyRecord, ObsoleteRecord};
use super::refusal::{RecordProblem, RefusalReason};
use super::{country, identity, subdivision};
use crate::domain::controller::{Channel, ChannelKind, contact};

/// Converts a controller's record that has passed the schema.
///
/// # Errors
///
/// An address without text; a word that the schema knows and our lists do not.
pub(super) fn company(record: CompanyRecord) -> Result<DirectoryEntry, RecordProblem> {
    let mut notes = Vec::new();
    let address_lines = lines_of(&record.address);
    let Some(last_line) = address_lines.last() else {
        return Err(RecordProblem::at("/address", RefusalReason::EmptyAddress, "must have text in it"));
    };
    let relevant_countries: Vec<String> =
        record.relevant_countries.iter().filter(|code| *code != "all").map(|code| code.to_uppercase()).collect();
    let relevant_everywhere = record.relevant_countries.iter().any(|code| code == "all");

    let named = country::of_line(last_line);
    let country = match (named, &relevant_countries[..]) {
        (Some(place), _) => Some(place.country.to_owned()),
        (None, [only]) if !relevant_everywhere => {
            notes.push(Note::CountryFromRelevantCountries);
            Some(only.clone())
        }
        (None, _) => {
            notes.push(Note::CountryUnknown);
            None
        }
    };
    let subdivision = subdivision_of(named, &address_lines);
    if subdivision.is_none() && country.as_deref().is_some_and(subdivision::matters_in) {
        notes.push(Note::SubdivisionUnknown);
    }

    let channels = channels_of(&record, &address_lines, &mut notes);
    let mut identity_needs = Vec::with_capacity(record.required_elements.len());
    for element in &record.required_elements {
        let (need, contradicts) = identity::need_of(element);
        note_once(&mut notes, contradicts, Note::ElementTypeContradicted);
        identity_needs.push(need);
    }
    let (sources, other_sources): (Vec<_>, Vec<_>) =
        record.sources.into_iter().partition(|source| contact::web_address(source).is_some());
    note_once(&mut notes, !other_sources.is_empty(), Note::SourceNotOnTheWeb);
    let (pgp_url, pgp_address_lost) = match record.pgp_url {
        Some(url) if !url.starts_with("https://") => (None, true),
        url => (url, false),
    };
    note_once(&mut notes, pgp_address_lost, Note::PgpAddressNotSecure);

    Ok(DirectoryEntry {
        slug: record.slug,
        name: record.name,
        aliases: record.runs,
        categories: words("/categories", &record.categories)?,
        country,
        subdivision,
        address_lines,
        relevant_everywhere,
        relevant_countries,
        channels,
        identity_needs,
        needs_id_document: record.needs_id_document,
        request_language: record.request_language,
        contact: ContactDetails {
            phone: record.phone,
            fax: record.fax,
            web: record.web,
            pgp_fingerprint: record.pgp_fingerprint.map(|text| text.replace(' ', "")),
            pgp_url,
        },
        templates: LetterTemplates {
            access: record.custom_access_template,
            erasure: record.custom_erasure_template,
            rectification: record.custom_rectification_template,
            objection: record.custom_objection_template,
        },
        adults_only: record.nsfw,
        quality: word("/quality", &record.quality)?,
        sources,
        comments: record.comments,
        notes,
    })
}

/// Converts the rest of a record that is no longer used.
///
/// # Errors
///
/// A word that the schema knows and our list does not.
pub(super) fn obsolete(record: ObsoleteRecord) -> Result<ObsoleteEntry, RecordProblem> {
    Ok(ObsoleteEntry {
        reason: word("/reason", &record.reason)?,
        slug: record.slug,
        name: record.name,
        redirect_to: record.redirect_to,
        sources: record.sources,
    })
}

fn lines_of(address: &str) -> Vec<String> {
    address.lines().map(|line| line.trim().replace('\t', " ")).filter(|line| !line.is_empty()).collect()
}

/// The subdivision that the country line names itself, or that the line above it tells with certainty.
fn subdivision_of(named: Option<country::Place>, address_lines: &[String]) -> Option<String> {
    let place = named?;
    let city_line = address_lines.iter().rev().nth(1);
    let found = place.subdivision.or_else(|| subdivision::of_city_line(place.country, city_line?));
    found.map(str::to_owned)
}

/// The ways to reach the controller: the suggested one first, then e-mail, form, letter.
fn channels_of(record: &CompanyRecord, address_lines: &[String], notes: &mut Vec<Note>) -> Vec<Channel> {
    let email = record.email.clone().map(|address| Channel::Email { address });
    let portal = record.webform.clone().map(|url| Channel::Portal { url });
    let post = Channel::Post { address_lines: address_lines.to_vec() };
    let post = if post.check().is_ok() {
        Some(post)
    } else {
        notes.push(Note::AddressTooShort);
        None
    };
    let mut channels: Vec<Channel> = [email, portal, post].into_iter().flatten().collect();

    let suggested = match record.suggested_transport_medium.as_deref() {
        Some("email") => Some(ChannelKind::Email),
        Some("webform") => Some(ChannelKind::Portal),
        Some("letter") => Some(ChannelKind::Post),
        Some("fax") => {
            notes.push(Note::FaxNotSent);
            None
        }
        _ => None,
    };
    match suggested.map(|kind| channels.iter().position(|channel| channel.kind() == kind)) {
        Some(Some(position)) => channels[..=position].rotate_right(1),
        Some(None) => notes.push(Note::SuggestedWayMissing),
        None => {}
    }
    note_once(notes, channels.is_empty(), Note::NoChannel);
    channels
}

fn note_once(notes: &mut Vec<Note>, holds: bool, note: Note) {
    if holds && !notes.contains(&note) {
        notes.push(note);
    }
}

fn words<T: FromStr>(pointer: &str, texts: &[String]) -> Result<Vec<T>, RecordProblem> {
    texts.iter().map(|text| word(pointer, text)).collect()
}

/// Our words are the format's with underscores.
fn word<T: FromStr>(pointer: &str, text: &str) -> Result<T, RecordProblem> {
    let ours = text.replace([' ', '-'], "_");
    ours.parse().map_err(|_| RecordProblem::at(pointer, RefusalReason::UnknownWord, "is not a word of the closed list"))
}

#[cfg(test)]
#[path = "convert_tests.rs"]
mod tests;
