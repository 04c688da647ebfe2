//! The directory of supervisory authorities for anybody, and the choice of an authority. Nothing is stored, no account is needed,
//! and no database is asked.

use crate::domain::authority::routing::{self, Situation};
use crate::domain::authority::{Authority, Directory};
use crate::domain::code::Code;
use crate::domain::problem::Problem;
use crate::wording::{ExplainedRouting, Words};

/// One authority.
///
/// # Errors
/// Not found.
pub fn get<'d>(id: &str, directory: &'d Directory) -> Result<&'d Authority, Problem> {
    directory.find(id).ok_or_else(|| Code::NotFound.into())
}

/// The authorities in the order of their ids, after one of them, at most so many. Of a state, or of all.
pub fn list<'d>(
    country: Option<&str>,
    after: Option<&str>,
    limit: usize,
    directory: &'d Directory,
) -> Vec<&'d Authority> {
    let all = directory.all().into_iter();
    let wanted = all.filter(|one| country.is_none_or(|country| one.country.country() == country));
    wanted.filter(|one| after.is_none_or(|after| one.id.as_str() > after)).take(limit).collect()
}

/// Proposes the authorities for a complaint, and tells why.
///
/// # Errors
/// When no authority follows from what is known.
pub fn route(situation: &Situation, directory: &Directory, words: Words) -> Result<ExplainedRouting, Problem> {
    Ok(words.routing(&routing::propose(situation, directory)?, directory))
}
