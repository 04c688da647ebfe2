//! Which of the stored requests are due when. Requests are numbered; a number says everything about one.

/// Organisations that share the requests.
pub const OWNERS: u64 = 20;
/// Templates of requests that are not due; those that are stand behind them.
pub const NOT_DUE: u64 = 24;

/// The numbers.
pub struct Sets {
    pub stored: u64,
    pub due: u64,
}

impl Sets {
    /// One of so many is in each of the four sets.
    pub fn stride(&self) -> u64 {
        self.stored / self.due
    }

    /// Swept first: warms up, and shows what is written.
    pub fn first(&self) -> u64 {
        0
    }

    /// Swept and measured.
    pub fn measured(&self) -> u64 {
        self.stride() / 4
    }

    /// Written by plain SQL before.
    pub fn second_limit(&self) -> u64 {
        self.stride() / 2
    }

    /// Written by plain SQL after.
    pub fn third_limit(&self) -> u64 {
        self.stride() * 3 / 4
    }

    /// SQL for the template of a number: due for a reminder or passed, in turn.
    pub fn template(&self) -> String {
        let stride = self.stride();
        let turn = format!("(n / {stride}) % 2");
        format!(
            "CASE n % {stride} WHEN {} THEN {NOT_DUE} + {turn} WHEN {} THEN {} + {turn} WHEN {} THEN {} + {turn} \
             WHEN {} THEN {} + {turn} ELSE n % {NOT_DUE} END",
            self.first(),
            self.measured(),
            NOT_DUE + 2,
            self.second_limit(),
            NOT_DUE + 4,
            self.third_limit(),
            NOT_DUE + 4,
        )
    }

    /// SQL for the owner of a number; those of one stride have the same.
    pub fn owner(&self) -> String {
        format!("(n / {}) % {OWNERS}", self.stride())
    }
}
