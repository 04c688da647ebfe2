//! Who may call: kinds of clients, scopes, and roles that are sets of scopes.

use std::collections::BTreeSet;

text_enum! {
    /// Kind of an API client, fixed when it is made.
    pub enum ClientKind {
        /// Runs the instance: registers organisations and keeps the shared directory.
        Operator = "operator",
        /// Acts for an organisation.
        Organisation = "organisation",
        /// Acts for a controller, and sees only what was addressed to it.
        Controller = "controller",
        /// Acts for a supervisory authority, and sees only what was lodged with it.
        Authority = "authority",
    }
}

text_enum! {
    /// A right that a token can carry.
    pub enum Scope {
        /// Register organisations, their evidence and clients.
        OrganisationsManage = "organisations:manage",
        /// Change the shared directory of controllers, and make clients for them and for authorities.
        DirectoryManage = "directory:manage",
        /// Bring newer calendars of holidays into force.
        CalendarsManage = "calendars:manage",
        /// Read the directory.
        DirectoryRead = "directory:read",
        /// Keep directory entries private to the organisation.
        DirectoryWrite = "directory:write",
        /// Read people and mandates.
        PeopleRead = "people:read",
        /// Record people and mandates, revoke mandates.
        PeopleWrite = "people:write",
        /// Read campaigns, batches, requests, tasks, events and figures.
        RequestsRead = "requests:read",
        /// Read figures of requests, and no request.
        RequestsFigures = "requests:figures",
        /// Prepare campaigns, upload batches, file, withdraw and assess.
        RequestsWrite = "requests:write",
        /// Open what controllers answered.
        AnswersRead = "answers:read",
        /// Read complaints, without their files.
        ComplaintsRead = "complaints:read",
        /// Read figures of complaints, and no complaint.
        ComplaintsFigures = "complaints:figures",
        /// Prepare complaints, lodge and follow them, and open their files.
        ComplaintsWrite = "complaints:write",
        /// Keep webhook endpoints.
        WebhooksManage = "webhooks:manage",
        /// Read the audit record.
        AuditRead = "audit:read",
        /// Review the clients of the organisation: what they may do and when they last did it.
        ClientsRead = "clients:read",
        /// Make, change and revoke clients of the organisation.
        ClientsManage = "clients:manage",
        /// Read what was addressed to the controller.
        InboxRead = "inbox:read",
        /// Answer as the controller.
        InboxAnswer = "inbox:answer",
        /// Read the complaints that were lodged with the authority, and their files.
        DocketRead = "docket:read",
        /// Tell, as the authority, what becomes of them.
        DocketAnswer = "docket:answer",
    }
}

impl Scope {
    /// The scopes a client of this kind can hold at all.
    pub const fn of_kind(kind: ClientKind) -> &'static [Self] {
        match kind {
            ClientKind::Operator => &[
                Self::OrganisationsManage,
                Self::DirectoryManage,
                Self::CalendarsManage,
                Self::DirectoryRead,
                Self::AuditRead,
            ],
            ClientKind::Organisation => &[
                Self::DirectoryRead,
                Self::DirectoryWrite,
                Self::PeopleRead,
                Self::PeopleWrite,
                Self::RequestsRead,
                Self::RequestsFigures,
                Self::RequestsWrite,
                Self::AnswersRead,
                Self::ComplaintsRead,
                Self::ComplaintsFigures,
                Self::ComplaintsWrite,
                Self::WebhooksManage,
                Self::AuditRead,
                Self::ClientsRead,
                Self::ClientsManage,
            ],
            ClientKind::Controller => &[Self::InboxRead, Self::InboxAnswer],
            ClientKind::Authority => &[Self::DocketRead, Self::DocketAnswer],
        }
    }

    /// The narrower scopes that whoever holds this one holds too. None of them implies a further one.
    pub const fn implied(self) -> &'static [Self] {
        match self {
            Self::RequestsRead => &[Self::RequestsFigures],
            Self::ComplaintsRead => &[Self::ComplaintsFigures],
            Self::ClientsManage => &[Self::ClientsRead],
            _ => &[],
        }
    }

    /// Scopes with those they imply, each once, in the order of the list.
    pub fn with_implied(scopes: &[Self]) -> Vec<Self> {
        let implied = scopes.iter().flat_map(|scope| scope.implied());
        scopes.iter().chain(implied).copied().collect::<BTreeSet<_>>().into_iter().collect()
    }
}

text_enum! {
    /// What a client proves with who it is.
    pub enum CredentialKind {
        /// A secret, by HTTP Basic (`client_secret_basic`).
        Secret = "secret",
        /// A public key, whose private half signs assertions (`private_key_jwt`).
        Key = "key",
    }
}

