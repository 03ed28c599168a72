"""A glossary file becomes terms: one TOML table a term, under an id of its own."""

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from klaar.plain.terms.errors import GlossaryError
from klaar.plain.terms.fold import fold
from klaar.plain.terms.model import GlossaryTerm

_REQUIRED = ("word", "what", "why")
_TEXTS = (*_REQUIRED, "example")
_LISTS = ("forms", "related", "loose")
_KEYS = {*_TEXTS, *_LISTS, "full", "hard"}


def read_glossary(data: bytes, name: str, source: str = "") -> tuple[GlossaryTerm, ...]:
    """The terms in the TOML file `data`, in its order. `source` is kept with each of them.

    Raises `GlossaryError` for a file that is no such TOML, naming the term and the key that is wrong.
    """
    tables = _tables(data, name)
    if not tables:
        raise GlossaryError("no_terms", name)
    terms = tuple(_term(key, table, name, source) for key, table in tables.items())
    _check_names(terms, name)
    return terms


def _tables(data: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise GlossaryError("not_text", name) from None
    except tomllib.TOMLDecodeError as error:
        raise GlossaryError("not_toml", name, detail=str(error)) from None


def _term(key: str, table: Any, name: str, source: str) -> GlossaryTerm:
    if not isinstance(table, dict):
        raise GlossaryError("not_a_table", name, key)
    for needed in _REQUIRED:
        if needed not in table:
            raise GlossaryError("missing", name, key, needed)
    for given, value in table.items():
        if given not in _KEYS:
            raise GlossaryError("unknown_key", name, key, given)
        if not _fits(given, value):
            raise GlossaryError("wrong_value", name, key, given)
    return GlossaryTerm(key, **_values(table), source=source)


def _fits(key: str, value: Any) -> bool:
    if key in _TEXTS:
        return isinstance(value, str) and bool(value.strip())
    if key in _LISTS:
        return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)
    if key == "hard":
        return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 5
    return isinstance(value, dict) and all(isinstance(item, str) and item.strip() for item in value.values())


def _check_names(terms: Sequence[GlossaryTerm], name: str) -> None:
    """Raise `GlossaryError` where one name belongs to two terms: nobody could tell which is meant."""
    owners: dict[str, str] = {}
    for term in terms:
        for written in term.names():
            if owners.setdefault(fold(written), term.id) != term.id:
                raise GlossaryError("twice", name, term.id, written)


def _values(table: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {key: table[key] for key in (*_TEXTS, "hard") if key in table}
    values.update({key: tuple(table.get(key, ())) for key in _LISTS})
    return {"forms": (), **values, "full": tuple(table.get("full", {}).items())}
