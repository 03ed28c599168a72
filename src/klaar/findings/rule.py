"""A rule as its TOML file says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from klaar.findings.model import Severity

Hurts = Literal["it", "client", "both", "bearer", "beneficiary"]
"""A side, or who bears or receives the promise that the finding is about."""

Gather = Literal["each", "words", "clause", "part", "longest"]
"""Which findings of a rule are one: none; those on the same words; those in one clause; those in one annex,
or in the agreement outside its annexes; all, with the longest in front."""


class Shape(NamedTuple):
    """What a check needs of the rules that use it, so that a rule that lacks it is refused.

    `lists` are the word lists that a rule must have in both languages, `may` those it can have, `options`
    the settings that it must have, `may_options` those it can have, `slots` the words that the check gives
    to the question ("{other}") beside those that every finding has.
    """

    lists: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    may_options: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """A rule in one language: what a reader sees of it, its words, and the examples that prove it.

    `ask` are the forms of the question, the most telling first: the first whose {slots} can all be filled
    is asked, the last has no slot but {quote}. `hit` are texts with the words to be found
    between « and », and other places between ‹ and ›; in `miss` and `better` nothing is found.
    """

    name: str
    what: str
    why: str
    ask: tuple[str, ...]
    better: str
    hit: tuple[str, ...]
    miss: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One kind of trouble: `vague-deadline`.

    `check` names the module of klaar.findings.checks that looks for it, `options` are the settings of that
    check, `gather` says which of its findings are one, `source` where the rule comes from, `hurts` whom the
    trouble costs something.
    """

    id: str
    check: str
    severity: Severity
    source: str
    hurts: Hurts
    gather: Gather
    options: Mapping[str, Any]
    wordings: Mapping[str, Wording]
