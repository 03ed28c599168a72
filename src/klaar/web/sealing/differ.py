"""What changed between two versions: promises kept, changed, dropped and new."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from klaar.web.store.models import Promise, Version

_ALIKE = 0.6
"""Promises of the same clause that share less than this of their words are two different ones."""


class Pair(NamedTuple):
    """A promise before and after; one of them is None where it was dropped or is new."""

    before: Promise | None
    after: Promise | None


class Differences(NamedTuple):
    """All that differs between two versions; `kept` is how many promises stayed as they were."""

    kept: int
    changed: tuple[Pair, ...]
    dropped: tuple[Promise, ...]
    new: tuple[Promise, ...]


def differences(before: Version, after: Version) -> Differences:
    """What differs, in the order of the newer text; a promise that was read the same keeps its key."""
    old = {each.key: each for each in before.promises.filter(is_struck=False)}
    new = {each.key: each for each in after.promises.filter(is_struck=False)}
    same = [key for key in old if key in new and _said(old[key]) == _said(new[key])]
    pairs = [Pair(old[key], new[key]) for key in old if key in new and key not in set(same)]
    left = [each for key, each in old.items() if key not in new]
    right = [each for key, each in new.items() if key not in old]
    for promise in right:
        found = _alike(promise, left)
        if found is not None:
            left.remove(found)
            pairs.append(Pair(found, promise))
    used = {pair.after for pair in pairs}
    return Differences(
        kept=len(same),
        changed=tuple(sorted(pairs, key=lambda pair: pair.after.position if pair.after else 0)),
        dropped=tuple(left),
        new=tuple(each for each in right if each not in used),
    )


def _said(promise: Promise) -> tuple[object, ...]:
    return (
        " ".join(promise.quote.split()),
        promise.bearer,
        promise.kind,
        promise.deadline and promise.deadline["value"],
    )


def _alike(promise: Promise, others: Sequence[Promise]) -> Promise | None:
    near = [each for each in others if each.number == promise.number and each.bearer == promise.bearer]
    ratios = [
        (SequenceMatcher(None, each.quote.split(), promise.quote.split()).ratio(), each) for each in near
    ]
    ratio, best = max(ratios, key=lambda pair: pair[0], default=(0.0, None))
    return best if ratio >= _ALIKE else None
