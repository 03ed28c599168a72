"""Duties, rights and what need not be done: "shall", "agrees to" and "is required to" are "must"."""

from functools import cache

from klaar.clauses.model import Side
from klaar.plain.say.english.futures import binds, has_doer, no_duty
from klaar.plain.say.english.number import is_many
from klaar.plain.say.english.verbs import bases, participles
from klaar.plain.say.tokens import Token, Tokens, lows_of, phrase_at
from klaar.plain.say.words import Words, load_say

_GETTING = frozenset(["receive", "get", "obtain", "earn", "be", "have"])
_BETWEEN = frozenset(["not", "be", "also", "only", "then", "ever"])


def turn_modals(tokens: Tokens, words: Words, *, bearer: Side | None) -> Tokens:
    """Say every duty with "must" and every right with "may"; "will" only of the `bearer`."""
    lows = lows_of(tokens)
    made: list[Token] = []
    at = 0
    starts = _starts()
    while at < len(tokens):
        found = _at(tokens, lows, at, words, bearer=bearer) if lows[at] in starts else None
        if found is None:
            made.append(tokens[at])
            at += 1
            continue
        said, size = found
        late = said == words.raw["must"][0] and len(made) > 1 and made[-2].side and _is_early(made[-1], words)
        if late:
            adverb = made.pop()
            said = f"{said} {adverb.low}"
        made += [Token(w, w, tokens[at].gap if not i else " ") for i, w in enumerate(said.split())]
        at += size
    return tuple(made)


def _is_early(token: Token, words: Words) -> bool:
    """Whether it is an adverb that belongs behind "must": "Supplier promptly shall"."""
    return token.low in ("also", "then") or (token.low.endswith("ly") and words.has("adverbs", token.low))


@cache
def _starts() -> frozenset[str]:
    """The words that a duty, a right, a ban or a freedom can begin with: most words are none of them."""
    phrases = load_say("en").phrases
    return frozenset(p[0] for group in ("duties", "spared", "forbidden", "rights") for p in phrases[group])


def _at(
    tokens: Tokens, lows: tuple[str, ...], at: int, words: Words, *, bearer: Side | None
) -> tuple[str, int] | None:
    """What is said instead of the words at `at`, and how many those are."""
    for group, said in _said(tokens, at, words):
        size = phrase_at(lows, at, words.phrases[group])
        if size and (group == "spared" or _verb_follows(lows, at + size, words)):
            return said, size
    size = phrase_at(lows, at, words.phrases["duties"])
    if not size or (lows[at] == "will" and size == 1 and not bearer):
        return None
    if size == 1:
        return _bare(tokens, lows, at, words, bearer)
    if words.has("consents", lows[at]) and _in_condition(lows, at, words):
        return None
    stated = lows[at] in ("is", "are") and not has_doer(tokens, at, words)
    return (words.raw["must"][0], size) if not stated and _verb_follows(lows, at + size, words) else None


def _in_condition(lows: tuple[str, ...], at: int, words: Words) -> bool:
    """Whether the words at `at` stand in a condition: "unless the product lead agrees to"."""
    begin = max((i + 1 for i in range(at) if lows[i] in (",", ".", ";", ":")), default=0)
    return any(words.has("openers", low) for low in lows[begin:at])


def _said(tokens: Tokens, at: int, words: Words) -> tuple[tuple[str, str], ...]:
    """What each group of phrases is in plain words."""
    need = words.raw["need"][is_many(tokens, at, words)]
    return ("spared", need), ("forbidden", "must not"), ("rights", words.raw["may"][0])


def _bare(
    tokens: Tokens, lows: tuple[str, ...], at: int, words: Words, bearer: Side | None
) -> tuple[str, int] | None:
    """ "shall be responsible" is "is responsible"; "shall" elsewhere is "must", after "no" it is "may"."""
    be = "are" if is_many(tokens, at, words) else "is"
    if lows[at + 1 : at + 2] == ("be",) and lows[at + 2 : at + 3] and words.has("states", lows[at + 2]):
        return be, 2
    relative = bool(at) and lows[at - 1] in ("who", "which", "that") and lows[at] == "shall"
    loose = lows[at] == "will" and (not binds(tokens, lows, at, words) or no_duty(lows, at, words))
    if relative or loose or _after_as(lows, at) or _gets(tokens, at, words, bearer):
        return None
    has = lows[at + 1 : at + 2] == ("have",) and any(
        words.has("holdings", low) for low in lows[at + 2 : at + 5]
    )
    happens = has or lows[at + 1 : at + 3] == ("no", "longer") or (at and lows[at - 1] == "there")
    acts = [low for low in lows[at + 1 : at + 5] if low not in _BETWEEN]
    happens = happens or (
        words.has("happenings", acts[0] if acts else "") and not has_doer(tokens, at, words)
    )
    happens = happens or (
        acts[:1] == ["have"]
        and any(a in participles() for a in acts[1:2])
        and not has_doer(tokens, at, words)
    )
    state = lows[at + 1 : at + 3] == ("not", "be") and not _is_done(lows, at + 3)
    if happens or (state and not has_doer(tokens, at, words)):
        return ("will", 1) if lows[at] == "shall" else None
    return words.raw["may" if _denied(lows, at) else "must"][0], 1


def _after_as(lows: tuple[str, ...], at: int) -> bool:
    """Whether it belongs to a comparison: "as often as Customer shall request"."""
    begin = max((i + 1 for i in range(at) if lows[i] in (",", ".", ";", ":")), default=0)
    return any(lows[i] == "as" for i in range(max(begin + 1, at - 5), at))


def _gets(tokens: Tokens, at: int, words: Words, bearer: Side | None) -> bool:
    """Whether the subject is the other side, that gets something: "Contractor will receive a copy"."""
    if not any(low in _GETTING for low in lows_of(tokens[at + 1 : at + 4])):
        return False
    sides = {t.side for t in tokens[max(0, at - 3) : at] if t.side in ("it", "client")}
    return (
        bearer in ("it", "client") and len(sides) == 1 and bearer not in sides and has_doer(tokens, at, words)
    )


def _denied(lows: tuple[str, ...], at: int) -> bool:
    """Whether the subject before `at` is nobody or nothing: "Neither party shall", "No fee shall"."""
    begin = max((i + 1 for i in range(at) if lows[i] in (",", ".", ";", ":", "that")), default=0)
    return begin < at and lows[begin].split()[0] in ("no", "neither", "none", "nothing", "nobody")


def _is_done(lows: tuple[str, ...], at: int) -> bool:
    """Whether a participle stands at `at`: "delivered"; not "binding", nor "expected" or "deemed"."""
    rest = [low for low in lows[at : at + 3] if not low.endswith("ly")]
    return bool(rest) and rest[0] in participles() and rest[0] not in ("expected", "meant", "deemed")


def _verb_follows(lows: tuple[str, ...], at: int, words: Words) -> bool:
    """Whether a verb stands at `at`, perhaps after an adverb: "to promptly notify"."""
    for low in lows[at : at + 3]:
        if low in bases() or low == "be":
            return True
        if not (low.endswith("ly") or low in words.sets["adverbs"]):
            return False
    return False
