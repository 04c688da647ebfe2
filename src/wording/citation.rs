//! Provisions cited as lawyers of each language cite them.
//!
//! The domain writes a provision once, in a fixed English form: acts and places in them, with `; ` between several.
//!
//! ```text
//! GDPR Art. 12(3)       article, paragraph
//! GDPR Art. 17(3)(e)    and point
//! GDPR Art. 9(a)        a point without a paragraph
//! GDPR Art. 15 to 22    a range of articles
//! GDPR recital 63       a recital
//! DPA 2018 § 164A       a section
//! ```

use fluent_bundle::FluentArgs;

use super::Words;

/// The acts that are cited: as the domain writes them, and the end of the name of their message.
pub const ACTS: &[(&str, &str)] = &[
    ("GDPR", "gdpr"),
    ("Reg. 1182/71", "reg-1182-71"),
    ("Reg. 2025/2518", "reg-2025-2518"),
    ("UK GDPR", "uk-gdpr"),
    ("DPA 2018", "dpa-2018"),
    ("FADP", "fadp"),
    ("DPO", "dpo"),
    ("CCPA Regulations", "ccpa"),
    ("LGPD", "lgpd"),
    ("UAVG", "uavg"),
    ("Decree 2019-536", "decree-2019-536"),
    ("BDSG", "bdsg"),
];

/// One provision, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation<'c> {
    act: &'static str,
    /// Which of the forms above, as a word for the message to choose by.
    form: &'static str,
    number: &'c str,
    paragraph: &'c str,
    point: &'c str,
    last: &'c str,
}

impl<'c> Citation<'c> {
    /// Reads one provision. None when it is not in the fixed form.
    pub fn read(text: &'c str) -> Option<Self> {
        let (act, rest) =
            ACTS.iter().find_map(|(name, act)| Some((*act, text.strip_prefix(name)?.strip_prefix(' ')?)))?;
        let (kind, place) = rest.split_once(' ')?;
        let cited = Self { act, form: "", number: place, paragraph: "", point: "", last: "" };
        match kind {
            "recital" => Some(Self { form: "recital", ..cited }),
            "§" => Some(Self { form: "section", ..cited }),
            "Art." => match place.split_once(" to ") {
                Some((first, last)) => Some(Self { form: "range", number: first, last, ..cited }),
                None => cited.article(place),
            },
            _ => None,
        }
    }

    fn article(mut self, place: &'c str) -> Option<Self> {
        let mut parts = place.split('(');
        self.number = parts.next()?;
        for part in parts {
            let part = part.strip_suffix(')')?;
            let is_paragraph = part.starts_with(|first: char| first.is_ascii_digit());
            let place = if is_paragraph { &mut self.paragraph } else { &mut self.point };
            *place = part;
        }
        self.form = match (self.paragraph, self.point) {
            ("", "") => "article",
            (_, "") => "paragraph",
            ("", _) => "point",
            _ => "paragraph-point",
        };
        Some(self)
    }
}

impl Words {
    /// Provisions as this language cites them; what is not in the fixed form stays as it is.
    pub(super) fn citations(&self, texts: &str) -> String {
        let cited = |text| Citation::read(text).map_or_else(|| text.to_owned(), |citation| self.citation(&citation));
        texts.split("; ").map(cited).collect::<Vec<_>>().join("; ")
    }

    fn citation(&self, citation: &Citation<'_>) -> String {
        let mut facts = FluentArgs::new();
        facts.set("act", self.sentence(&format!("act-{}", citation.act), &facts));
        for (name, value) in [
            ("form", citation.form),
            ("number", citation.number),
            ("paragraph", citation.paragraph),
            ("point", citation.point),
            ("last", citation.last),
        ] {
            facts.set(name, value);
        }
        self.sentence("citation", &facts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn every_form_is_cited_in_every_language() {
        let text = "GDPR Art. 12(3); Reg. 1182/71 Art. 3(2)(c); GDPR Art. 20; GDPR Art. 15 to 22; GDPR recital 63; \
                    GDPR Art. 9(a); DPA 2018 § 164A";
        for (language, cited) in [
            (
                Language::English,
                "GDPR Art. 12(3); Reg. 1182/71 Art. 3(2)(c); GDPR Art. 20; GDPR Arts 15 to 22; GDPR recital 63; \
                 GDPR Art. 9(a); DPA 2018 s. 164A",
            ),
            (
                Language::French,
                "RGPD, art. 12, par. 3; règlement nº 1182/71, art. 3, par. 2, point c); RGPD, art. 20; RGPD, art. 15 à 22; \
                 RGPD, considérant 63; RGPD, art. 9, point a); DPA 2018, section 164A",
            ),
            (
                Language::German,
                "Art. 12 Abs. 3 DSGVO; Art. 3 Abs. 2 Buchst. c VO 1182/71; Art. 20 DSGVO; Art. 15 bis 22 DSGVO; \
                 Erwägungsgrund 63 DSGVO; Art. 9 Buchst. a DSGVO; § 164A DPA 2018",
            ),
            (
                Language::Spanish,
                "art. 12.3 del RGPD; art. 3.2, letra c), del Reglamento 1182/71; art. 20 del RGPD; arts. 15 a 22 del RGPD; \
                 considerando 63 del RGPD; art. 9, letra a), del RGPD; art. 164A de la DPA 2018",
            ),
            (
                Language::Italian,
                "art. 12, par. 3, GDPR; art. 3, par. 2, lett. c), reg. 1182/71; art. 20 GDPR; artt. 15-22 GDPR; \
                 considerando 63 GDPR; art. 9, lett. a), GDPR; art. 164A DPA 2018",
            ),
            (
                Language::Dutch,
                "artikel 12, lid 3, AVG; artikel 3, lid 2, onder c), Verordening 1182/71; artikel 20 AVG; \
                 artikelen 15 tot en met 22 AVG; overweging 63 AVG; artikel 9, onder a), AVG; artikel 164A DPA 2018",
            ),
            (
                Language::Polish,
                "art. 12 ust. 3 RODO; art. 3 ust. 2 lit. c rozporządzenia 1182/71; art. 20 RODO; art. 15–22 RODO; \
                 motyw 63 RODO; art. 9 lit. a RODO; art. 164A DPA 2018",
            ),
        ] {
            assert_eq!(Words::of(language).citations(text), cited, "{language}");
        }
    }

    #[test]
    fn what_is_not_in_the_form_stays_as_it_is() {
        for text in ["GDPR", "Magna Carta Art. 39", "GDPR Art. 12(3", "GDPR chapter 3", ""] {
            assert_eq!(Citation::read(text), None, "{text}");
        }
        assert_eq!(Words::of(Language::French).citations("Magna Carta Art. 39"), "Magna Carta Art. 39");
    }
}
