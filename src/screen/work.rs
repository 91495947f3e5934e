use std::sync::Arc;

use super::library::shelves;
use super::message::{Effect, Message, Ticket};
use crate::alignment::align_all_as;
use crate::comparison::compare_as;
use crate::coverage::cover_as;
use crate::echo::{echoes_within, paraphrases};
use crate::matrix::table;
use crate::reading::Reading;
use crate::speaker::cast;
use crate::story::{Grouped, NEAREST, Terms, grouped, related};

/// Works out the answer to what asks for nothing but analysis, which may take a while; `None` for what touches the world,
/// and for what has no answer.
pub fn work_out(effect: &Effect) -> Option<Message> {
    let answer = match effect {
        Effect::Compare(ticket, readings, wanted) => {
            let comparison = compare_as(readings.clone(), wanted.clone());
            Message::Compared(*ticket, Arc::new(comparison))
        }
        Effect::Explain(ticket, comparison, row) => {
            Message::Explained(*ticket, comparison.why(*row))
        }
        Effect::Correct(ticket, found, corrections) => {
            let reading = corrections.applied(found);
            let cast = cast(&[&reading]);
            Message::Corrected(*ticket, reading, Arc::new(cast))
        }
        Effect::Gather(ticket, readings) => gather(*ticket, readings),
        Effect::Paraphrase {
            ticket,
            readings,
            cast,
            echoes,
            neighbours,
            corrections,
        } => {
            let readings = lent(readings);
            let pairs = neighbours.iter().copied();
            let alignments = align_all_as(&readings, cast, pairs, corrections);
            let paraphrases = paraphrases(&readings, cast, echoes, &alignments);
            let table = table(&readings, cast, echoes, &paraphrases);
            Message::Paraphrased(*ticket, paraphrases, table)
        }
        Effect::Cover(ticket, readings, corrections) => {
            let coverage = cover_as(readings.clone(), corrections);
            Message::Covered(*ticket, Arc::new(coverage))
        }
        Effect::Relate(ticket, one, others) => {
            let terms: Vec<&Terms> = others.iter().map(|(_, terms)| terms.as_ref()).collect();
            let items = others.iter().map(|(item, _)| *item);
            Message::Related(*ticket, items.zip(related(one, &terms)).collect())
        }
        Effect::Group(ticket, items) => Message::Grouped(*ticket, shelves(items)),
        _ => return None,
    };
    Some(answer)
}

fn gather(ticket: Ticket, readings: &[Arc<Reading>]) -> Message {
    let readings = lent(readings);
    let cast = cast(&readings);
    let Grouped {
        stories,
        neighbours,
    } = grouped(&readings, NEAREST);
    let echoes = echoes_within(&readings, &cast, &stories);
    Message::Gathered {
        ticket,
        table: table(&readings, &cast, &echoes, &[]),
        cast: Arc::new(cast),
        echoes,
        neighbours,
    }
}

fn lent(readings: &[Arc<Reading>]) -> Vec<&Reading> {
    readings.iter().map(AsRef::as_ref).collect()
}
