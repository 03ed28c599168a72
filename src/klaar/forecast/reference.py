"""Published reference classes: how promises went elsewhere, for who has no history yet."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

REFERENCES = ("kubernetes-releases", "uk-major-ict", "uk-major-projects")
"""The reference classes that come with Klaar; a file each under forecast/references."""


class Reference(NamedTuple):
    """A reference class: only figures, no data of others.

    `share[i]` of the cases took at most `ratio[i]` times the promised term; `n` finished and `unfinished`
    cases are behind it. Beyond `seen` nobody knows: a log-normal with this `middle` and `spread` (of the
    logarithm) is shown there. `source` says whose figures and under which licence.
    """

    name: str
    n: int
    unfinished: int
    share: tuple[float, ...]
    ratio: tuple[float, ...]
    seen: float
    middle: float
    spread: float
    source: str


@cache
def load_reference(name: str) -> Reference:
    """The reference class `name`; raises `KeyError` for one that does not exist."""
    if name not in REFERENCES:
        raise KeyError(name)
    read = tomllib.loads((files("klaar.forecast") / "references" / f"{name}.toml").read_text("utf-8"))
    read = {**read, "share": tuple(read["share"]), "ratio": tuple(read["ratio"])}
    return Reference(name=name, **read)
