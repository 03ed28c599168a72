"""The words of levels.toml: the same in both languages, and each heading means one thing."""

import string
from collections import defaultdict
from typing import Any

import pytest

from klaar.ledger.levels.imports.sheet import folded
from klaar.text.data import load_words

BOTH = {language: load_words(language, "levels") for language in ("nl", "en")}


def messages(table: dict[str, Any]) -> dict[str, str]:
    return {f"{group}.{key}": value for group, keys in table.items() for key, value in keys.items()}


def test_both_halves_say_the_same_things() -> None:
    dutch, english = messages(BOTH["nl"]), messages(BOTH["en"])
    assert dutch.keys() == english.keys()
    for key, message in dutch.items():
        if isinstance(message, str):
            blanks, others = (
                {n for _, n, _, _ in string.Formatter().parse(m)} for m in (message, english[key])
            )
            assert blanks == others, key


@pytest.mark.parametrize("group", ["columns", "states"])
def test_every_word_means_one_thing(group: str) -> None:
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    for words in BOTH.values():
        for key, names in words[group].items():
            for name in names:
                meanings[folded(name)].add(key)
    assert {name: found for name, found in meanings.items() if len(found) > 1} == {}
