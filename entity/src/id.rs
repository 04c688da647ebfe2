//! Typed ids: UUIDv7 made by the application, shown as `req_0193…` (prefix, underscore, 32 hexadecimal digits).
//!
//! An id of one kind cannot be taken for another: neither by the compiler nor by the API, which checks the prefix.

use std::fmt;
use std::str::FromStr;

use sea_orm::DeriveValueType;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// A text that is not an id of the expected kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId {
    /// Prefix that was expected.
    pub prefix: &'static str,
}

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not an id of the form {}_…", self.prefix)
    }
}

impl std::error::Error for NotAnId {}

fn parse(prefix: &'static str, text: &str) -> Result<Uuid, NotAnId> {
    let digits = text.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('_')).ok_or(NotAnId { prefix })?;
    let plain = digits.len() == 32 && digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !plain {
        return Err(NotAnId { prefix });
    }
    Uuid::try_parse(digits).map_err(|_| NotAnId { prefix })
}

macro_rules! ids {
    ($( $(#[$doc:meta])* $name:ident = $prefix:literal; )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType)]
        pub struct $name(pub Uuid);

        impl $name {
            /// What its text starts with, before the underscore.
            pub const PREFIX: &'static str = $prefix;
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        // Ids never come from a database's counter.
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}_{}", $prefix, self.0.simple())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse($prefix, text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .pattern(Some(concat!("^", $prefix, "_[0-9a-f]{32}$")))
                    .examples([concat!($prefix, "_0193d2b4a1c07e3f8b6a5d4c3b2a1908")])
                    .build()
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    )+};
}

ids! {
    /// Id of an organisation, the tenant.
    OrganisationId = "org";
    /// Id of an API client.
    ClientId = "cli";
    /// Id of a secret or key of an API client.
    ClientCredentialId = "crd";
    /// Id of a signing key.
    SigningKeyId = "key";
    /// Id of a change of a key.
    KeyRotationId = "rot";
    /// Id of a controller.
    ControllerId = "ctl";
    /// Id of a receiver: that of the controller or endpoint it belongs to.
    ReceiverId = "rcv";
    /// Id of a data subject.
    DataSubjectId = "sub";
    /// Id of a mandate.
    MandateId = "mdt";
    /// A calendar of deadlines.
    CalendarFeedId = "cal";
    /// Id of a link to a person's status page.
    StatusLinkId = "stl";
    /// Id of a campaign.
    CampaignId = "cmp";
    /// Id of a batch.
    BatchId = "bat";
    /// Id of a request.
    RequestId = "req";
    /// Id of a delivery, also the `webhook-id` of its message.
    DeliveryId = "dlv";
    /// Id of a response.
    ResponseId = "rsp";
    /// Id of an attachment.
    AttachmentId = "att";
    /// Id of a supply: what an organisation tells a controller that asked back.
    SupplyId = "spl";
    /// Id of a finding.
    FindingId = "fnd";
    /// Id of a complaint.
    ComplaintId = "cpl";
    /// Id of an entry in the history of a complaint.
    ComplaintEntryId = "cpe";
    /// Id of a file of a complaint.
    ComplaintFileId = "cpf";
    /// Id of a task.
    TaskId = "tsk";
    /// Id of a webhook endpoint of an organisation.
    EndpointId = "whe";
    /// Id of an event.
    EventId = "evt";
    /// Id of an audit entry.
    AuditEntryId = "aud";
    /// Id of an alert about the use of the audit record.
    AuditAlertId = "alr";
}

/// The version that UUIDs of sandboxes carry: one of the application's own meaning (RFC 9562, section 5.8).
const SANDBOX_VERSION: u128 = 8;
/// Where a UUID has its version: 4 bits, this far from the right.
const VERSION_SHIFT: u32 = 76;

impl OrganisationId {
    /// This id as one of a sandbox. What makes ids draws those of live organisations.
    #[must_use]
    pub const fn in_sandbox(self) -> Self {
        let others = self.0.as_u128() & !(0xf << VERSION_SHIFT);
        Self(Uuid::from_u128(others | (SANDBOX_VERSION << VERSION_SHIFT)))
    }

    /// Whether the organisation is a sandbox. Its id says so itself, for as long as it stands: nothing needs to be looked up, and
    /// nothing can be changed.
    pub const fn is_sandbox(self) -> bool {
        (self.0.as_u128() >> VERSION_SHIFT) & 0xf == SANDBOX_VERSION
    }
}

impl From<ControllerId> for ReceiverId {
    fn from(id: ControllerId) -> Self {
        Self(id.0)
    }
}

impl From<EndpointId> for ReceiverId {
    fn from(id: EndpointId) -> Self {
        Self(id.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_sandbox_says_so_and_keeps_its_place_among_the_others() {
        let live = OrganisationId(Uuid::from_u128(0x0193_d2b4_a1c0_7e3f_8b6a_5d4c_3b2a_1908));
        let sandbox = live.in_sandbox();
        assert!(!live.is_sandbox() && sandbox.is_sandbox());
        assert_eq!(sandbox.to_string(), "org_0193d2b4a1c08e3f8b6a5d4c3b2a1908");
        assert_eq!(sandbox.in_sandbox(), sandbox);
        assert_eq!(sandbox.0.get_version_num(), 8);
    }

    #[test]
    fn text_round_trips_and_foreign_or_sloppy_text_is_refused() {
        let id = RequestId(Uuid::from_u128(0x0193_d2b4_a1c0_7e3f_8b6a_5d4c_3b2a_1908));
        assert_eq!(id.to_string(), "req_0193d2b4a1c07e3f8b6a5d4c3b2a1908");
        assert_eq!(id.to_string().parse(), Ok(id));
        for text in [
            "",
            "req_",
            "req",
            "sub_0193d2b4a1c07e3f8b6a5d4c3b2a1908",
            "req_0193D2B4A1C07E3F8B6A5D4C3B2A1908",
            "req_0193d2b4-a1c0-7e3f-8b6a-5d4c3b2a1908",
            "req_0193d2b4a1c07e3f8b6a5d4c3b2a190",
            " req_0193d2b4a1c07e3f8b6a5d4c3b2a1908",
        ] {
            assert_eq!(text.parse::<RequestId>(), Err(NotAnId { prefix: "req" }), "{text}");
        }
    }
}
