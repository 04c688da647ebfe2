//! Filing for one person.

use actix_web::{HttpResponse, post};

use super::wire::{Filing, NewFiling};
use crate::domain::code::Code;
use crate::domain::problem::{FieldProblem, Problem};
use crate::http::caller::{ForOrganisation, scope};
use crate::http::idempotency::{IdempotencyHeader, Key, respond};
use crate::http::in_time::InTime;
use crate::http::json::Body;
use crate::http::problem::ApiError;
use crate::ingest::{LineProblem, PersonJson, check_person};
use crate::service::filing::{Filed, SingleFiling, Whom, file_one};

/// File for one person
///
/// One request with each controller, at once. The same checks as in a batch; messages leave when the undo window has passed.
#[utoipa::path(
    tag = "requests", operation_id = "file_request", security(("oauth2" = ["requests:write"])),
    params(IdempotencyHeader), request_body = NewFiling,
    responses(
        (status = 201, description = "What was filed, and with whom nothing was", body = Filing),
        (status = 404, description = "There is no such campaign, person or mandate")
    )
)]
#[post("/v1/requests")]
pub async fn file_request(
    caller: ForOrganisation<scope::RequestsWrite>,
    key: Key,
    context: InTime,
    body: Body<NewFiling>,
) -> Result<HttpResponse, ApiError> {
    let call = key.call(caller.actor, body.digest);
    let new = body.value;
    let whom = match (new.person, new.data_subject_id) {
        (Some(person), None) => line(&person, context.today())?,
        (None, Some(data_subject)) => Whom::Known { data_subject, mandate: new.mandate_id, ask: new.ask },
        _ => {
            let message = "Send either `person` or `data_subject_id`.";
            return Err(Problem::field("/person", Code::InvalidField, message).into());
        }
    };
    let filing = SingleFiling {
        campaign: new.campaign_id,
        controllers: new.controllers,
        mandate: new.mandate.map(Into::into),
        whom,
    };
    let view = |filed: &Filed| Filing::from(filed);
    Ok(respond(file_one(&context, call, caller.organisation, filing, view).await?))
}

fn line(person: &PersonJson, today: jiff::civil::Date) -> Result<Whom, ApiError> {
    let field = |problem: LineProblem| FieldProblem {
        pointer: format!("/person/{}", problem.field.unwrap_or_default().replace('.', "/")),
        code: problem.code,
        message: format!("{}.", problem.code.title()),
    };
    match check_person(person, 1, today) {
        Ok(line) => Ok(Whom::Line(Box::new(line))),
        Err(problems) => {
            let fields = problems.into_iter().map(field).collect();
            Err(Problem { code: Code::InvalidField, detail: None, fields }.into())
        }
    }
}
