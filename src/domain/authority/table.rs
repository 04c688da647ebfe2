//! How the authorities of a country are written, and the reader of that form.
//!
//! A file has a head and then one block for each authority, all in lines of `word value`. `#` begins a comment line.
//!
//! The head names the `version` (it changes with every change), the month of which the facts are (`stated 2026-07`), how sure they
//! are (`mark`) and one or more `source` lines. A mark is one of the letters of the legal specification: `T` checked in the text,
//! `S` reported by a source, `K` known and not verified.
//!
//! A block begins with `authority` and the id: the country in small letters, then words, with hyphens, 40 characters at most. It has,
//! each once:
//!
//! - `kind`, one of the words of [`BodyKind`], and `name`;
//! - `languages`, as tags of BCP 47, the main one first;
//! - where known `english`, `site`, `form`, `email`, `post` and `note`;
//! - `region`, the subdivisions that it is limited to;
//! - `mark`, where the whole entry is more or less sure than the head says;
//! - `replaced_by`, the id of the authority that took its place;
//! - any number of `modality` lines of three columns: `kind | sentence | provision`, the last of which may be empty.
//!
//! A value may begin with a mark of its own in brackets: `post [K] …`. That is read for `form`, `email`, `post`, `region`, `languages`
//! and `modality`.
//!
//! A list has no hole: somebody supervises private and public controllers everywhere in the country.

use std::collections::BTreeSet;

use super::{Authority, AuthorityId, BodyKind, ComplaintChannel, ComplaintWay, Modality, ModalityKind};
use crate::domain::controller::contact;
use crate::domain::deadline::Mark;
use crate::domain::place::Place;
use crate::domain::reference::known_country_and_version;

/// The authorities of one country.
#[derive(Debug)]
pub struct Table {
    pub version: String,
    pub authorities: Vec<Authority>,
}

/// What holds for a whole file.
struct Head<'t> {
    version: &'t str,
    country: Place,
    stated: &'t str,
    mark: Mark,
}

/// A line: its word, its value, and the whole of it to quote.
#[derive(Clone, Copy)]
struct Line<'t> {
    word: &'t str,
    value: &'t str,
    text: &'t str,
}

impl<'t> Line<'t> {
    fn read(text: &'t str) -> Result<Self, String> {
        let (word, value) = text.split_once(char::is_whitespace).ok_or_else(|| bad(text))?;
        Ok(Self { word, value: value.trim(), text })
    }

    /// The value and the mark before it, which is that of the entry when there is none.
    fn marked(self, mark: Mark) -> Result<(&'t str, Mark), String> {
        match self.value.strip_prefix('[') {
            None => Ok((self.value, mark)),
            Some(rest) => {
                let (letter, value) = rest.split_once(']').ok_or_else(|| bad(self.text))?;
                Ok((value.trim(), mark_of(letter).ok_or_else(|| bad(self.text))?))
            }
        }
    }
}

