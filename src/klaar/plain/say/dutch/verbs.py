"""Dutch verbs: from a participle to the form of "hij" and the infinitive."""

from functools import cache
from typing import NamedTuple

from klaar.plain.say.words import Words, load_say


class Verb(NamedTuple):
    """ "uitgevoerd" is "voert … uit" and "uitvoeren": `third` "voert", `many` "voeren", `particle` "uit"."""

    infinitive: str
    third: str
    many: str
    particle: str = ""


@cache
def participles() -> dict[str, Verb]:
    """Every participle that is known, those with a particle before it too."""
    words = load_say("nl")
    whole = [verb for verb in words.phrases["verbs"] if verb[0][0] == verb[1][0]]
    found = {participle: Verb(infinitive, third, infinitive) for infinitive, third, participle in whole}
    for particle in words.sets["particles"]:
        for infinitive, third, participle in whole:
            apart = " " if particle in words.sets["loose_particles"] else ""
            made = Verb(particle + apart + infinitive, third, infinitive, particle)
            found.setdefault(particle + participle, made)
    return found


@cache
def _thirds() -> frozenset[str]:
    return frozenset(third for _, third, _ in load_say("nl").phrases["verbs"])


@cache
def _infinitives() -> frozenset[str]:
    return frozenset(infinitive for infinitive, _, _ in load_say("nl").phrases["verbs"])


def is_infinitive(low: str, words: Words) -> bool:
    """Whether `low` can be the whole verb: "betalen", "gaan"."""
    return low in _infinitives() or (len(low) > 3 and low.endswith(("en", "aan", "ien", "oen", "zijn")))


def is_particle(low: str, words: Words) -> bool:
    """Whether `low` can be the loose part of a verb: "aan" of "aanleveren"."""
    return low in words.sets["particles"] and low not in words.sets["loose_particles"]


def is_finite(low: str, words: Words) -> bool:
    """Whether `low` is a verb that can carry a sentence: "levert", "moet"."""
    return low in words.sets["finite"] or low in _thirds() or low in _infinitives()


def is_third(low: str) -> bool:
    """Whether `low` is the form of "hij": "levert"."""
    return low in _thirds()
