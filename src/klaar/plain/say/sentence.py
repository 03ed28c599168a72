"""The first plain sentence for a promise that loses nothing, or the agreement's own words."""

from collections.abc import Iterable

from klaar.clauses.model import Agreement, Side
from klaar.plain.say.model import Plain
from klaar.plain.say.source import source_words
from klaar.plain.terms import find_terms_used
from klaar.promises.model import Promise
from klaar.text.words import split_words


def plain_sentence(promise: Promise, agreement: Agreement, reader: Side) -> Plain:
    """Say `promise` to `reader`: "Klant betaalt …" is "U betaalt …" to the client, "De klant betaalt …" to IT."""
    source = source_words(promise)
    used = find_terms_used(source, split_words(source), agreement.language, own=agreement.terms)
    return Plain(source, agreement.language, reader, False, (), used.used, "original", source)


def plain_sentences(promises: Iterable[Promise], agreement: Agreement, reader: Side) -> tuple[Plain, ...]:
    """Say each of `promises` to `reader`, in their order."""
    return tuple(plain_sentence(promise, agreement, reader) for promise in promises)
