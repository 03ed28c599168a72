"""Which terms a text uses, and which of its words look like jargon that nobody explains."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from klaar.clauses.model import Term
from klaar.plain.terms.abbreviations import initials_fit
from klaar.plain.terms.fold import fold
from klaar.plain.terms.load import load_terms
from klaar.plain.terms.model import JargonKind, TermsUsed, TermUse, UnknownWord
from klaar.plain.terms.own import own_names
from klaar.plain.terms.readings import NOTHING, Head, Reading, Target, by_first_word, read_word
from klaar.plain.terms.terms import Terms
from klaar.text.span import Span
from klaar.text.words import Words

_BEFORE = 12
"""Words before "(DAP)" among which its full form is looked for."""


def find_terms_used(
    text: str,
    words: Words,
    language: str,
    *,
    own: Sequence[Term] = (),
    terms: Terms | None = None,
    names: Collection[str] = (),
) -> TermsUsed:
    """The terms in `text`, whose words are `words`, hardest first, and its unexplained jargon.

    "Leverancier garandeert een uptime van 99,5 %." uses "beschikbaarheid" at its "uptime". `own` are the
    agreement's own definitions, which go before the glossary; `terms` is a glossary to use in place of
    Klaar's own; `names` are names of parties and people, whose words are no jargon. Linear in the words.
    """
    known = _Known(terms, tuple(own)) if terms else _known(language, tuple(own))
    return _Reader(text, words, terms or load_terms(language), known, names).read()


class _Known:
    """What the words of one agreement are; each different word is looked up once for all its texts."""

    def __init__(self, terms: Terms, own: tuple[Term, ...]) -> None:
        self._terms, self._own = terms, by_first_word(own_names(own))
        self._seen: dict[str, Reading] = {}

    def read(self, written: str) -> Reading:
        """What `written` is by itself."""
        reading = self._seen.get(written)
        if reading is None:
            reading = self._seen[written] = read_word(written, self._terms, self._own)
        return reading


@lru_cache(maxsize=2)
def _known(language: str, own: tuple[Term, ...]) -> _Known:
    """What Klaar's own glossary and the agreement's own definitions make of words."""
    return _Known(load_terms(language), own)


class _Reader:
    """One pass over the words of one text."""

    def __init__(self, text: str, words: Words, terms: Terms, known: _Known, names: Collection[str]) -> None:
        self._text, self._spans, self._terms = text, words.spans, terms
        self._lows = (
            words.lows if text.isascii() else [low if low.isascii() else fold(low) for low in words.lows]
        )
        self._known = known
        self._names = {word for name in names for word in fold(name).split()}
        self._places: dict[Target, list[Span]] = {}
        self._jargon: dict[str, tuple[JargonKind, list[Span]]] = {}
        self._explained: set[str] = set()

    def read(self) -> TermsUsed:
        """What the text uses, and what nobody explains."""
        read, text, after = self._known.read, self._text, 0
        for number, (start, end) in enumerate(self._spans):
            written = text[start:end]
            reading = read(written)
            if reading is not NOTHING and number >= after:
                after = self._take(number, written, reading)
        return TermsUsed(self._used(), self._unknown())

    def _take(self, number: int, written: str, reading: Reading) -> int:
        """Keep what begins at the word `number`, and give the number of the word after it."""
        start, end = self._spans[number]
        head = self._head(reading, number) if reading.heads else None
        if head is not None:
            last = number + len(head.tokens) - 1
            self._add(head.target, Span(start, self._spans[last][1]))
            return last + 1
        if not (reading.short and self._in_capitals(number)):
            for found in reading.found:
                self._add(found.target, Span(start + found.start, start + found.end))
        if reading.jargon:
            self._keep_jargon(number, written, reading.jargon, Span(start, end))
        return number + 1

    def _head(self, reading: Reading, number: int) -> Head | None:
        """The longest name that begins with the word `number`."""
        second = self._lows[number + 1][:2] if number + 1 < len(self._lows) else ""
        return next((head for head in reading.heads.get(second, ()) if self._stands(head, number)), None)

    def _stands(self, head: Head, number: int) -> bool:
        tokens = self._lows[number : number + len(head.tokens)]
        return len(tokens) == len(head.tokens) and self._terms.match(head.tokens, tuple(tokens))

    def _add(self, target: Target, place: Span) -> None:
        self._places.setdefault(target, []).append(place)

    def _in_capitals(self, number: int) -> bool:
        """Whether a word beside this one is in capitals as well: in a heading "TO" is no abbreviation."""
        beside = [self._spans[i] for i in (number - 1, number + 1) if 0 <= i < len(self._spans)]
        return any(self._text[a:b].isupper() and b - a > 1 for a, b in beside)

    def _keep_jargon(self, number: int, written: str, kind: JargonKind, place: Span) -> None:
        if fold(written) in self._names:
            return
        if kind == "abbreviation":
            if self._in_capitals(number):
                return
            if self._says_what(number, written):
                self._explained.add(written)
        self._jargon.setdefault(written, (kind, []))[1].append(place)

    def _says_what(self, number: int, written: str) -> bool:
        """Whether the text itself says what it stands for: "dossier afspraken (DA)", or the other way."""
        lows = self._lows
        if lows[number - 1 : number] == ["("] and number:
            before = lows[max(0, number - 1 - _BEFORE) : number - 1]
            return any(initials_fit(written, " ".join(before[i:])) for i in range(len(before)))
        if lows[number + 1 : number + 2] == ["("]:
            return initials_fit(written, " ".join(lows[number + 2 : number + 2 + _BEFORE]))
        return False

    def _used(self) -> tuple[TermUse, ...]:
        uses = [TermUse(target.term, target.own, tuple(places)) for target, places in self._places.items()]
        return tuple(sorted(uses, key=lambda use: (-use.hard, use.places[0])))

    def _unknown(self) -> tuple[UnknownWord, ...]:
        return tuple(
            UnknownWord(written, kind, tuple(places))
            for written, (kind, places) in self._jargon.items()
            if written not in self._explained
        )
