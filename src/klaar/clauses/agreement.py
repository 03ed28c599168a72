"""One or more documents become an agreement: clauses, parties, terms, references and key facts."""

from collections.abc import Sequence

from klaar.clauses.definitions import find_terms
from klaar.clauses.facts import find_facts
from klaar.clauses.model import Agreement
from klaar.clauses.parties import find_parties
from klaar.clauses.references import find_references
from klaar.clauses.split import split_clauses
from klaar.documents.model import Document
from klaar.text.language import detect_language


def build_agreement(
    document: Document, language: str = "", *, it: Sequence[str] = (), client: Sequence[str] = ()
) -> Agreement:
    """Take `document` apart. `language` is "nl" or "en", found out when empty; `it`, `client` name the sides.

    "Acme B.V. (hierna: Leverancier) …" gives the party "Leverancier" on the side `it`.
    """
    spoken = language or detect_language(document.text).code
    known = spoken if spoken in ("nl", "en") else "en"
    structure = split_clauses(document, known)
    parties = find_parties(document, structure, known, it=tuple(it), client=tuple(client))
    return Agreement(
        document=document,
        language=known,
        clauses=structure.clauses,
        passages=structure.passages,
        tables=structure.tables,
        terms=find_terms(document, structure, known),
        references=find_references(document, structure, known),
        parties=parties,
        facts=find_facts(document, structure, known, parties),
    )
