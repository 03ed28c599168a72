"""Words that are written in one with a number: tweehonderdvijftig, driemaandelijks, veertiendagentermijn."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from klaar.text.times.division import multiplied
from klaar.text.times.numberwords import compose
from klaar.text.times.units import Unit
from klaar.text.times.word import NOTHING, Morph, Word

_LONGEST = 60
"""Letters; a longer word is not taken apart."""
_LONG_UNIT = 4
"""Letters from which a unit is plain inside a longer word: veertien-dagen-termijn."""
_BARE = str.maketrans("éÉ", "ee")


@dataclass(frozen=True, slots=True)
class Compounds:
    """How a language makes one word of numbers and units: by parts, so that no list can fall short.

    `stems` are the parts of numbers, `words` what can stand behind them, `endings` make ordinals.
    """

    stems: Mapping[str, Morph]
    words: Mapping[str, Word]
    endings: frozenset[str]
    beginnings: frozenset[str]

    def read(self, text: str) -> Word | None:
        """What `text` means, or None if it is no such word.

        "vierentwintig" is 24, "vijfentwintigste" its ordinal, "driemaandelijks" the frequency P3M,
        "tweeënhalf" 2.5, "driejarig" and "veertiendagentermijn" a number with its unit.
        """
        if text[:2] not in self.beginnings or len(text) > _LONGEST:
            return None
        bare = text.translate(_BARE)
        morphs, place = self._numbers(bare)
        if not morphs:
            return None
        tail = bare[place:]
        return self._with_tail(morphs, tail) if tail else _number(morphs)

    def unit_in(self, text: str) -> Unit | None:
        """The unit at the start of a longer word: "dagen" in "dagentermijn"."""
        for length in range(len(text), _LONG_UNIT - 1, -1):
            word = self.words.get(text[:length])
            if word is not None and word.unit:
                return word.unit
        return None

    def _numbers(self, text: str) -> tuple[tuple[Morph, ...], int]:
        """The parts of a number from the start of `text`, the longest first, and where they end."""
        morphs: list[Morph] = []
        place = 0
        while place < len(text):
            for length in range(9, 1, -1):
                morph = self.stems.get(text[place : place + length])
                if morph is not None:
                    break
            else:
                break
            morphs.append(morph)
            place += length
        return tuple(morphs), min(place, len(text))

    def _with_tail(self, morphs: tuple[Morph, ...], tail: str) -> Word | None:
        word = self.words.get(tail, NOTHING)
        if word.part == 2:
            return _and_a_half(morphs)
        if word.morphs and word.morphs[0][0] == "o":
            return _number(morphs + word.morphs)
        if tail in self.endings and len(morphs) > 1:
            return _number((*morphs, ("o", 0)))
        tally = compose(morphs)
        return None if tally is None or tally.joined else self._counted(morphs, tally.value, word, tail)

    def _counted(self, morphs: tuple[Morph, ...], value: int, word: Word, tail: str) -> Word | None:
        """A number with a frequency, with "maal" or with a unit."""
        if word.often:
            return Word(often=multiplied(word.often, value), reader="often")
        if "times" in word.roles:
            return Word(turns=value, reader="often")
        unit = self.unit_in(tail)
        return Word(morphs=morphs, unit=unit, reader="number", continues=True) if unit else None


def make_compounds(words: Mapping[str, Word], article: list[str], endings: list[str]) -> Compounds:
    """The compounds that `words` can form in a language that writes numbers as one word."""
    stems = {word.translate(_BARE): m.morphs[0] for word, m in words.items() if _is_stem(word, m)}
    stems |= dict.fromkeys(filter(str.isalpha, article), ("n", 1))
    beginnings = frozenset(word[:2] for word in [*stems, "één", "eén", "éen"])
    return Compounds(stems, words, frozenset(endings), beginnings)


def _is_stem(text: str, word: Word) -> bool:
    """Whether a number in one word can hold this: not "dozijn", which stands alone."""
    return text.isalpha() and bool(word.morphs) and word.morphs[0][0] != "o" and word.morphs[0] != ("s", 12)


def _number(morphs: tuple[Morph, ...]) -> Word | None:
    tally = compose(morphs)
    if tally is None or tally.joined:
        return _year(morphs)
    return Word(morphs=morphs, reader="number", continues=True)


def _and_a_half(morphs: tuple[Morph, ...]) -> Word | None:
    """tweeënhalf, tweeëneenhalf."""
    if morphs[-2:] == (("and", 0), ("n", 1)):
        morphs = morphs[:-1]
    tally = compose(morphs[:-1]) if morphs[-1][0] == "and" else None
    return tally and Word(mixed=tally.value + Decimal("0.5"), reader="number")


def _year(morphs: tuple[Morph, ...]) -> Word | None:
    """negentiennegenennegentig: two numbers of two figures, as years are said."""
    head, tail = compose(morphs[:1]), compose(morphs[1:])
    if head and tail and 10 <= head.value <= 29 and not tail.joined and tail.value < 100:
        return Word(year=head.value * 100 + tail.value, reader="number")
    return None
