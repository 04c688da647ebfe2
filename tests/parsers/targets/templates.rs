//! Templates of letters that organisations write: what is kept can be filled, and nothing of it becomes active.

use recourse::domain::letter::{LetterKind, LetterRight};
use recourse::letters::{Purpose, check, sample, write};
use recourse::wording::Language;

use super::{Target, choice, texts};

pub const TARGET: Target = Target { name: "templates", max_bytes: 2_048, seeds, run };

fn run(input: &[u8]) {
    let (choice, rest) = choice(input);
    let Ok(source) = std::str::from_utf8(rest) else { return };
    let kind = LetterKind::ALL[usize::from(choice) % LetterKind::ALL.len()];
    let right = LetterRight::ALL[usize::from(choice / 8) % LetterRight::ALL.len()];
    let language = Language::ALL[usize::from(choice / 64)];
    let problems = check(Purpose { kind, right: Some(right), language }, source);
    if !problems.is_empty() {
        assert!(problems.len() <= 50);
        for problem in problems {
            assert!(!problem.message.is_empty() && problem.line > 0 && problem.column > 0, "{problem:?}");
            assert!(problem.line as usize <= source.lines().count() + 1, "{problem:?}");
        }
        return;
    }
    for facts in [sample::full(right), sample::sparse(right)] {
        let letter = write(kind, language, &facts, Some(source)).expect("a template that was checked is filled");
        let (html, text) = (letter.html(), letter.text());
        assert!(text.expose().len() <= 3 << 20 && html.expose().len() <= 16 << 20, "a letter is bounded");
        let html = html.expose().to_lowercase();
        // There are no links in letters; an address that would run is text like any other.
        for active in ["<script", "<img", "<iframe", "<object", "<embed", "<form", "<a "] {
            assert!(!html.contains(active), "{active} in a letter");
        }
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let letters = [
        "# Request of {{ person.name|default('a member') }}\n\n{% include 'opening' %}\n\n{% for item in person.particulars %}\n- {{ item.label }}: **{{ item.value }}**\n{% endfor %}\n",
        "# S\n\n{% if sent_on and not deadline %}a{% elif organisation.email == 'x' %}b{% else %}c{% endif %}\\\nd\n\n| a | b |\n| c \\| d | {{ request.id|upper }} |\n",
        "# S\n\n{{ person.nam }} {% set x = 1 %} {# note #} {{ 'a'|join(', ') }}",
        "# S\n\n<script>alert(1)</script> [x](javascript:y) &lt; \\# \\*\\*",
        "{% for a in ask.items recursive %}{{ loop(a) }}{% endfor %}{{ range(9) }}",
    ];
    texts(&[0, 1, 66], &letters)
}
