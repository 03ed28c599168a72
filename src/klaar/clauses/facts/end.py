"""When an agreement ends."""

from datetime import date

from klaar.clauses.facts.dates import dated, labelled, spanning
from klaar.clauses.facts.found import Found, best, found_in
from klaar.clauses.facts.sentence import Reading, Sentence
from klaar.text.times.arithmetic import add

_NEAR = 30


def find_end(reading: Reading, start: list[Found], made: list[Found], term: list[Found]) -> list[Found]:
    """When the agreement ends: the date that is written, else the start (or the date made) and the term.

    The computed date stands at the words of the term. A term without end gives the value "perpetual".
    """
    found = [one for sentence in reading.sentences("end") if (one := _end_in(sentence, reading.words("end")))]
    if found or not term:
        return best(found)
    if term[0].value == "perpetual":
        return [term[0]._replace(kind="end")]
    sentence = reading.sentence_at(term[0].start)
    elsewhere = sentence is not None and sentence.has(reading.words("term")["since"])
    return _counted((start or ([] if elsewhere else made))[:1], term[0])


def _end_in(sentence: Sentence, words: dict[str, list[str]]) -> Found | None:
    if label := labelled(sentence, tuple(words["labels"])):
        return found_in(sentence, "end", *label, weight=2.5)
    if not sentence.has(words["about"]) or sentence.has(words["skip"]):
        return None
    if lasts := spanning(sentence, words):
        return found_in(sentence, "end", lasts.last, lasts.start, lasts.end, weight=2.0)
    own = sentence.has(words["spans"])
    phrases = tuple(phrase for phrase in words["before"] if own or phrase not in words["weak"])
    hit = dated(sentence, phrases, _NEAR)
    return found_in(sentence, "end", *hit) if hit else None


def _counted(since: list[Found], term: Found) -> list[Found]:
    """The day on which a term that begins `since` then ends, at the words of the term."""
    try:
        end = add(date.fromisoformat(since[0].value), term.value) if since else None
    except (ValueError, OverflowError):
        return []
    return [term._replace(kind="end", value=end.isoformat())] if end else []
