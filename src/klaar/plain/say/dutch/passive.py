"""A passive whose doer is named becomes active: "wordt door Leverancier hersteld" is "herstelt"."""

from typing import NamedTuple

from klaar.clauses.model import Side
from klaar.plain.say.dutch.verbs import Verb, participles
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.words import Words

_LONGEST_SUBJECT = 16
"""Words that may stand before "wordt": in longer ones another verb may be hidden."""


class Passive(NamedTuple):
    """The parts of "[De update] wordt [elke maand] door [Leverancier] [zelf] geïnstalleerd[.]"."""

    front: Tokens
    verb: Token
    middle: Tokens
    doer: Tokens
    after: Tokens
    participle: Verb
    rest: Tokens


def turn_passive(tokens: Tokens, words: Words, bearer: Side | None = None) -> Tokens | None:
    """The same said of the doer; None where it is no passive, or not certain how it is built.

    Who does it must be the `bearer`, if there is one: "must be approved by Client" may bind Supplier.
    """
    found = _take_apart(tokens, words)
    if found is None or (bearer in ("it", "client") and found.doer[-1].side != bearer):
        return None
    doer = found.doer[-1].low
    many = doer.endswith("partijen") or doer in ("we", "wij")
    low = found.verb.low
    if low in words.sets["passives"]:
        finite, ending = (
            (found.participle.many if many else found.participle.third),
            found.participle.particle,
        )
    else:
        finite, ending = words.raw["must"][many], found.participle.infinitive
    verb = Token(finite, finite)
    last = (Token(ending, ending),) if ending else ()
    return _ordered(found, verb, last, words)


def _ordered(found: Passive, verb: Token, last: Tokens, words: Words) -> Tokens:
    """The doer first, unless a time or a place stood there."""
    middle = (*found.middle, *found.after)
    if not found.front:
        return (*found.doer, verb, *middle, *last, *found.rest)
    if stays_first(found.front, words):
        return (*found.front, verb, *found.doer, *middle, *last, *found.rest)
    return (*found.doer, verb, *found.front, *middle, *last, *found.rest)


def stays_first(front: Tokens, words: Words) -> bool:
    """Whether `front` is no subject but a time, a place or a condition: "Binnen vijf dagen"."""
    first = front[0].low
    return first in words.sets["prepositions"] or first in words.sets["fronts"]


def _take_apart(tokens: Tokens, words: Words) -> Passive | None:
    at = _finite(tokens, words)
    if at is None:
        return None
    end = next((i for i in range(at, len(tokens)) if tokens[i].low in (".", ";", ":")), len(tokens))
    agent = next((i for i in range(at, end - 1) if _is_agent(tokens, i, words)), -1)
    if agent < 0:
        return None
    doer_end = agent + 2 if tokens[agent + 1].side else agent + 3
    last = _participle(tokens, doer_end, end, words)
    if last is None:
        return None
    place, verb, rest = last
    front, middle, after = tokens[:at], tokens[at + 1 : agent], tokens[doer_end:place]
    if any(t.low in participles() for t in middle) or any(
        t.low in words.sets["subordinators"] for t in (*middle, *after)
    ):
        return None
    doer = tokens[agent + 1 : doer_end]
    return Passive(front, tokens[at], middle, doer, after, verb, rest)


def _finite(tokens: Tokens, words: Words) -> int | None:
    """The place of the verb of the sentence, where that is "wordt" or "dient"."""
    for i, token in enumerate(tokens[: _LONGEST_SUBJECT + 1]):
        if token.low in words.sets["passives"] or token.low in words.sets["passive_modals"]:
            return i or None
        if (
            token.low in words.sets["subordinators"]
            or token.low in words.sets["finite"]
            or token.low in ",;:"
        ):
            return None
    return None


def _is_agent(tokens: Tokens, at: int, words: Words) -> bool:
    if tokens[at].low != words.raw["agent"] or words.has("determiners", tokens[at - 1].low):
        return False
    first = tokens[at + 1]
    second = tokens[at + 2] if at + 2 < len(tokens) else first
    name = first if first.side else second if first.low in words.sets["articles"] else None
    return name is not None and bool(name.side) and name.side != "other" and not name.owns


def _participle(tokens: Tokens, start: int, end: int, words: Words) -> tuple[int, Verb, Tokens] | None:
    """The participle that closes the sentence, its verb, and what stands after it."""
    for i in range(start, end):
        verb = participles().get(tokens[i].low)
        if verb is None:
            if tokens[i].low in words.sets["subordinators"] or tokens[i].low in (",", "en", "of"):
                return None
            continue
        if any(t.low in words.sets["passive_modals"] for t in tokens[: _LONGEST_SUBJECT + 1]):
            return _with_worden(tokens, start, i, end, verb)
        return None if _goes_on(lows(tokens, i + 1, end), words) else (i, verb, tokens[i + 1 :])
    return None


def _with_worden(
    tokens: Tokens, start: int, at: int, end: int, verb: Verb
) -> tuple[int, Verb, Tokens] | None:
    """The participle at `at` with its "worden", before or after it, with "te" or without."""
    for words, first, last in (
        (lows(tokens, at + 1, at + 3), at, at + 3),
        (lows(tokens, max(start, at - 2), at), at - 2, at + 1),
    ):
        if words == ("te", "worden"):
            return first, verb, tokens[last:]
    if lows(tokens, at + 1, min(at + 2, end)) == ("worden",):
        return at, verb, tokens[at + 2 :]
    return (at - 1, verb, tokens[at + 1 :]) if lows(tokens, max(start, at - 1), at) == ("worden",) else None


def _goes_on(after: tuple[str, ...], words: Words) -> bool:
    """Whether a second participle or verb follows: "opgesteld en verzonden"."""
    return any(low in participles() or low in words.sets["finite"] for low in after) or after[:1] in (
        ("en",),
        ("of",),
    )


def lows(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    """The words `start:end` in lower case."""
    return tuple(token.low for token in tokens[start:end])
