"""Who wrote a text, as its title and its first words tell: the supplier its terms, the client a request."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from klaar.clauses.parties_count import Census
from klaar.clauses.sides import lean
from klaar.clauses.sides_roles import Role
from klaar.clauses.sides_words import bare
from klaar.documents.model import Document
from klaar.text.data import LANGUAGES, load_words

_BIDDERS = 5
"""Uses of "offeror" or "inschrijver" from which a text is a request, whatever its title says."""
_TITLE = 600
"""Characters from the top that count as title."""
_NAMED = 60
"""Characters from the top in which a quotation says that it is one."""
_FEW = 3
"""Uses of "you" that count as half a certainty that it is spoken to."""
_SHORT = 4
"""Letters up to which a phrase must be a word of its own."""


class Setting(NamedTuple):
    """What the whole text says of sides: `speaks` 1 for terms, -1 for a request; `lean` as in `sides`.

    `title` is the head of the text, from `read_head`; `addressed` how much it speaks to a "you", from 0 to 1.
    """

    speaks: int
    lean: float
    title: str
    addressed: float = 0.0


def read_head(document: Document) -> str:
    """The title and the first words of a text, in lower case without marks: " sla rinkel hosting this … "."""
    return f" {' '.join(bare(f'{document.title} {document.text[:_TITLE]}'))} "


def read_setting(head: str, census: Census, roles: Mapping[str, Role]) -> Setting:
    """Who wrote the text, by its head, and which side its firm words name."""
    bidders = sum(census.uses[word] for word in _phrases("bidders"))
    speaks = -1 if bidders >= _BIDDERS else _voice(head)
    you = sum(
        count for word, count in census.uses.items() if (role := roles.get(word)) and role.kind == "you"
    )
    return Setting(speaks, lean(census.uses, roles), head, you / (you + _FEW) if speaks >= 0 else 0.0)


def _voice(head: str) -> int:
    first = {side: min(_find(head, phrase) for phrase in _phrases(side)) for side in ("client", "it")}
    return 1 if first["it"] < first["client"] else -1 if first["client"] < len(head) else 0


def is_letter(head: str) -> bool:
    """Whether the text is a supplier's quotation, which names who sends it and to whom."""
    return _voice(head) >= 0 and any(_find(head, phrase) < _NAMED for phrase in _phrases("letters"))


def _find(head: str, phrase: str) -> int:
    """Where a phrase begins, a short one as a word of its own ("sla"); the end of `head` where it is not."""
    at = head.find(phrase if len(phrase) > _SHORT else f" {phrase} ")
    return at if at >= 0 else len(head)


@cache
def _phrases(key: str) -> list[str]:
    return [phrase for code in LANGUAGES for phrase in load_words(code, "parties")["speaks"][key]]


def is_titled(name: str, setting: Setting) -> bool:
    """Whether the head of the text has the first word of `name`."""
    core = bare(name)[:1]
    return bool(core) and f" {core[0]} " in setting.title
