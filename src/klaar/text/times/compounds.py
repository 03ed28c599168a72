"""Words that are written in one with a number: tweehonderdvijftig, driemaandelijks, veertiendagentermijn."""

import re
from dataclasses import dataclass
from decimal import Decimal

from klaar.text.times.iso import Duration, parse_duration
from klaar.text.times.numberwords import compose
from klaar.text.times.trie import one_of
from klaar.text.times.vocabulary import Data
from klaar.text.times.word import NOTHING, Morph, Word

_LONGEST = 60
"""Letters; a longer word is not taken apart."""
_LONG_UNIT = 4
"""Letters from which a unit is plain inside a longer word: veertien-dagen-termijn."""
_BARE = str.maketrans("éÉ", "ee")


@dataclass(frozen=True, slots=True)
class Compounds:
    """How a language makes one word of numbers and units: by parts, so that no list can fall short."""

    whole: re.Pattern[str]
    stem: re.Pattern[str]
    morphs: dict[str, Morph]
    words: dict[str, Word]
    anchor: str

    def read(self, text: str) -> Word | None:
        """What `text` means, or None if it is no such word.

        "vierentwintig" is 24, "vijfentwintigste" its ordinal, "driemaandelijks" the frequency P3M,
        "tweeënhalf" 2.5, "driejarig" and "veertiendagentermijn" a number with its unit.
        """
        match = self.whole.fullmatch(text.translate(_BARE)) if len(text) <= _LONGEST else None
        if match is None:
            return None
        morphs = tuple(self.morphs[stem] for stem in self.stem.findall(match["number"]))
        kind, tail = match.lastgroup, self.words.get(match[match.lastgroup or 0], NOTHING)
        if kind == "half":
            return _and_a_half(morphs)
        if kind == "ending" or kind == "ordinal":
            morphs += tail.morphs or (("o", 0),)
        tally = compose(morphs)
        if tally is None or tally.joined:
            return _year(morphs)
        if kind == "often":
            return Word(often=_times(tally.value, tail.often), reader="often")
        if kind == "count":
            return Word(count=tally.value, reader="often")
        return Word(morphs=morphs, unit=tail.unit, reader="number")


def make_compounds(data: Data, words: dict[str, Word]) -> Compounds:
    """The compounds that the words of `data` can form."""
    known = {word.translate(_BARE): meaning for word, meaning in words.items() if word.isalpha()}
    morphs = {word: meaning.morphs[0] for word, meaning in known.items() if _is_stem(meaning)}
    morphs |= dict.fromkeys(filter(str.isalpha, data["grammar"]["article"]), ("n", 1))
    stem = f"(?>{'|'.join(sorted(morphs, key=len, reverse=True))})"
    units = [word for word, meaning in known.items() if meaning.unit]
    tails = {
        "half": [word for word, meaning in known.items() if meaning.part == 2],
        "ordinal": [word for word, meaning in known.items() if meaning.morphs[:1] and meaning.morphs[0][0] == "o"],
        "often": [word for word, meaning in known.items() if meaning.often],
        "count": [word for word, meaning in known.items() if "times" in meaning.roles],
        "unit": units,
    }
    tail = "|".join(f"(?P<{name}>{one_of(words)})" for name, words in tails.items())
    long_unit = f"(?P<long>{one_of(word for word in units if len(word) >= _LONG_UNIT)})[^\\W\\d_]*"
    ending = f"(?P<ending>{one_of(data['grammar']['ordinal_ending'])})"
    return Compounds(
        re.compile(f"(?P<number>{stem}++)(?:{tail}|{ending}|{long_unit})?"),
        re.compile(stem),
        morphs,
        known,
        f"{stem}(?:{stem}|{one_of(word for words in tails.values() for word in words)})",
    )


def _is_stem(word: Word) -> bool:
    """Whether a number in one word can hold this: not "dozijn", which stands alone."""
    return bool(word.morphs) and word.morphs[0][0] != "o" and word.morphs[0] != ("s", 12)


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


def _times(count: int, iso: str) -> str:
    return str(Duration(*(part * count for part in parse_duration(iso))))
