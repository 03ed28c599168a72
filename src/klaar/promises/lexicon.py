"""Word lists of promises.toml, each room's in its own typed tuple."""

from collections.abc import Mapping
from typing import Any, TypeVar, get_origin, get_type_hints

from klaar.text.data import load_words

Room = TypeVar("Room", bound=tuple[Any, ...])
"""A NamedTuple of word lists: the words that one module looks for."""


def read_room(shape: type[Room], language: str, room: str, subject: str = "promises") -> Room:
    """The words of table `room` of `subject`.toml in `language`, one list for each field of `shape`.

    `remedies = "remedy remedies"` under [exempt] becomes `ExemptWords(remedies=frozenset({"remedy",
    "remedies"}))`; a field typed as a tuple keeps their order. Raises KeyError where the table misses a
    field, so that no half of the words is forgotten.
    """
    table: Mapping[str, str] = load_words(language, subject)[room]
    return shape(
        *((get_origin(kind) or tuple)(table[name].split()) for name, kind in get_type_hints(shape).items())
    )


def is_verb_second(language: str) -> bool:
    """Whether the verb stands second in a main clause and last in a subordinate one, as in Dutch.

    "Bij storing belt Klant de servicedesk." against "In case of a fault, Client calls the service desk."
    """
    return bool(load_words(language, "promises")["order"]["verb_second"])
