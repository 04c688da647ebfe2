//! What goes to a controller or an authority goes through its field list (Z-9).

use crate::hold;
use crate::sources;

/// Where the answers to those recipients are made.
const ANSWERS: [&str; 2] = ["src/http/routes/inbox/", "src/http/routes/docket/"];

#[test]
fn answers_to_recipients_go_through_their_lists() {
    let (mut broken, mut looked_at) = (Vec::new(), 0);
    for source in sources::rust().iter().filter(|source| ANSWERS.iter().any(|folder| source.path.starts_with(folder))) {
        for (index, line) in source.text.lines().enumerate() {
            looked_at += usize::from(line.contains(".json(given(") || line.contains("respond_given"));
            let is_bare = line.contains(".json(") && !line.contains(".json(given(");
            let is_kept = ["respond(", "respond_as("].iter().any(|call| line.trim_start().contains(call));
            if is_bare || is_kept {
                broken.push(format!("{}:{}", source.path, index + 1));
            }
        }
    }
    assert!(looked_at > 10, "the answers were not found");
    hold(
        "What a controller or an authority gets is what its field list names.",
        "Send it with `given`, `respond_given` or `respond_given_lines` of `http::given`, and name its fields in `src/domain/recipient/lists`.",
        &broken,
    );
}