impl Table {
    /// Reads a file.
    ///
    /// # Errors
    /// The line that is not understood, or what is missing.
    pub fn read(text: &str) -> Result<Self, String> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lines = lines.map(Line::read).collect::<Result<Vec<_>, _>>()?;
        let first = lines.iter().position(|line| line.word == "authority").unwrap_or(lines.len());
        let (head, blocks) = lines.split_at(first);
        let head = Head::read(head)?;
        let blocks = blocks.chunk_by(|_, next| next.word != "authority");
        let authorities = blocks.map(|block| head.authority(block)).collect::<Result<Vec<_>, _>>()?;
        let table = Self { version: head.version.to_owned(), authorities };
        table.check(head.country)?;
        Ok(table)
    }

    /// Refuses ids that stand twice, successors that are not there or replace themselves, and holes.
    fn check(&self, country: Place) -> Result<(), String> {
        let mut ids = BTreeSet::new();
        if let Some(twice) = self.authorities.iter().find(|one| !ids.insert(one.id.as_str())) {
            return Err(format!("`{}` stands twice", twice.id));
        }
        let successors = self.authorities.iter().filter_map(|one| one.replaced_by.as_deref());
        if let Some(lost) = successors.into_iter().find(|id| !ids.contains(id)) {
            return Err(format!("`{lost}` replaces another and is not there"));
        }
        let next = |id: &str| self.authorities.iter().find(|one| one.id == id)?.replaced_by.as_deref();
        // A chain that is longer than the list comes back to itself.
        let turns = |one: &&Authority| {
            std::iter::successors(Some(one.id.as_str()), |id| next(id)).nth(self.authorities.len()).is_some()
        };
        if let Some(turning) = self.authorities.iter().find(turns) {
            return Err(format!("`{}` replaces itself in the end", turning.id));
        }
        let has = |kind: BodyKind, region: Option<&str>| {
            let fits = |one: &&Authority| one.is_active() && one.kind == kind;
            self.authorities.iter().filter(fits).any(|one| region.is_none_or(|region| one.is_in(region)))
        };
        if !has(BodyKind::Federal, None) {
            return has(BodyKind::National, None).then_some(()).ok_or_else(|| "no authority is `national`".to_owned());
        }
        let lander = Place::listed().into_iter().filter(|place| place.country() == country.country());
        for land in lander.filter_map(|place| place.subdivision().map(str::to_owned)) {
            let in_land = |kind| has(kind, Some(&land));
            let split = in_land(BodyKind::LandPrivateSector) && in_land(BodyKind::LandPublicSector);
            if !in_land(BodyKind::Land) && !split {
                return Err(format!("no authority supervises private and public controllers in {land}"));
            }
        }
        Ok(())
    }
}

impl<'t> Head<'t> {
    fn read(lines: &[Line<'t>]) -> Result<Self, String> {
        only(lines, &["version", "stated", "mark", "source"], &["source"])?;
        let version = needed(lines, "version")?;
        let country = known_country_and_version(version.value).and_then(|(country, _)| country.parse().ok());
        let country =
            country.ok_or_else(|| format!("the version is written as `FR-2026.2`, and not as `{}`", version.value))?;
        let stated = needed(lines, "stated")?;
        if format!("{}-01", stated.value).parse::<jiff::civil::Date>().is_err() {
            return Err(bad(stated.text));
        }
        let mark = needed(lines, "mark")?;
        needed(lines, "source")?;
        let letter = mark_of(mark.value).ok_or_else(|| bad(mark.text))?;
        Ok(Self { version: version.value, country, stated: stated.value, mark: letter })
    }

    fn authority(&self, lines: &[Line<'_>]) -> Result<Authority, String> {
        only(lines, WORDS, &["modality"])?;
        let id = needed(lines, "authority")?;
        let begins = format!("{}-", self.country.country().to_ascii_lowercase());
        if !id.value.starts_with(&begins) || id.value.parse::<AuthorityId>().is_err() {
            return Err(bad(id.text));
        }
        let mark = match found(lines, "mark") {
            None => self.mark,
            Some(line) => mark_of(line.value).ok_or_else(|| bad(line.text))?,
        };
        let kind = needed(lines, "kind")?;
        let (languages, languages_mark) = languages(needed(lines, "languages")?, mark)?;
        let text = |word: &str| found(lines, word).map(|line| line.value.to_owned());
        Ok(Authority {
            id: id.value.to_owned(),
            country: self.country,
            kind: kind.value.parse().map_err(|_| bad(kind.text))?,
            regions: found(lines, "region").map_or(Ok(Vec::new()), |line| self.regions(line, mark))?,
            name: needed(lines, "name")?.value.to_owned(),
            english_name: text("english"),
            site: found(lines, "site").map(|line| web_address(line, line.value)).transpose()?,
            channels: channels(lines, mark)?,
            languages,
            languages_mark,
            modalities: modalities(lines, mark)?,
            note: text("note"),
            mark,
            stated: self.stated.to_owned(),
            replaced_by: text("replaced_by"),
            version: self.version.to_owned(),
        })
    }

    fn regions(&self, line: Line<'_>, mark: Mark) -> Result<Vec<Place>, String> {
        let (value, _) = line.marked(mark)?;
        let region = |code: &str| format!("{}-{code}", self.country.country()).parse().map_err(|_| bad(line.text));
        value.split_whitespace().map(region).collect()
    }
}

const WORDS: &[&str] = &[
    "authority",
    "kind",
    "mark",
    "region",
    "name",
    "english",
    "site",
    "form",
    "email",
    "post",
    "languages",
    "modality",
    "note",
    "replaced_by",
];

/// Refuses words that are not known here, and those that stand twice though they may not.
fn only(lines: &[Line<'_>], words: &[&str], many: &[&str]) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for line in lines {
        let again = !seen.insert(line.word) && !many.contains(&line.word);
        if again || !words.contains(&line.word) || line.value.is_empty() {
            return Err(bad(line.text));
        }
    }
    Ok(())
}

fn found<'t>(lines: &[Line<'t>], word: &str) -> Option<Line<'t>> {
    lines.iter().copied().find(|line| line.word == word)
}

