"""The words by which deeds are read: who hosts and repairs supplies, who pays receives."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from klaar.text.data import LANGUAGES, load_words


class Cues(NamedTuple):
    """The words of text/<language>/parties.toml, [does], ready to be looked up.

    `verbs` has the side and the points of a verb ("host": it 3), `person` what only someone can do or be
    ("notify", "liable"), `acts` what binds a name before it, `skip` what may stand between, `done` the side
    of a verb before `by` ("paid by"), `to` stands before whom it is done for, `owns` has the side of a thing
    before `of` or after a genitive. `inverts` is true where a name may stand after its verb ("zal Rinkel").
    """

    verbs: Mapping[str, tuple[str, int]]
    person: frozenset[str]
    modals: frozenset[str]
    acts: frozenset[str]
    skip: frozenset[str]
    by: frozenset[str]
    done: Mapping[str, str]
    to: frozenset[str]
    of: frozenset[str]
    owns: Mapping[str, str]
    inverts: bool


@cache
def load_cues(language: str) -> Cues:
    """The words of `language`, of all languages where it has none."""
    codes = [language] if language in LANGUAGES else LANGUAGES
    does = [load_words(code, "parties")["does"] for code in codes]
    return Cues(
        verbs=_verbs(does),
        person=_words(does, "person") | _words(does, "person_after"),
        modals=_words(does, "modals"),
        acts=_words(does, "acts") | _words(does, "person"),
        skip=_words(does, "skip"),
        by=_words(does, "by"),
        done=_sides(does, "by"),
        to=_words(does, "to"),
        of=_words(does, "of"),
        owns=_sides(does, "owns"),
        inverts="nl" in codes,
    )


def _words(does: list[dict[str, Any]], key: str) -> frozenset[str]:
    return frozenset(word for part in does for word in part[key])


def _sides(does: list[dict[str, Any]], key: str) -> Mapping[str, str]:
    return {word: side for side in ("client", "it") for word in _words(does, f"{key}_{side}")}


def _verbs(does: list[dict[str, Any]]) -> Mapping[str, tuple[str, int]]:
    return {
        word: (side, points)
        for points, weight in ((1, "weak"), (3, "strong"))
        for side in ("it", "client")
        for word in _words(does, f"{side}_{weight}")
    }
