"""The words of deadlines.toml, ready for looking up."""

import re
from functools import cache
from typing import NamedTuple

from klaar.promises.lexicon import read_room
from klaar.promises.phrases import Phrases, phrase_table
from klaar.text.data import load_words


class DeadlineWords(NamedTuple):
    """The words around a time that say what it is for ([around] of deadlines.toml)."""

    within: frozenset[str]
    duration: frozenset[str]
    by: frozenset[str]
    before: frozenset[str]
    notice: frozenset[str]
    after: frozenset[str]
    least: frozenset[str]
    in_: frozenset[str]
    in_advance: frozenset[str]
    one_of: frozenset[str]
    some: frozenset[str]
    calendar: tuple[str, ...]
    rate: frozenset[str]
    reach: frozenset[str]
    joint: frozenset[str]
    later: frozenset[str]
    denied: frozenset[str]
    linked: frozenset[str]
    onto: frozenset[str]
    links: frozenset[str]
    adjective_ends: tuple[str, ...]


@cache
def deadline_words(language: str) -> DeadlineWords:
    """The deadline words of "nl" or "en"."""
    return read_room(DeadlineWords, language, "around", "deadlines")


@cache
def cue_words(language: str) -> frozenset[str]:
    """The words before a time that belong to it: "binnen", "for", "uiterlijk"."""
    words = deadline_words(language)
    return words.within | words.duration | words.by | words.least


@cache
def next_day(language: str) -> re.Pattern[str]:
    """ "the next business day", "de eerstvolgende werkdag"."""
    return re.compile(load_words(language, "deadlines")["next"], re.IGNORECASE)


@cache
def next_days(language: str) -> frozenset[str]:
    """The words without one of which `next_day` finds nothing: "day", "werkdag"."""
    return frozenset(load_words(language, "deadlines")["next_days"].split())


@cache
def vague_times(language: str) -> Phrases:
    """ "as soon as possible", "onverwijld": phrases that name no time."""
    return phrase_table(load_words(language, "deadlines")["vague"].split(";"))
