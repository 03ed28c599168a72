"""Making the check: the right answer is what the promise says, the wrong ones are what others of it say."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from klaar.web.agree.understand.model import Asks, Item

_WRONG = 3
_FEWEST = 3


class Known(NamedTuple):
    """What one promise tells: who must do it, by when, which level, and what if not ("" where it is silent)."""

    who: str
    when: str
    level: str
    otherwise: str
    is_excluded: bool
    words: str
    weight: int


def make_items(promises: Sequence[Known], seed: str, length: int, yes: str, no: str) -> list[Item]:
    """At most `length` questions, the same for the same seed; weighty promises first, no promise twice.

    `yes` and `no` are the answers to whether something is owed. A question is only asked where the agreement
    itself has at least two other answers that differ from the right one.
    """
    random = Random(seed)
    order = sorted(range(len(promises)), key=lambda at: (-promises[at].weight, random.random()))
    found: list[Item] = []
    counts: dict[str, int] = {}
    for at in order:
        items = list(_items(promises, at, random, (yes, no)))
        if items and len(found) < length:
            chosen = min(items, key=lambda item: (counts.get(item.asks, 0), random.random()))
            counts[chosen.asks] = counts.get(chosen.asks, 0) + 1
            found.append(chosen)
    return found


def _items(promises: Sequence[Known], at: int, random: Random, owed: tuple[str, str]) -> Iterator[Item]:
    promise = promises[at]
    told: tuple[tuple[Asks, str], ...] = (
        ("when", promise.when),
        ("level", promise.level),
        ("otherwise", promise.otherwise),
    )
    for asks, right in told:
        item = _item(promises, at, asks, right, random)
        if item:
            yield item
    if promise.is_excluded:
        yield Item(at, "excluded", owed, 1)
    elif promise.who:
        names = sorted({each.who for each in promises if each.who})
        if 2 <= len(names) <= _FEWEST and len(promise.words) > 20:
            yield Item(at, "who", tuple(names), names.index(promise.who))


def _item(promises: Sequence[Known], at: int, asks: Asks, right: str, random: Random) -> Item | None:
    if not right:
        return None
    others = sorted({getattr(each, asks) for each in promises} - {right, ""})
    if len(others) < 2:
        return None
    options = [right, *random.sample(others, min(_WRONG, len(others)))]
    random.shuffle(options)
    return Item(at, asks, tuple(options), options.index(right))
