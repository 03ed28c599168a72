"""A passive whose doer is named becomes active: "must be paid by Client" is "Client must pay"."""

from klaar.clauses.model import Side
from klaar.plain.say.english.alone import stands_alone
from klaar.plain.say.english.verbs import participles
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.words import Words

_LONGEST_SUBJECT = 14


def turn_passive(tokens: Tokens, words: Words, bearer: Side | None = None) -> Tokens | None:
    """The same said of the doer; None where it is no passive, or not certain how it is built.

    Who does it must be the `bearer`, if there is one: "must be approved by Client" may bind Supplier.
    """
    start = _after_front(tokens, words)
    modal = _modal(tokens, start, words)
    if modal is None:
        return None
    at = modal + 2
    while at < len(tokens) and tokens[at].low.endswith("ly"):
        at += 1
    base = participles().get(tokens[at].low) if at < len(tokens) else None
    agent = _agent(tokens, at, words)
    if base is None or agent is None:
        return None
    by, end = agent
    if bearer in ("it", "client") and tokens[end - 1].side != bearer:
        return None
    front, subject, adverbs = tokens[:start], tokens[start:modal], tokens[modal + 2 : at]
    must = tokens[modal]._replace(gap=" ")
    verb = Token(base, base)
    return (
        *front,
        *tokens[by + 1 : end],
        must,
        *adverbs,
        verb,
        *subject,
        *tokens[at + 1 : by],
        *tokens[end:],
    )


def _after_front(tokens: Tokens, words: Words) -> int:
    """Where the subject begins, after "Upon termination," and the like."""
    if not tokens or not (words.has("prepositions", tokens[0].low) or words.has("openers", tokens[0].low)):
        return 0
    return next((i + 1 for i, t in enumerate(tokens[:25]) if t.low == ","), 0)


def _modal(tokens: Tokens, start: int, words: Words) -> int | None:
    """The place of "shall" of "shall be", where nothing before it can be another verb."""
    for i in range(start, min(len(tokens) - 2, start + _LONGEST_SUBJECT)):
        low = tokens[i].low
        if low in words.sets["passive_modals"]:
            return i if i > start and tokens[i + 1].low == "be" else None
        if low in words.sets["finite"] or low in words.sets["subordinators"] or low in (",", ";", ":", "."):
            return None
        if low in words.sets["pronouns"] and i == start:
            return None
    return None


def _agent(tokens: Tokens, at: int, words: Words) -> tuple[int, int] | None:
    """Where "by Supplier" stands, up to what follows; None where another verb comes before it."""
    for i in range(at + 1, len(tokens) - 1):
        low = tokens[i].low
        if low in (".", ";", ":", ",") or low in words.sets["subordinators"] or low in ("and", "or"):
            return None
        if low != words.raw["agent"]:
            continue
        name = i + 2 if tokens[i + 1].low in words.sets["articles"] else i + 1
        if name >= len(tokens) or not tokens[name].side or tokens[name].side == "other" or tokens[name].owns:
            return None
        return (i, name + 1) if stands_alone(tokens, name, words) and not _two(tokens, name) else None
    return None


def _two(tokens: Tokens, name: int) -> bool:
    return name + 1 < len(tokens) and tokens[name + 1].low in ("and", "or", "(", "/", "and/or", ",")