text_enum! {
    /// A named set of scopes for clients of organisations, so that who counts, who audits and who decides are not the same (Z-12).
    pub enum Role {
        /// Works on requests and complaints, and with the people concerned.
        CaseHandler = "case_handler",
        /// Keeps the clients, the webhooks and the private directory of its organisation, and sees no person.
        Administrator = "administrator",
        /// Sees what was done, by whom, and who may; changes nothing and sees no person.
        Auditor = "auditor",
        /// Sees figures alone.
        StatisticsReader = "statistics_reader",
    }
}

impl Role {
    /// The scopes that the role gives.
    pub const fn scopes(self) -> &'static [Scope] {
        match self {
            Self::CaseHandler => &[
                Scope::DirectoryRead,
                Scope::PeopleRead,
                Scope::PeopleWrite,
                Scope::RequestsRead,
                Scope::RequestsWrite,
                Scope::AnswersRead,
                Scope::ComplaintsRead,
                Scope::ComplaintsWrite,
            ],
            Self::Administrator => {
                &[Scope::DirectoryRead, Scope::DirectoryWrite, Scope::WebhooksManage, Scope::ClientsManage]
            }
            Self::Auditor => &[Scope::RequestsFigures, Scope::ComplaintsFigures, Scope::AuditRead, Scope::ClientsRead],
            Self::StatisticsReader => &[Scope::RequestsFigures, Scope::ComplaintsFigures],
        }
    }

    /// What it is for, in one sentence.
    pub const fn description(self) -> &'static str {
        match self {
            Self::CaseHandler => "Works on requests and complaints, and with the people concerned.",
            Self::Administrator => {
                "Keeps the clients, the webhooks and the private directory of its organisation, and sees no person."
            }
            Self::Auditor => "Sees what was done, by whom, and who may; changes nothing and sees no person.",
            Self::StatisticsReader => "Sees figures alone.",
        }
    }

    /// Scopes together with those of roles, each once, in the order of the list.
    pub fn give(roles: &[Self], scopes: &[Scope]) -> Vec<Scope> {
        let given = roles.iter().flat_map(|role| role.scopes());
        scopes.iter().chain(given).copied().collect::<BTreeSet<_>>().into_iter().collect()
    }
}

text_enum! {
    /// What a signing key of the instance signs. One key never signs two kinds of things.
    pub enum KeyPurpose {
        /// Access tokens.
        AccessToken = "access_token",
        /// Mandate credentials.
        Mandate = "mandate",
        /// Outgoing webhooks, scheme `v1a`.
        Webhook = "webhook",
        /// Lists of the files of complaints.
        ComplaintFile = "complaint_file",
        /// Checkpoints of audit logs.
        AuditCheckpoint = "audit_checkpoint",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scopes with which something is changed, or a person seen.
    const CHANGING: [&str; 2] = [":write", ":manage"];
    const PERSONAL: [Scope; 4] = [Scope::PeopleRead, Scope::PeopleWrite, Scope::AnswersRead, Scope::RequestsRead];

    #[test]
    fn implied_scopes_are_narrower_of_the_same_kind_and_imply_nothing_further() {
        for scope in Scope::ALL {
            for narrow in scope.implied() {
                assert!(narrow.implied().is_empty(), "{scope} implies {narrow}");
                assert!(!CHANGING.iter().any(|end| narrow.as_str().ends_with(end)), "{scope} implies {narrow}");
                let mut kinds = ClientKind::ALL.iter().filter(|kind| Scope::of_kind(**kind).contains(scope));
                assert!(kinds.all(|kind| Scope::of_kind(*kind).contains(narrow)));
            }
        }
        let held = Scope::with_implied(&[Scope::RequestsRead, Scope::RequestsRead, Scope::AuditRead]);
        assert_eq!(held, [Scope::RequestsRead, Scope::RequestsFigures, Scope::AuditRead]);
    }

    #[test]
    fn roles_are_separate_and_give_no_more_than_an_organisation_may_hold() {
        let held = |role: Role| Scope::with_implied(role.scopes());
        for role in Role::ALL {
            assert!(held(*role).iter().all(|scope| Scope::of_kind(ClientKind::Organisation).contains(scope)), "{role}");
            let manages = held(*role).contains(&Scope::ClientsManage);
            assert_eq!(manages, *role == Role::Administrator, "{role}");
        }
        let changes = |scope: &Scope| CHANGING.iter().any(|end| scope.as_str().ends_with(end));
        assert!(!held(Role::Auditor).iter().any(changes), "an auditor changes nothing");
        assert_eq!(held(Role::StatisticsReader), [Scope::RequestsFigures, Scope::ComplaintsFigures]);
        for role in [Role::Administrator, Role::Auditor, Role::StatisticsReader] {
            assert!(!held(role).iter().any(|scope| PERSONAL.contains(scope)), "{role} sees no person");
        }
        assert_eq!(
            Role::give(&[Role::StatisticsReader], &[Scope::AuditRead, Scope::RequestsFigures]),
            [Scope::RequestsFigures, Scope::ComplaintsFigures, Scope::AuditRead]
        );
    }
}
