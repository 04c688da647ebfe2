//! What is recorded of every touch of personal data (Z-11).

text_enum! {
    /// What was done to a record. An entry tells who, what, when and to whom; never content (Z-13).
    pub enum AuditAction {
        /// A record was made.
        Create = "create",
        /// A record was changed.
        Change = "change",
        /// A record was read.
        Read = "read",
        /// Data were told to a third party, such as a controller or an authority.
        Disclose = "disclose",
        /// A record was moved into the hands of another body.
        Transfer = "transfer",
        /// A record or its key was destroyed.
        Delete = "delete",
    }
}
