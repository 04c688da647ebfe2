//! Guides: Markdown as it is read in the repository, into HTML as it is read at `/docs`.
//!
//! Beyond what every renderer does: headings get the anchors that code hosts give them, links between the files become links between
//! the pages, an operation or a problem code named as code leads to its place in the reference, and a fenced block that names a file
//! is that file, to be fetched beside the page.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use serde::Serialize;
use serde_json::Value;

use crate::domain::code::Code;

/// A guide as it is shown.
pub struct Page {
    /// Its first heading.
    pub title: String,
    /// Its first paragraph, without markup.
    pub lead: String,
    /// All of it, as HTML.
    pub html: String,
    /// Its parts.
    pub sections: Vec<Section>,
    /// The files that stand in it, by their name.
    pub files: BTreeMap<String, String>,
}

/// A part of a page.
#[derive(Serialize)]
pub struct Section {
    /// What stands behind `#` in its address.
    pub anchor: String,
    /// Its heading, without markup.
    pub title: String,
}

/// Where each operation stands in the reference, by method and path.
pub struct Operations(BTreeMap<String, String>);

impl Operations {
    /// Those of the API document.
    pub fn of(document: &Value) -> Self {
        let mut places = BTreeMap::new();
        for (path, operations) in document["paths"].as_object().into_iter().flatten() {
            for (method, operation) in operations.as_object().into_iter().flatten() {
                if let (Some(tag), Some(id)) = (operation["tags"][0].as_str(), operation["operationId"].as_str()) {
                    let place = format!("/docs/reference/#/{tag}/{id}");
                    places.insert(format!("{} {path}", method.to_uppercase()), place);
                }
            }
        }
        Self(places)
    }

    /// Where the words lead, when they name an operation or a problem code.
    fn place(&self, words: &str) -> Option<String> {
        let operation = self.0.get(words).cloned();
        operation.or_else(|| words.parse::<Code>().ok().map(|code| format!("/docs/errors#{}", code.as_str())))
    }
}

/// Makes a page of a guide. What stands between markup is escaped by the renderer, which is handed text as text.
pub fn render(text: &str, operations: &Operations) -> Page {
    let mut page = Page {
        title: String::new(),
        lead: String::new(),
        html: String::new(),
        sections: Vec::new(),
        files: BTreeMap::new(),
    };
    let mut events = Parser::new_ext(text, Options::ENABLE_TABLES);
    let mut made = Vec::new();
    let mut in_link = false;
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let title = plain(&until(&mut events, &TagEnd::Heading(level)));
                heading(&mut page, &mut made, level, title);
            }
            Event::Start(Tag::Paragraph) if page.lead.is_empty() => {
                let within = until(&mut events, &TagEnd::Paragraph);
                page.lead = plain(&within);
                made.push(Event::Start(Tag::Paragraph));
                made.extend(within);
                made.push(Event::End(TagEnd::Paragraph));
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let code = plain(&until(&mut events, &TagEnd::CodeBlock));
                block(&mut page, &mut made, &kind, code);
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                in_link = true;
                made.push(link(address(&dest_url)));
            }
            Event::End(TagEnd::Link) => {
                in_link = false;
                made.push(Event::End(TagEnd::Link));
            }
            Event::Code(words) if !in_link => match operations.place(&words) {
                Some(place) => made.extend([link(place), Event::Code(words), Event::End(TagEnd::Link)]),
                None => made.push(Event::Code(words)),
            },
            other => made.push(other),
        }
    }
    html::push_html(&mut page.html, made.into_iter());
    page
}

/// The events up to the end of what has begun.
fn until<'t>(events: &mut Parser<'t>, end: &TagEnd) -> Vec<Event<'t>> {
    events.take_while(|event| !matches!(event, Event::End(tag) if tag == end)).collect()
}

/// The words of a part, without markup.
fn plain(events: &[Event<'_>]) -> String {
    events.iter().fold(String::new(), |mut text, event| {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(words),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
        text
    })
}

/// Markup as it is.
fn markup(made: String) -> Event<'static> {
    Event::Html(made.into())
}

/// The beginning of a link.
fn link<'t>(to: String) -> Event<'t> {
    Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url: to.into(), title: "".into(), id: "".into() })
}

/// A heading, which links to itself.
fn heading(page: &mut Page, made: &mut Vec<Event<'_>>, level: HeadingLevel, title: String) {
    if level == HeadingLevel::H1 {
        made.extend([markup("<h1>".to_owned()), Event::Text(title.clone().into()), markup("</h1>\n".to_owned())]);
        page.title = title;
        return;
    }
    let anchor = anchor(&title);
    made.push(markup(format!("<{level} id=\"{anchor}\">")));
    made.extend([link(format!("#{anchor}")), Event::Text(title.clone().into()), Event::End(TagEnd::Link)]);
    made.push(markup(format!("</{level}>\n")));
    page.sections.push(Section { anchor, title });
}

