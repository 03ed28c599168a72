"""English verbs: "delivers" and "delivered" back to "deliver"."""

from functools import cache

from klaar.plain.say.words import load_say

_VOWELS = "aeiou"


@cache
def bases() -> frozenset[str]:
    """The base form of every verb that is known."""
    words = load_say("en")
    return words.sets["verbs"] | {base for base, _ in words.phrases["irregular"]}


@cache
def thirds() -> dict[str, str]:
    """Every verb in the form of "it", with its base: "delivers" and "deliver"."""
    return {third_of(base): base for base in bases()}


@cache
def participles() -> dict[str, str]:
    """Every participle with its base: "delivered" and "deliver", "sent" and "send"."""
    words = load_say("en")
    irregular = {past: base for base, past in words.phrases["irregular"]}
    return {past: base for base in words.sets["verbs"] for past in _pasts(base)} | irregular


def third_of(base: str) -> str:
    """The form of "it": "carries" of "carry"."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _pasts(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y") and base[-2] not in _VOWELS:
        return (base[:-1] + "ied",)
    return (base + "ed", base + base[-1] + "ed")