fn needed<'t>(lines: &[Line<'t>], word: &str) -> Result<Line<'t>, String> {
    let of = lines.first().filter(|line| line.word == "authority").map(|line| format!(" of `{}`", line.value));
    found(lines, word).ok_or_else(|| format!("`{word}`{} is missing", of.unwrap_or_default()))
}

/// The ways to lodge, in the order in which they are preferred.
fn channels(lines: &[Line<'_>], mark: Mark) -> Result<Vec<ComplaintChannel>, String> {
    let mut channels = Vec::new();
    for kind in ComplaintWay::ALL {
        let Some(line) = found(lines, kind.as_str()) else { continue };
        let (value, mark) = line.marked(mark)?;
        let address = match kind {
            ComplaintWay::Form => web_address(line, value)?,
            ComplaintWay::Email if !contact::is_email(value) => return Err(bad(line.text)),
            ComplaintWay::Email | ComplaintWay::Post => value.to_owned(),
        };
        channels.push(ComplaintChannel { kind: *kind, address, mark });
    }
    Ok(channels)
}

fn web_address(line: Line<'_>, value: &str) -> Result<String, String> {
    contact::web_address(value).map(|_| value.to_owned()).ok_or_else(|| bad(line.text))
}

fn languages(line: Line<'_>, mark: Mark) -> Result<(Vec<String>, Mark), String> {
    let (value, mark) = line.marked(mark)?;
    let tags: Vec<String> = value.split_whitespace().map(str::to_owned).collect();
    let is_tag = |tag: &String| (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
    if !tags.is_empty() && tags.iter().all(is_tag) { Ok((tags, mark)) } else { Err(bad(line.text)) }
}

fn modalities(lines: &[Line<'_>], mark: Mark) -> Result<Vec<Modality>, String> {
    let read = |line: &Line<'_>| {
        let (value, mark) = line.marked(mark)?;
        let columns: Vec<&str> = value.split('|').map(str::trim).collect();
        let [kind, text, source] = columns[..] else { return Err(bad(line.text)) };
        let kind: ModalityKind = kind.parse().map_err(|_| bad(line.text))?;
        if !text.ends_with('.') {
            return Err(bad(line.text));
        }
        let source = (!source.is_empty()).then(|| source.to_owned());
        Ok(Modality { kind, text: text.to_owned(), source, mark })
    };
    lines.iter().filter(|line| line.word == "modality").map(read).collect()
}

fn mark_of(letter: &str) -> Option<Mark> {
    match letter {
        "T" => Some(Mark::Text),
        "S" => Some(Mark::Reported),
        "K" => Some(Mark::Unverified),
        _ => None,
    }
}

fn bad(line: &str) -> String {
    format!("not understood: {line}")
}

#[cfg(test)]
mod tests;
