"""From documents to all that Klaar reads in them."""

from collections.abc import Sequence
from typing import NamedTuple

from klaar.brief.not_covered import NotCovered, find_not_covered
from klaar.brief.places import Places
from klaar.clauses.agreement import build_agreement
from klaar.clauses.join import join_documents
from klaar.clauses.model import Agreement
from klaar.documents.model import Document
from klaar.promises.find import find_promises
from klaar.promises.model import Promise
from klaar.text.language import Language, detect_language


class LanguageError(Exception):
    """A text that is neither Dutch nor English: "La société livre le système"."""


class Reading(NamedTuple):
    """An agreement with its promises, the files it was read from, and what was not covered.

    Offsets of `agreement` and `promises` are those of the files joined; `places` tells where they stand in
    each file. `language` is how sure the language is.
    """

    documents: tuple[Document, ...]
    agreement: Agreement
    language: Language
    promises: tuple[Promise, ...]
    not_covered: tuple[NotCovered, ...]
    places: Places


def read_agreement(
    documents: Sequence[Document],
    *,
    language: str = "",
    it: Sequence[str] = (),
    client: Sequence[str] = (),
) -> Reading:
    """Read one or more documents as one agreement.

    `language` ("nl", "en") is found out when empty; `it` and `client` name the parties of a side. Raises
    `LanguageError` for a text in another language, `ValueError` where there is no document.
    """
    whole = documents[0] if len(documents) == 1 else join_documents(documents)
    known = Language(language, 1.0, None, "sure") if language else detect_language(whole.text)  # type: ignore[arg-type]
    if known.code == "other":
        raise LanguageError(whole.name)
    agreement = build_agreement(whole, known.code, it=it, client=client)
    promises = find_promises(agreement)
    places = Places(whole, documents)
    missed = find_not_covered(agreement, promises, documents, places)
    return Reading(tuple(documents), agreement, known, promises, missed, places)
