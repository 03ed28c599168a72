"""The words of promises: every list has a Dutch and an English half, and every word is of use."""

import tomllib
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import klaar.text.data
from klaar.promises.kind_exempt import ExemptWords, exempt_words
from klaar.promises.lexicon import is_verb_second, read_room
from klaar.promises.signs import load_signs

FOLDER = Path(klaar.text.data.__file__).parent
FILES = ("conditions", "deadlines", "measures", "promises", "sentences", "signs", "vague")
ONE_HALF = {"signs": {"compounds.heads"}}
"""What one language alone has words for: it writes compounds as one word."""


def words_of(language: str, file: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / language / f"{file}.toml").read_text(encoding="utf-8"))


def keys_of(table: dict[str, Any], above: str = "") -> set[str]:
    found = (
        keys_of(value, f"{above}{key}.") if isinstance(value, dict) else {above + key}
        for key, value in table.items()
    )
    return set(chain.from_iterable(found))


@pytest.mark.parametrize("file", FILES)
def test_both_halves_have_the_same_keys(file: str) -> None:
    assert keys_of(words_of("nl", file)) ^ keys_of(words_of("en", file)) == ONE_HALF.get(file, set())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_list_of_the_rooms_is_in_small_letters_and_without_doubles(language: str) -> None:
    for name, table in words_of(language, "promises").items():
        for key, value in table.items() if name != "order" else ():
            words = value.split()
            assert sorted(set(words)) == sorted(words), f"{name}.{key}"
            assert value == value.lower(), f"{name}.{key}"


def test_a_room_is_read_into_typed_sets() -> None:
    found = exempt_words("en")
    assert isinstance(found, ExemptWords)
    assert found.remedies == {"remedy", "remedies"}


def test_a_table_that_misses_a_field_is_told() -> None:
    with pytest.raises(KeyError):
        read_room(ExemptWords, "en", "kind")


def test_the_order_of_words_is_data() -> None:
    assert is_verb_second("nl")
    assert not is_verb_second("en")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_sign_can_be_met(language: str) -> None:
    """Each word beside a sign, and each that must end its clause, is a word that the text can hold."""
    for word, signs in load_signs(language).signs.items():
        for sign in signs:
            assert word.strip("=+!$/") == word
            assert all(chain.from_iterable(sign.beside))
            assert all(beside.isdisjoint({word}) for beside in sign.beside)
