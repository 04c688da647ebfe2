//! `recourse login`: who calls, checked against the service before it is remembered.

use std::env;
use std::io::{IsTerminal, stdin};
use std::process::ExitCode;

use super::api::Api;
use super::credential::{self, Credential, Remembered};
use super::failure::ClientFailure;

/// The environment variable of the secret, or of the token.
const SECRET: &str = "RECOURSE_CLIENT_SECRET";

/// Whom to remember.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Address of the service.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    service: String,
    /// The client's id, as it was shown when the client was made. Without it an access token is read in place of a secret.
    #[arg(long)]
    client_id: Option<String>,
}

pub(super) async fn run(arguments: Arguments) -> Result<ExitCode, ClientFailure> {
    let service = arguments.service.trim_end_matches('/').to_owned();
    let known = url::Url::parse(&service).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if !known {
        return Err(ClientFailure::Usage(format!("{service} is not an address such as https://recourse.example.org")));
    }
    let secret = secret(arguments.client_id.is_some())?;
    let credential = match arguments.client_id {
        Some(client_id) => Credential::Client { client_id, client_secret: secret },
        None => Credential::Token { access_token: secret },
    };
    let api = Api::of(Remembered { service, credential });
    // A token of any scope, or none, may read this; an unknown client gets no token, and a wrong token is refused below.
    api.token().await?;
    match api.get("/v1/organisation", &[]).await {
        Ok(organisation) => eprintln!("You act for {}.", super::api::text(&organisation, "name")),
        Err(ClientFailure::Refused(problem)) if problem.is_about_scope() => {}
        Err(failure) => return Err(failure),
    }
    let place = credential::place()?;
    let service = api.service().to_owned();
    credential::write(&place, &api.into_remembered())?;
    eprintln!("{service} is remembered in {}.", place.display());
    Ok(ExitCode::SUCCESS)
}

/// Reads the secret from the environment or standard input. An argument could be seen by everybody on the machine.
fn secret(of_client: bool) -> Result<String, ClientFailure> {
    let given = match env::var(SECRET) {
        Ok(secret) => secret,
        Err(_) => {
            if stdin().is_terminal() {
                let what = if of_client { "secret" } else { "access token" };
                eprintln!(
                    "Paste the {what} and press Enter. (It is shown; a pipe or {SECRET} keeps it off the screen.)"
                );
            }
            let mut line = String::new();
            stdin().read_line(&mut line)?;
            line
        }
    };
    let secret = given.trim().to_owned();
    if secret.is_empty() {
        return Err(ClientFailure::Usage(format!("no secret came from {SECRET} or standard input")));
    }
    Ok(secret)
}
