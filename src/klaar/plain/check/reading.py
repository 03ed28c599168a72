"""A text taken apart into units, each with what it means."""

from klaar.plain.check.clauses import find_clauses
from klaar.plain.check.entries import (
    entry_inside,
    entry_of,
    operates,
    phrase_at,
    plain_word,
    someone,
    with_words,
)
from klaar.plain.check.fold import fold
from klaar.plain.check.joints import separable, together
from klaar.plain.check.lexicon import EMPTY, Entry, load_lexicon
from klaar.plain.check.model import Parties, Reader
from klaar.plain.check.names import name_at, names_of, owning_words, pronouns
from klaar.plain.check.units import Reading, Side, Unit
from klaar.plain.check.word import word_of
from klaar.text.times import Time, find_times
from klaar.text.words import split_words


def read(text: str, language: str, parties: Parties, reader: Reader | None) -> Reading:
    """Take `text` apart; "you" and "we" stand for a side where `reader` says for which."""
    units = _Units(text, language, parties, reader).read()
    taken = Reading(text, language, tuple(together(separable(units, load_lexicon(language)))))
    return taken._replace(stretches=tuple(find_clauses(taken)))


class _Units:
    """One pass over the words of a text: at each place a time, a name, a phrase or a single word."""

    def __init__(self, text: str, language: str, parties: Parties, reader: Reader | None) -> None:
        words = split_words(text)
        self._text, self._language, self._spans = text, language, words.spans
        self._lows = [plain_word(low) for low in words.lows] if "’" in text else words.lows
        self._families = [fold(low, language) for low in self._lows]
        self._times = {time.start: time for time in find_times(text, language)}
        self._lexicon = load_lexicon(language)
        self._names = names_of(parties, language)
        self._sides = pronouns(language, reader)
        self._owning = owning_words(language)
        self._sentence = 0

    def read(self) -> list[Unit]:
        """The units in order."""
        units: list[Unit] = []
        place = 0
        while place < len(self._lows):
            unit, size = self._at(place)
            units.append(unit)
            place += size
        return units

    def _at(self, i: int) -> tuple[Unit, int]:
        """The unit that begins with word `i`, and how many words it is."""
        time = self._times.get(self._spans[i][0])
        if time is not None:
            return self._time(i, time)
        name = name_at(self._lows, i, self._names)
        if name is not None:
            return self._name(i, *name), name[0]
        size, entry = phrase_at(self._families, i, self._lexicon, self._times, self._spans)
        return (self._phrase(i, size, entry), size) if size > 1 else (self._word(i), 1)

    def _time(self, i: int, time: Time) -> tuple[Unit, int]:
        start, end = self._spans[i][0], i + 1
        while end < len(self._spans) and self._spans[end][0] < time.end:
            end += 1
        lows = self._lows[i:end]
        entry = entry_of(lows[0], self._language)[0] if len(lows) == 1 else entry_inside(lows, self._language)
        side: Side = someone(lows[0], entry) if lows[0] in {"derde", "derden"} else ""
        said = self._text[start : time.end].lower()
        stop = max(time.end, self._spans[end - 1][1])
        unit = Unit(start, stop, said, "", entry, True, self._sentence, side, time=time, keys=entry.keys)
        return unit, len(lows)

    def _name(self, i: int, size: int, side: Side) -> Unit:
        last, after = self._lows[i + size - 1], self._lows[i + size : i + size + 1]
        owner = last.endswith("'s") or (last.endswith("s") and after == ["'"])
        start, end = self._spans[i][0], self._spans[i + size - 1][1]
        return Unit(start, end, self._lows[i], "", EMPTY, True, self._sentence, side, owner)

    def _phrase(self, i: int, size: int, entry: Entry) -> Unit:
        lows = self._lows[i : i + size]
        empty = not entry.keys or operates(entry) or all(entry_of(low, self._language)[1] for low in lows)
        said, light = "_".join(lows), empty and not entry.core
        side = someone(said, entry)
        whole = with_words(entry, lows, self._language)
        start, end = self._spans[i][0], self._spans[i + size - 1][1]
        return Unit(start, end, said, "", whole, light, self._sentence, side, keys=whole.keys)

    def _word(self, i: int) -> Unit:
        low, (start, end), sentence = self._lows[i], self._spans[i], self._sentence
        family, entry, light, other, keys = word_of(low, self._language)
        own = self._sides.get(low, "")
        side = own or other
        owner = bool(own) and low in self._owning
        small = light or (bool(side) and side[0] != "=")
        if low in ".?!;:":
            self._sentence += 1
        return Unit(start, end, low, family, entry, small, sentence, side, owner, None, keys)
