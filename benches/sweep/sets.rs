//! Which of the stored requests are due when. Requests are numbered; a number says everything about one.

/// Organisations that share the requests.
pub const OWNERS: u64 = 20;
/// Templates of requests that are not due; those that are stand behind them.
pub const NOT_DUE: u64 = 24;
/// Requests that were filed together, and are therefore due together: they stand side by side, however many are stored.
pub const RUN: u64 = 500;

/// The numbers.
pub struct Sets {
    pub stored: u64,
    pub due: u64,
}

impl Sets {
    /// One run of so many is in each of the four sets.
    fn stride(&self) -> u64 {
        self.stored / self.due
    }

    /// Numbers over which each set has one run.
    fn block(&self) -> u64 {
        self.stride() * RUN
    }

    /// SQL for the numbers of the first set, made of those below `due`. It is swept first: warms up, and shows what is written.
    pub fn first(&self) -> String {
        format!("(n / {RUN}) * {} + n % {RUN}", self.block())
    }

    /// How far behind the first set that is which is written by plain SQL before.
    pub fn second_limit(&self) -> u64 {
        self.stride() / 2 * RUN
    }

    /// How far behind it that is which is written by plain SQL after.
    pub fn third_limit(&self) -> u64 {
        self.stride() * 3 / 4 * RUN
    }

    /// SQL for the template of a number: due for a reminder or passed, in turn. The set that is measured stands between the first one
    /// and the one written before.
    pub fn template(&self) -> String {
        let stride = self.stride();
        let (run, turn) = (format!("(n / {RUN}) % {stride}"), "n % 2");
        format!(
            "CASE {run} WHEN 0 THEN {NOT_DUE} + {turn} WHEN {} THEN {} + {turn} WHEN {} THEN {} + {turn} \
             WHEN {} THEN {} + {turn} ELSE n % {NOT_DUE} END",
            stride / 4,
            NOT_DUE + 2,
            stride / 2,
            NOT_DUE + 4,
            stride * 3 / 4,
            NOT_DUE + 4,
        )
    }

    /// SQL for the owner of a number; those of one block have the same.
    pub fn owner(&self) -> String {
        format!("(n / {}) % {OWNERS}", self.block())
    }
}
