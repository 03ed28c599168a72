"""One word explained: by the agreement itself, by the glossary, by its parts, or by what looks like it."""

from collections.abc import Sequence

from klaar.clauses.model import Term
from klaar.plain.terms.abbreviations import stands_for
from klaar.plain.terms.compound import split_compound, tail_of
from klaar.plain.terms.fold import fold
from klaar.plain.terms.load import load_terms
from klaar.plain.terms.model import Explanation, How
from klaar.plain.terms.near import nearest
from klaar.plain.terms.own import find_own, own_names
from klaar.plain.terms.terms import Terms

_LONGEST = 120
"""Characters of the longest word or phrase that is looked up."""
_MARKS = ' \t\r\n.,;:!?()[]{}"“”„«»*_`'


def explain(
    word: str, language: str, own: Sequence[Term] = (), terms: Terms | None = None
) -> Explanation | None:
    """What `word` means in `language`, or None where nothing known is even near it.

    "uptimegarantie" → its parts "uptime" and "garantie". `own` are the agreement's own definitions, which go
    first; `terms` is a glossary to use in place of Klaar's own (`with_glossary`).
    """
    asked = " ".join(word.strip(_MARKS).split())[:_LONGEST]
    if not fold(asked).strip("'-"):
        return None
    known = terms or load_terms(language)
    defined = find_own(asked, own_names(own), language)
    name = known.find(asked)
    if name is not None:
        how: How = "own" if defined else "term"
        return Explanation(asked, how, name.term, defined, stands_for(name.written, name.term))
    if defined is not None:
        return Explanation(asked, "own", None, defined)
    return _taken_apart(asked, known) or _near(asked, known)


def _taken_apart(asked: str, terms: Terms) -> Explanation | None:
    parts = split_compound(asked, terms)
    if any(part.term for part in parts):
        return Explanation(asked, "compound", parts=parts)
    parts = tail_of(asked, terms) if terms.language == "nl" else ()
    return Explanation(asked, "compound", parts=parts, certainty="check") if parts else None


def _near(asked: str, terms: Terms) -> Explanation | None:
    phrases = (" ".join(key) for found in terms.phrases.values() for key, _ in found)
    near = nearest(fold(asked), (*terms.single, *phrases))
    return Explanation(asked, "near", near=_shown(near, terms), certainty="check") if near else None


def _shown(near: Sequence[str], terms: Terms) -> tuple[str, ...]:
    """The words as the glossary writes them, each term once."""
    shown: dict[str, str] = {}
    for name in map(terms.find, near):
        if name is not None:
            shown.setdefault(name.term.id, name.written)
    return tuple(shown.values())
