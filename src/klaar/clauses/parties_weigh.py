"""The sides of the parties that a text introduces, of names it just uses, and of its words for a side."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from klaar.clauses.company import public_words
from klaar.clauses.parties_count import Census, written_names
from klaar.clauses.parties_groups import Group, roles_of
from klaar.clauses.parties_setting import Setting, is_titled
from klaar.clauses.sides import deed_weight, oppose, word_weight
from klaar.clauses.sides_roles import Role
from klaar.clauses.sides_words import bare

_SPEAKER = 3.0
"""What it weighs that terms are written by the supplier that their title names."""
_ASKER = 8.0
"""What it weighs that a request is written by the client, who goes by name, "we" or a loose word in it."""
_WRITER = 4.0
"""What it weighs that a text speaks to a "you": whom it names beside is who wrote it."""
_ABSENT = 4.0
"""What it weighs that a text has firm words for the other side only."""
_PERSON = re.compile(r"(?:[A-Z]\.){1,4} ?[\w]")
_OFTEN = 4
"""A name that is only used takes part where it stands at least a fourth as often as the one most named."""
_ACTS = 3
"""How often a word for people must act for it to be a party's name."""
_FIRM = 5.0
"""The weight of a word from which the rest of the text has no say."""
_LETTER = 6.0
"""What it weighs to send a quotation, or to be sent one."""
_PUBLIC = 4.0
"""What it weighs that a name is that of a municipality, a ministry, a university: they receive."""
_GIVEN = 50.0
"""What a side weighs that the reader gave."""


class Scene(NamedTuple):
    """All that weights are made of: what names do, what words mean, who speaks, what the reader gave.

    `letter` has 1 for the name of who sends the text, -1 for whom it is sent to.
    """

    census: Census
    roles: Mapping[str, Role]
    setting: Setting
    given: Mapping[str, float]
    letter: Mapping[str, float]


def weigh_parties(
    groups: Sequence[Group], used: Sequence[str], scene: Scene
) -> tuple[list[float], list[float]]:
    """The weights of the introduced parties and of the names in use: above 0 for `it`, below for `client`.

    Those that a text names most stand opposite each other; names that are used little do not take part.
    """
    keys = [_keys(group) for group in groups] + [[key] for key in written_names(used)]
    chosen = [next((scene.given[key] for key in names if key in scene.given), None) for names in keys]
    own = [*_own_weights(groups, scene), *(_weigh_name(key, scene) for key in written_names(used))]
    weights = [w if c is None else c for w, c in zip(own, chosen, strict=True)]
    for taking in _opposed([group.company for group in groups], keys, weights, scene):
        for i, weight in zip(taking, oppose([weights[i] for i in taking]), strict=True):
            if chosen[i] is None:
                weights[i] = weight
    return weights[: len(groups)], weights[len(groups) :]


def _opposed(
    companies: Sequence[str], keys: list[list[str]], weights: list[float], scene: Scene
) -> list[list[int]]:
    """Who stand opposite each other, by index: the introduced parties, or else the names used most.

    In a text with one author whom its head tells, terms or a request, names in use may all be one side's.
    """
    firms = [i for i, company in enumerate(companies) if not _PERSON.match(company)]
    uses = [max((scene.census.uses[key] for key in names), default=0) for names in keys]
    named = [i for i in range(len(companies), len(keys)) if uses[i] * _OFTEN >= max(uses)]
    if firms[1:] or any(abs(weights[i]) > _FIRM for i in firms) or (scene.setting.speaks and not firms):
        return [firms]
    return [[*firms, *named]]


def _own_weights(groups: Sequence[Group], scene: Scene) -> list[float]:
    """What each introduced party weighs by itself; only the one most named is held against absent words.

    One alone is held against the "you" that the text speaks to.
    """
    uses = [sum(scene.census.uses[key] for key in _keys(group)) for group in groups]
    lesser = scene._replace(setting=scene.setting._replace(lean=0.0, addressed=0.0))
    if groups[1:]:
        scene = scene._replace(setting=scene.setting._replace(addressed=0.0))
    return [
        _own_weight(group, scene if count == max(uses) else lesser)
        for group, count in zip(groups, uses, strict=True)
    ]


def _keys(group: Group) -> list[str]:
    return written_names((*group.names, group.company))


def _own_weight(group: Group, scene: Scene) -> float:
    words = word_weight(roles_of(group, scene.roles)) - _PUBLIC * _is_public(group.company)
    deeds = deed_weight(scene.census.deed(name) for name in {*_keys(group)})
    sent = next((scene.letter[key] for key in _keys(group) if key in scene.letter), 0.0)
    words += _LETTER * sent
    if abs(words) > _FIRM:
        return words + deeds
    return words + deeds + _from_setting(group.company, scene.setting)


def _weigh_name(key: str, scene: Scene) -> float:
    return (
        deed_weight([scene.census.deed(key)]) + _from_setting(key, scene.setting) - _PUBLIC * _is_public(key)
    )


def _is_public(name: str) -> bool:
    return not public_words().isdisjoint(bare(name))


def _from_setting(name: str, setting: Setting) -> float:
    told = setting.speaks < 0 or is_titled(name, setting)
    return _voice(setting) * told - _ABSENT * setting.lean + _WRITER * setting.addressed


def _voice(setting: Setting) -> float:
    return -_ASKER if setting.speaks < 0 else _SPEAKER * setting.speaks


def weigh_role(role: Role, scene: Scene) -> float:
    """The weight of a word for a side: "Opdrachtnemer", "Company", "we"."""
    deeds, setting = deed_weight([scene.census.deed(role.word)]), scene.setting
    if role.kind in ("we", "you"):
        turn = 1 if role.kind == "we" else -1
        return word_weight([role]) + deeds / 2 + turn * (_voice(setting) - 1.5 * _ABSENT * setting.lean)
    if role.kind == "counter":
        return deeds - _ABSENT * setting.lean
    if role.kind == "within":
        return word_weight([role]) + (deeds if _is_defined(role, scene) else deeds / 3)
    asks = role.kind == "loose" and setting.speaks < 0
    return word_weight([role]) + deeds - (_SPEAKER if asks else 0.0)


def _is_defined(role: Role, scene: Scene) -> bool:
    """Whether a word for people is a party's name here, as "Gebruiker" is in terms of whoever uses them."""
    census, roles = scene.census, scene.roles
    named = census.capitals(role.word) * 5 >= census.uses[role.word] * 4
    others = [word for word in census.uses if (one := roles.get(word)) and one.kind == "firm"]
    return named and census.deed(role.word).acts >= _ACTS and all(roles[w].side == role.side for w in others)


def given_weights(it: Sequence[str], client: Sequence[str]) -> dict[str, float]:
    """The sides that the reader gave, by lower-case name."""
    return {
        **dict.fromkeys(written_names(it), _GIVEN),
        **dict.fromkeys(written_names(client), -_GIVEN),
    }
