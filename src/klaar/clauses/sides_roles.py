"""Words for a side: "Leverancier" supplies, "Customer" receives, "de accountant" is someone else."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, NamedTuple

from klaar.clauses.model import Side
from klaar.text.data import LANGUAGES, load_words

Kind = Literal["firm", "loose", "within", "counter", "other", "title", "people", "work", "third", "we", "you"]


class Role(NamedTuple):
    """A word for a side, in lower case: "supplier" is `it`, firmly; "bank" is `client`, loosely.

    `side` is None for a word that may be either ("company", "project manager"). `foreign` is true for a word
    of the other language than the text's, which counts only with a capital; `doubt` for a word that is also a
    machine or a program ("processor"). "work" is what acts for a supplier in its own standard ("project"),
    "third" who is `other` where someone else supplies ("hosting provider").
    """

    word: str
    side: Side | None
    kind: Kind
    foreign: bool = False
    doubt: bool = False


@cache
def load_roles(language: str) -> Mapping[str, Role]:
    """Every known word by its lower-case form: those of `language`, then those of the other one."""
    own = language if language in LANGUAGES else "en"
    roles: dict[str, Role] = {}
    for code in sorted(LANGUAGES, key=lambda c: c != own):
        foreign = code != own and language in LANGUAGES
        for role in _roles_of(code):
            roles.setdefault(role.word, role._replace(foreign=foreign))
    return roles


def _roles_of(code: str) -> list[Role]:
    data = load_words(code, "parties")
    sides: tuple[Side, Side] = ("it", "client")
    kinds: tuple[Kind, Kind, Kind] = ("firm", "loose", "within")
    roles = [Role(word, side, kind) for kind in kinds for side in sides for word in data[side][kind]]
    roles += [Role(word, None, "counter") for word in data["counter"]["words"]]
    roles += [Role(word, "it", "we") for word in data["pronouns"]["we"]]
    roles += [Role(word, "client", "you") for word in data["pronouns"]["you"]]
    roles += [Role(word, "other", "other") for word in data["other"]["words"]]
    roles += [Role(word, None, "title") for word in data["whose"]["titles"]]
    roles += [Role(word, None, "people") for word in data["whose"]["people"]]
    roles += [Role(word, "it", "work") for word in data["it"]["work"]]
    roles += [Role(word, "it", "third") for word in data["it"]["third"]]
    return [role._replace(doubt=role.word in data["doubt"]["words"]) for role in roles]


def with_compounds(roles: Mapping[str, Role], words: Iterable[str]) -> Mapping[str, Role]:
    """The same roles, with the compounds among `words` that end in one: "zaaksysteemleverancier"."""
    heads = _heads()
    found = [word for word in words if word.endswith(heads) and word not in roles and word not in heads]
    return {**roles, **{word: Role(word, "it", "third") for word in found}} if found else roles


@cache
def _heads() -> tuple[str, ...]:
    return tuple(head for code in LANGUAGES for head in load_words(code, "parties")["it"]["heads"])


@cache
def role_starts(language: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The words of every role by the first of them: "end" → (("end", "user"), ("end", "users"), …)."""
    starts: dict[str, list[tuple[str, ...]]] = {}
    for word in load_roles(language):
        parts = tuple(word.split())
        starts.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in starts.items()}


@cache
def both_words(language: str) -> frozenset[str]:
    """Words for the two sides together or either: "each party", "partijen", "receiving party"."""
    codes = [language] if language in LANGUAGES else LANGUAGES
    both = [load_words(code, "parties")["both"] for code in codes]
    return frozenset(word for data in both for key in ("words", "roles") for word in data[key])


@cache
def either_roles() -> frozenset[str]:
    """What either side may be in turn, and one side alone where the agreement says so: "receiving party"."""
    return frozenset(word for code in LANGUAGES for word in load_words(code, "parties")["both"]["roles"])
