"""An agreement with the terms that it uses."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from klaar.brief.citing import cite
from klaar.brief.places import Place, Places
from klaar.brief.reading import LanguageError
from klaar.clauses.agreement import build_agreement
from klaar.clauses.join import join_documents
from klaar.clauses.model import Agreement, Term
from klaar.documents.model import Document
from klaar.plain.terms import Terms, TermsUsed, TermUse, find_terms_used, load_terms, with_glossary
from klaar.text.language import detect_language
from klaar.text.span import Span
from klaar.text.words import split_words


class Glossed(NamedTuple):
    """An agreement, the files it was read from, and the terms that it uses, hardest first.

    `terms` is the glossary that was used; `starts` are those of the passages, to tell the clause of a place.
    """

    documents: tuple[Document, ...]
    agreement: Agreement
    terms: Terms
    used: TermsUsed
    places: Places
    starts: tuple[int, ...]

    def place(self, span: Span) -> Place:
        """Where `span` stands in the files."""
        return self.places.place(span.start, span.end)

    def number(self, span: Span) -> str:
        """The clause in which `span` stands as a reader cites it: "4.2"; "" outside every clause."""
        found = bisect_right(self.starts, span.start) - 1
        clause = self.agreement.passages[found].clause if found >= 0 else -1
        return cite(self.agreement.clauses, clause)

    def definition(self, own: Term) -> str:
        """The agreement's own words, on one line."""
        return " ".join(self.agreement.document.text[own.start : own.end].split())


def read_terms(
    documents: Sequence[Document], *, language: str = "", own: Sequence[tuple[str, bytes]] = ()
) -> Glossed:
    """Read `documents` as one agreement and find its terms; `own` are glossary files that go before Klaar's.

    Raises `LanguageError` for a text in another language, `GlossaryError` for a glossary that cannot be used,
    `ValueError` where there is no document.
    """
    whole = documents[0] if len(documents) == 1 else join_documents(documents)
    if not language and detect_language(whole.text).code == "other":
        raise LanguageError(whole.name)
    agreement = build_agreement(whole, language)
    terms = own_terms(agreement.language, own)
    names = [name for party in agreement.parties for name in (party.name, party.company, *party.aliases)]
    used = find_terms_used(
        whole.text,
        split_words(whole.text),
        agreement.language,
        own=agreement.terms,
        terms=terms,
        names=names,
    )
    starts = tuple(passage.start for passage in agreement.passages)
    return Glossed(tuple(documents), agreement, terms, used, Places(whole, documents), starts)


def own_terms(language: str, own: Sequence[tuple[str, bytes]]) -> Terms:
    """Klaar's glossary in `language` with the files `own` (name, bytes) laid over it, the last on top.

    Raises `GlossaryError` for a file that cannot be used.
    """
    terms = load_terms(language)
    for name, data in own:
        terms = with_glossary(terms, data, name)
    return terms


def headline(use: TermUse) -> str:
    """The word under which a use is shown: the agreement's own where it defines one."""
    return use.own.word if use.own else use.term.word if use.term else ""