/// The anchor of a heading, as code hosts make it.
pub fn anchor(title: &str) -> String {
    let kept = title.to_lowercase();
    let kept = kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-')).collect::<String>();
    kept.replace(' ', "-")
}

/// What a block of code is, by the first word behind its fence, for those who cannot see it.
fn label(language: &str) -> &'static str {
    match language {
        "bash" => "Commands",
        "json" => "Answer",
        "text" => "Output",
        _ => "Program",
    }
}

/// A block of code that scrolls by itself, and can be reached and scrolled by keyboard; answers are folded instead. The words behind
/// its fence are ours.
fn block<'t>(page: &mut Page, made: &mut Vec<Event<'t>>, kind: &CodeBlockKind<'t>, code: String) {
    let info = match kind {
        CodeBlockKind::Fenced(info) => info.as_ref(),
        CodeBlockKind::Indented => "",
    };
    let language = info.split_whitespace().next().unwrap_or_default();
    let file = info.split_whitespace().nth(1).filter(|word| word.contains('.'));
    let name = file.unwrap_or_else(|| label(language));
    made.push(markup(format!("<figure class=\"code {language}\">")));
    if file.is_some() {
        page.files.insert(name.to_owned(), code.clone());
        made.push(markup(format!("<figcaption><a href=\"/docs/files/{name}\">{name}</a></figcaption>")));
    } else if language != "bash" {
        made.push(markup(format!("<figcaption>{name}</figcaption>")));
    }
    let reached = if language == "json" { "" } else { " tabindex=\"0\"" };
    made.push(markup(format!("<pre{reached} role=\"group\" aria-label=\"{name}\"><code>")));
    made.extend([Event::Text(code.into()), markup("</code></pre></figure>\n".to_owned())]);
}

/// Where a link of the repository leads at `/docs`.
fn address(link: &str) -> String {
    match link.split_once(".md") {
        Some((name, rest)) if !link.contains('/') && (rest.is_empty() || rest.starts_with('#')) => {
            format!("/docs/guides/{name}{rest}")
        }
        _ => link.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Operations, render};

    fn operations() -> Operations {
        Operations::of(&json!({ "paths": { "/v1/things": { "post": { "tags": ["things"], "operationId": "make" } } } }))
    }

    #[test]
    fn a_guide_has_its_parts_and_its_files() {
        let text = "# One & two\n\nThe `first` words.\n\n## What you need?\n\n```python a.py\nif 1 < 2:\n```\n\n```bash\nls\n```\n";
        let page = render(text, &operations());
        assert_eq!((page.title.as_str(), page.lead.as_str()), ("One & two", "The first words."));
        assert_eq!(
            (page.sections[0].anchor.as_str(), page.sections[0].title.as_str()),
            ("what-you-need", "What you need?")
        );
        assert_eq!(page.files["a.py"], "if 1 < 2:\n");
        for part in [
            "<h1>One &amp; two</h1>",
            "<h2 id=\"what-you-need\"><a href=\"#what-you-need\">What you need?</a></h2>",
            "<figcaption><a href=\"/docs/files/a.py\">a.py</a></figcaption>",
            "<pre tabindex=\"0\" role=\"group\" aria-label=\"a.py\"><code>if 1 &lt; 2:\n</code></pre>",
            "<pre tabindex=\"0\" role=\"group\" aria-label=\"Commands\"><code>ls\n</code></pre>",
        ] {
            assert!(page.html.contains(part), "{part} in\n{}", page.html);
        }
    }

    #[test]
    fn links_lead_to_pages_and_names_to_the_reference() {
        let text = "Lead.\n\nSee [paging](paging.md#cursors), [codes](/docs/errors), `POST /v1/things`, `rate_limited`, `other`.";
        let page = render(text, &operations());
        for part in [
            "<a href=\"/docs/guides/paging#cursors\">paging</a>",
            "<a href=\"/docs/errors\">codes</a>",
            "<a href=\"/docs/reference/#/things/make\"><code>POST /v1/things</code></a>",
            "<a href=\"/docs/errors#rate_limited\"><code>rate_limited</code></a>",
            " <code>other</code>",
        ] {
            assert!(page.html.contains(part), "{part} in\n{}", page.html);
        }
    }
}
