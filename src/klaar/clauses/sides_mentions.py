"""Where names stand in a list of bare words."""

from collections.abc import Iterable
from typing import NamedTuple

from klaar.clauses.sides_words import Bare, bare


class Mention(NamedTuple):
    """The words `start:end` are the name `name` (its lower-case words)."""

    name: str
    start: int
    end: int


class _Known(NamedTuple):
    """The names that begin with one word: that word alone, and longer ones by the form of the second."""

    alone: str
    longer: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]]


def find_mentions(text: Bare, names: Iterable[str]) -> list[Mention]:
    """Every place where one of `names` stands, the longest where two begin at the same word."""
    lows, known = text.lows, _index(text, names)
    found: list[Mention] = []
    last, since = len(lows) - 1, 0
    for at in [i for i, word in enumerate(lows) if word in known]:
        if at < since:
            continue
        alone, longer = known[lows[at]]
        for name, rest in longer.get(lows[at + 1], ()) if longer and at < last else ():
            if _follow(lows, at + 2, rest):
                since = at + 2 + len(rest)
                found.append(Mention(name, at, since))
                break
        else:
            if alone:
                found.append(Mention(alone, at, at + 1))
    return found


def _index(text: Bare, names: Iterable[str]) -> dict[str, _Known]:
    known: dict[str, _Known] = {}
    for words in sorted({bare(name) for name in names} - {()}, key=lambda words: (-len(words), words)):
        name, rest = " ".join(words), tuple(text.low_forms(word) for word in words[2:])
        for form in text.low_forms(words[0]):
            here = known.setdefault(form, _Known("", {}))
            if len(words) == 1:
                known[form] = here._replace(alone=name)
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
