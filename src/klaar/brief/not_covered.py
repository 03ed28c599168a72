"""What a reader must know that Klaar did not cover: pages, parts, names and sentences."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klaar.brief.foreign import find_foreign
from klaar.brief.places import Place, Places
from klaar.clauses.model import Agreement
from klaar.clauses.numbering import read_label
from klaar.documents.model import Document
from klaar.promises.model import Promise
from klaar.promises.uncovered import find_uncovered

OWN_REASONS = ("other_language", "side_unclear", "annex_missing", "binding_unread")
"""The reasons that are found here; all others are codes of the gaps of a document."""


class NotCovered(NamedTuple):
    """Something that was not covered, or not surely.

    `reason` is a code: one of `OWN_REASONS`, or a document's gap ("image_page"). `place` is None where it
    is about a whole file or page; `page` is None where there are no pages; `quote` are the words that stand
    there, `detail` adds a figure, a name or a language.
    """

    reason: str
    document: int
    page: int | None
    place: Place | None = None
    quote: str = ""
    detail: str = ""


def find_not_covered(
    agreement: Agreement, promises: Sequence[Promise], documents: Sequence[Document], places: Places
) -> tuple[NotCovered, ...]:
    """All that was not covered: first what the files left out, then by kind in the order of the text."""
    finder = _Finder(agreement, places)
    return (
        *_gaps(documents),
        *finder.other_languages(),
        *finder.unclear_parties(),
        *finder.missing_annexes(),
        *finder.unread(promises),
    )


def _gaps(documents: Sequence[Document]) -> Iterator[NotCovered]:
    for index, document in enumerate(documents):
        for gap in document.gaps:
            yield NotCovered(gap.what, index, gap.page or None, detail=gap.detail)


class _Finder:
    def __init__(self, agreement: Agreement, places: Places) -> None:
        self._agreement, self._places = agreement, places
        self._text = agreement.document.text

    def _at(self, reason: str, start: int, end: int, quote: str, detail: str = "") -> NotCovered:
        place = self._places.place(start, end)
        return NotCovered(reason, place.document, place.page, place, quote, detail)

    def other_languages(self) -> Iterator[NotCovered]:
        """Parts in another language: "Bijlage C" of a Dutch agreement, written in English."""
        for part in find_foreign(self._agreement):
            words = " ".join(self._text[part.start : part.end].split()[:12])
            yield self._at("other_language", part.start, part.end, words, part.code)

    def unclear_parties(self) -> Iterator[NotCovered]:
        """Parties of whom it is not sure on which side they stand."""
        for party in self._agreement.parties:
            if party.certainty == "check":
                yield self._at("side_unclear", party.start, party.end, party.name, party.reason)

    def missing_annexes(self) -> Iterator[NotCovered]:
        """Annexes that the text points at and that are not in the files, each where it is first named."""
        seen: set[str] = set()
        for reference in self._agreement.references:
            if reference.target >= 0:
                continue
            words = self._text[reference.start : reference.end]
            label = read_label(" ".join(words.split()))
            if label is not None and label.family == "annex" and label.path[0] not in seen:
                seen.add(label.path[0])
                yield self._at("annex_missing", reference.start, reference.end, words)

    def unread(self, promises: Sequence[Promise]) -> Iterator[NotCovered]:
        """Sentences that bind by their words and gave no promise."""
        for slot in find_uncovered(self._agreement, promises):
            yield self._at("binding_unread", slot.start, slot.end, slot.text)
