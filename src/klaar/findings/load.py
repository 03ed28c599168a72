"""The rules as they stand in `rules/`, each one checked before it is used."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from string import Formatter
from typing import Any, get_args

from klaar.findings.model import SEVERITIES
from klaar.findings.patterns import PatternError, read_pattern
from klaar.findings.rule import Gather, Hurts, Rule, Shape, Wording
from klaar.text.data import LANGUAGES

EVERY_SLOT = ("quote", "clause", "duty", "party")
"""The words that any finding may have: what it points to, its clause, its promise's duty and bearer."""

ALWAYS = ("quote",)
"""Those that every finding has."""

_ID = re.compile(r"[a-z]+(-[a-z]+)*")
_TOP = ("check", "severity", "source", "hurts", "gather", "options", *LANGUAGES)
_SAID = ("name", "what", "why", "better")
_LISTED = ("ask", "hit", "miss")
_EXAMPLES = 4


class RuleError(ValueError):
    """A rule's file that is not as it must be: which rule, and what is wrong with it."""


@cache
def load_rules() -> tuple[Rule, ...]:
    """Every rule, by id. Raises `RuleError` for a file that is not as it must be."""
    folder = files("klaar.findings") / "rules"
    written = sorted((e for e in folder.iterdir() if e.name.endswith(".toml")), key=lambda e: e.name)
    return tuple(read_rule(e.name.removesuffix(".toml"), e.read_text("utf-8")) for e in written)


def shape_of(check: str) -> Shape:
    """What the module `check` of klaar.findings.checks needs; raises `RuleError` where there is none."""
    name = f"klaar.findings.checks.{check}"
    if not check.isidentifier() or find_spec(name) is None:
        raise RuleError(f"there is no check {check!r} in klaar.findings.checks")
    shape: Shape = import_module(name).SHAPE
    return shape


def read_rule(name: str, toml: str) -> Rule:
    """The rule `name` ("vague-deadline") from the text of its file; raises `RuleError`."""
    try:
        return _rule(name, tomllib.loads(toml))
    except (RuleError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"rule {name}: {error}") from None


def _rule(name: str, data: Mapping[str, Any]) -> Rule:
    _demand(bool(_ID.fullmatch(name)), "the name of the file must be words in small letters with hyphens")
    _keys(data, must=("check", "severity", "source", *LANGUAGES), may=_TOP)
    _demand(data["severity"] in SEVERITIES, f"severity must be one of {', '.join(SEVERITIES)}")
    _demand(bool(data["source"]), "source is empty; write 'editorial: …' where no one else said it")
    shape, options, hurts = shape_of(data["check"]), data.get("options", {}), data.get("hurts", "both")
    _demand(hurts in get_args(Hurts), f"hurts must be one of {', '.join(get_args(Hurts))}")
    gather = data.get("gather", "each")
    _demand(gather in get_args(Gather), f"gather must be one of {', '.join(get_args(Gather))}")
    _keys(options, must=shape.options, may=(*shape.options, *shape.may_options))
    wordings = {language: _wording(data[language], shape, language) for language in LANGUAGES}
    first, second = (set(wordings[language].words) for language in LANGUAGES)
    _demand(first == second, f"word lists in one language only: {', '.join(sorted(first ^ second))}")
    return Rule(name, data["check"], data["severity"], data["source"], hurts, gather, options, wordings)


def _wording(data: Mapping[str, Any], shape: Shape, language: str) -> Wording:
    try:
        _keys(data, must=(*_SAID, *_LISTED), may=(*_SAID, *_LISTED, "words"))
        for key in _SAID:
            _demand(isinstance(data[key], str) and bool(data[key].strip()), f"{key} is empty")
        for key in ("hit", "miss"):
            _demand(len(data[key]) >= _EXAMPLES, f"{key} needs {_EXAMPLES} examples or more")
            _demand(len(set(data[key])) == len(data[key]), f"{key} has the same example twice")
        _examples(data)
        _questions(data["ask"], shape)
        return Wording(
            name=data["name"],
            what=data["what"],
            why=data["why"],
            ask=tuple(data["ask"]),
            better=data["better"],
            hit=tuple(data["hit"]),
            miss=tuple(data["miss"]),
            words=_words(data.get("words", {}), shape),
        )
    except (RuleError, PatternError) as error:
        raise RuleError(f"[{language}] {error}") from None


def _examples(data: Mapping[str, Any]) -> None:
    for text in data["hit"]:
        _demand(text.count("«") == text.count("»") > 0, f"no «words to be found» in the hit {text!r}")
    for text in (*data["miss"], data["better"]):
        _demand("«" not in text, f"words marked to be found in the miss {text!r}")


def _questions(forms: list[str], shape: Shape) -> None:
    _demand(bool(forms), "ask is empty")
    known = {*EVERY_SLOT, *shape.slots}
    for form in forms:
        unknown = _slots(form) - known
        _demand(not unknown, f"ask has a slot that no finding fills: {', '.join(sorted(unknown))}")
    _demand(_slots(forms[-1]) <= {*ALWAYS}, "the last form of ask may have no slot but {quote}")


def _slots(form: str) -> set[str]:
    return {slot for _, slot, _, _ in Formatter().parse(form) if slot is not None}


def _words(data: Mapping[str, Any], shape: Shape) -> Mapping[str, tuple[str, ...]]:
    _keys(data, must=shape.lists, may=(*shape.lists, *shape.may), of="[words] ")
    for patterns in data.values():
        for pattern in patterns:
            read_pattern(pattern)
    return {key: tuple(patterns) for key, patterns in data.items()}


def _keys(data: Mapping[str, Any], *, must: tuple[str, ...], may: tuple[str, ...], of: str = "") -> None:
    missing, unknown = [key for key in must if key not in data], [key for key in data if key not in may]
    _demand(not missing, f"{of}{', '.join(missing)} missing")
    _demand(not unknown, f"{of}{', '.join(unknown)} unknown")


def _demand(kept: bool, message: str) -> None:
    if not kept:
        raise RuleError(message)
