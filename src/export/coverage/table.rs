use super::{labels, rows};
use crate::coverage::{Coverage, Order, Row};
use crate::export::Sheet;
use crate::page::{Labels, cell_legend, cell_words, flag_words};
use crate::text::visible;

/// Room enough that nothing is shortened for its sake.
const ROOMY: usize = 1000;

/// A line for each topic: what it is called, the flags, and for each article how many words it has and the kind of its
/// strongest quote. Quoted as RFC 4180 says; what a spreadsheet would take for a formula begins with `'`.
pub fn csv(coverage: &Coverage, order: Order) -> Sheet {
    let names = names(coverage);
    let mut sheet = Sheet::new();
    let mut line = |fields: Vec<String>| {
        let fields: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
        sheet.line(fields.join(","));
    };
    let heads = names
        .iter()
        .flat_map(|name| [format!("{name} words"), format!("{name} quote")]);
    let first = ["topic", "flags"].map(str::to_owned);
    line(first.into_iter().chain(heads).collect());
    for row in rows(coverage, order) {
        let mut fields = vec![row.label.clone(), flags(row, &names)];
        for article in 0..names.len() {
            let cell = row.cells.get(&article);
            let said = cell.and_then(|cell| cell.said.as_ref());
            fields.push(cell.map_or(0, |cell| cell.words).to_string());
            fields.push(said.map_or("", |said| said.kind.name()).to_owned());
        }
        line(fields);
    }
    sheet
}

fn quoted(field: &str) -> String {
    // What shows nothing could hide a sign that acts.
    let field = visible(field);
    let acts = field.trim_start().starts_with(['=', '+', '-', '@']);
    let inert = if acts {
        format!("'{field}")
    } else {
        field.into_owned()
    };
    if inert.contains(['"', ',', '\n', '\r', ';']) {
        format!("\"{}\"", inert.replace('"', "\"\""))
    } else {
        inert
    }
}

/// A table in Markdown: a line for each topic, a column for each article.
pub fn markdown(coverage: &Coverage, order: Order) -> Sheet {
    let names = names(coverage);
    let mut sheet = Sheet::new();
    let mut line = |fields: Vec<String>| sheet.line(format!("| {} |", fields.join(" | ")));
    let heads = names.iter().map(|name| escaped(name));
    let heads = std::iter::once("Topic".to_owned()).chain(heads);
    line(heads.chain(["Flags".to_owned()]).collect());
    line(vec!["---".to_owned(); names.len() + 2]);
    for row in rows(coverage, order) {
        let mut fields = vec![escaped(&row.label)];
        fields.extend((0..names.len()).map(|article| cell_words(row.cells.get(&article))));
        fields.push(escaped(&flags(row, &names)));
        line(fields);
    }
    sheet.gap();
    sheet.line(escaped(&cell_legend()));
    sheet
}

/// Words that stand as they are, whatever they mean in Markdown or HTML.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        if "\\|`*_[]<>#~&!".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(if letter.is_control() { ' ' } else { letter });
    }
    escaped
}

fn names(coverage: &Coverage) -> Vec<String> {
    let labels: Labels = labels(coverage, ROOMY);
    let readings = coverage.readings.iter().enumerate();
    readings
        .map(|(article, reading)| labels.in_full(article, reading.article.label.outlet()))
        .collect()
}

fn flags(row: &Row, names: &[String]) -> String {
    let name = |article: usize| names.get(article).cloned().unwrap_or_default();
    let flags: Vec<String> = row
        .flags
        .iter()
        .map(|&flag| flag_words(flag, name))
        .collect();
    flags.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_and_no_formula() {
        assert_eq!(quoted("land"), "land");
        assert_eq!(quoted("land, sea"), "\"land, sea\"");
        assert_eq!(quoted("“a” \"b\""), "\"“a” \"\"b\"\"\"");
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted(" @SUM(A1)"), "' @SUM(A1)");
        assert_eq!(quoted("\u{200b}=1+1"), "'=1+1");
        assert_eq!(quoted("-2,5"), "\"'-2,5\"");
    }

    #[test]
    fn nothing_in_a_label_is_markdown() {
        assert_eq!(escaped("a|b *c* <d>\u{7}"), "a\\|b \\*c\\* \\<d\\> ");
    }
}
