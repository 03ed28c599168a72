"""Names that are one party: a company, what the agreement calls it, and its short forms."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from klaar.clauses.company import common_words, form_at
from klaar.clauses.parties_intro import Introduction
from klaar.clauses.sides_roles import Role
from klaar.clauses.sides_words import Bare, bare
from klaar.text.words import lower

_TWO = 2
_OFTEN = 8
"""Uses of a firm's short name from which it is a party, where the text introduces fewer than two."""
_LEADING = ("the", "de", "het")


class Group(NamedTuple):
    """One party as introduced: `names` are its aliases as written, `start:end` where it is introduced.

    `twice` is true where two companies got the same name, which a reader must settle.
    """

    company: str
    names: tuple[str, ...]
    start: int
    end: int
    twice: bool = False


def group_introductions(found: Sequence[Introduction], text: Bare, roles: Mapping[str, Role]) -> list[Group]:
    """Introductions of the same company or the same name put together, in the order of the text."""
    groups: list[Group] = []
    for one in sorted(found, key=lambda i: (not i.sure, i.start)):
        at = next((i for i, group in enumerate(groups) if _same_company(group.company, one.company)), -1)
        taken = {alias.lower() for group in groups for alias in group.names}
        aliases = tuple(alias for alias in one.aliases if alias.lower() not in taken)
        if at >= 0:
            groups[at] = groups[at]._replace(names=groups[at].names + aliases)
        elif one.aliases and not aliases:
            groups = _settle(groups, one)
        elif one.sure or (len(groups) < _TWO and _in_use(one.aliases, text, roles)):
            groups.append(Group(one.company, aliases, one.start, one.end))
    return _with_short_names(groups, text)


def _in_use(aliases: Sequence[str], text: Bare, roles: Mapping[str, Role]) -> bool:
    """Whether a name that no "between" makes a party's is used as one's all the same."""
    for alias in aliases:
        uses = min((text.count(word) for word in bare(alias)), default=0)
        if uses >= (_TWO if alias.lower() in roles else _OFTEN):
            return True
    return False


def _settle(groups: list[Group], one: Introduction) -> list[Group]:
    """A name given a second time: a real company takes it over from a blank; it is to be checked anyhow."""
    settled = []
    for group in groups:
        if not set(one.aliases) & set(group.names):
            settled.append(group)
        elif group.company[:1] in "[{<`_" and one.company[:1] not in "[{<`_":
            settled.append(Group(one.company, group.names, one.start, one.end, twice=True))
        else:
            settled.append(group._replace(twice=one.sure and _named(one.company)))
    return settled


def _named(company: str) -> bool:
    return company[:1] not in "[{<`_"


def _same_company(one: str, other: str) -> bool:
    a, b = core_words(one), core_words(other)
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    formless = len(bare(one if short == a else other)) == len(short)
    return bool(short) and (long[-len(short) :] == short or (formless and long[: len(short)] == short))


def core_words(company: str) -> tuple[str, ...]:
    """The words of a name without its legal form: "The Alder Group Inc." → ("alder", "group")."""
    end = len(company)
    for word in re.finditer(r"\S+", company):
        if word.start() and form_at(company, word.start(), len(company)) >= len(company.rstrip(".")):
            end = word.start()
            break
    words = bare(company[:end])
    return words[1:] if words[:1] and words[0] in _LEADING else words


def _with_short_names(groups: Sequence[Group], text: Bare) -> list[Group]:
    """With the short forms that the text uses for each company, unless they are another's as well."""
    shorts = [_short_names(group, text) for group in groups]
    known = Counter(name.lower() for group in groups for name in group.names)
    known.update(short for names in shorts for short in {name.lower() for name in names})
    return [
        group._replace(names=(*group.names, *(name for name in names if known[name.lower()] == 1)))
        for group, names in zip(groups, shorts, strict=True)
    ]


def _short_names(group: Group, text: Bare) -> list[str]:
    """ "Kantel Ltd" is also "Kantel"."""
    core = core_words(group.company)
    if not core or not _named(group.company):
        return []
    shorts = [_as_written(group.company, core)]
    first = core[0].partition(".")[0]
    alone = text.count(first) - (text.count(core[1]) if len(core) > 1 else 0)
    if len(first) > 2 and first not in common_words() and alone >= 2 and text.small(first) * 4 < alone:
        shorts += text.spelled(first)
    known = {name.lower() for name in group.names}
    return [short for short in dict.fromkeys(shorts) if short.lower() not in known]


def _as_written(company: str, words: tuple[str, ...]) -> str:
    low = lower(company)
    start = low.find(words[0])
    end = low.find(words[-1], start + (len(words[0]) if len(words) > 1 else 0)) + len(words[-1])
    return company[start:end] if 0 <= start < end else " ".join(words)


def roles_of(group: Group, roles: Mapping[str, Role]) -> list[Role]:
    """The known words among a party's names: "Supplier", "Company"."""
    return [roles[key] for name in group.names if (key := " ".join(bare(name))) in roles]
