"""Where names stand in a list of bare words."""

from collections.abc import Iterable
from typing import NamedTuple

from klaar.clauses.sides_words import Bare, bare


class Mention(NamedTuple):
    """The words `start:end` are the name `name` (its lower-case words)."""

    name: str
    start: int
    end: int


class _Known:
    """The names that begin with one word: that word alone, and longer ones by the form of the second."""

    __slots__ = ("alone", "longer")

    def __init__(self) -> None:
        self.alone = ""
        self.longer: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = {}


def find_mentions(text: Bare, names: Iterable[str]) -> list[Mention]:
    """Every place where one of `names` stands, the longest where two begin at the same word."""
    lows, found = text.lows, []
    known = _index(text, names)
    last, since = len(lows) - 1, 0
    for at in [i for i, word in enumerate(lows) if word in known]:
        if at < since:
            continue
        here = known[lows[at]]
        if at < last and lows[at + 1] in here.longer:
            longer = next((one for one in here.longer[lows[at + 1]] if _follow(lows, at + 2, one[1])), None)
            if longer:
                since = at + 2 + len(longer[1])
                found.append(Mention(longer[0], at, since))
                continue
        if here.alone:
            found.append(Mention(here.alone, at, at + 1))
    return found


def _index(text: Bare, names: Iterable[str]) -> dict[str, _Known]:
    known: dict[str, _Known] = {}
    for words in sorted({bare(name) for name in names} - {()}, key=len, reverse=True):
        name, rest = " ".join(words), tuple(text.low_forms(word) for word in words[2:])
        for form in text.low_forms(words[0]):
            here = known.setdefault(form, _Known())
            if len(words) == 1:
                here.alone = name
            else:
                for second in text.low_forms(words[1]):
                    here.longer.setdefault(second, []).append((name, rest))
    return known


def _follow(lows: list[str], at: int, rest: tuple[frozenset[str], ...]) -> bool:
    if at + len(rest) > len(lows):
        return False
    for forms in rest:
        if lows[at] not in forms:
            return False
        at += 1
    return True
