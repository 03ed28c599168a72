"""Explanations as `klaar.terms/1` writes them."""

from collections.abc import Mapping, Sequence
from typing import Any

from klaar.brief.explained.glossed import Glossed, headline
from klaar.clauses.model import Term
from klaar.plain.terms import Explanation, GlossaryTerm, Part, TermUse
from klaar.text.span import Span

SCHEMA = "klaar.terms/1"

Record = dict[str, Any]
ById = Mapping[str, GlossaryTerm]


def explanation_record(found: Explanation, by_id: ById, language: str, glossed: Glossed | None) -> Record:
    """One word explained."""
    return {
        "schema": SCHEMA,
        "language": language,
        "asked": found.asked,
        "how": found.how,
        "certainty": found.certainty,
        "stands_for": found.stands_for or None,
        "term": term_record(found.term, by_id),
        "own": own_record(found.own, glossed),
        "parts": [_part(part, by_id) for part in found.parts],
    }


def terms_record(glossed: Glossed, most: int) -> Record:
    """The terms that an agreement uses, the `most` hardest of them (0: all), and its unexplained jargon."""
    by_id = glossed.terms.by_id
    used = glossed.used.used[:most] if most else glossed.used.used
    return {
        "schema": SCHEMA,
        "language": glossed.agreement.language,
        "documents": [{"name": each.name, "sha256": each.sha256} for each in glossed.documents],
        "used": [_use(use, by_id, glossed) for use in used],
        "unknown": [
            {"word": each.word, "kind": each.kind, "places": _places(each.places, glossed)}
            for each in glossed.used.unknown
        ],
    }


def term_record(term: GlossaryTerm | None, by_id: ById) -> Record | None:
    """What the glossary says of a term; related terms with the word for each."""
    if term is None:
        return None
    return {
        "id": term.id,
        "word": term.word,
        "forms": list(term.forms),
        "what": term.what,
        "why": term.why,
        "example": term.example or None,
        "related": [{"id": key, "word": by_id[key].word} for key in term.related if key in by_id],
        "abbreviations": dict(term.full),
        "hard": term.hard,
        "source": term.source or None,
    }


def own_record(own: Term | None, glossed: Glossed | None) -> Record | None:
    """What the agreement itself says of a word, and where."""
    if own is None or glossed is None:
        return None
    spot = _spot(Span(own.start, own.end), glossed)
    return {"word": own.word, "says": glossed.definition(own), **spot}


def _use(use: TermUse, by_id: ById, glossed: Glossed) -> Record:
    return {
        "word": headline(use),
        "hard": use.hard,
        "term": term_record(use.term, by_id),
        "own": own_record(use.own, glossed),
        "places": _places(use.places, glossed),
    }


def _part(part: Part, by_id: ById) -> Record:
    return {
        "start": part.start,
        "end": part.end,
        "word": part.word,
        "known": part.known,
        "term": term_record(part.term, by_id),
    }


def _places(places: Sequence[Span], glossed: Glossed) -> list[Record]:
    text = glossed.agreement.document.text
    return [{**_spot(span, glossed), "quote": span.of(text)} for span in places]


def _spot(span: Span, glossed: Glossed) -> Record:
    place = glossed.place(span)
    return {
        "number": glossed.number(span),
        "document": place.document,
        "page": place.page,
        "start": place.start,
        "end": place.end,
    }
