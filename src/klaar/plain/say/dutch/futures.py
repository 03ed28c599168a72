"""What "zal" says: a duty, a ban, or only what will happen."""

from itertools import pairwise

from klaar.plain.say.tokens import Tokens, lows_of
from klaar.plain.say.words import Words

_MUST = ("moeten", "dienen")


def turn_futures(tokens: Tokens, words: Words) -> Tokens:
    """ "zal" that binds is "moet"; "zal niet" and "zal geen" are "mag niet" and "mag geen"."""
    made = list(tokens)
    first = True
    for i, token in enumerate(tokens):
        if token.low not in words.sets["futures"] or _after_subordinator(tokens, i, words):
            continue
        group = _bound(tokens, i, words)
        if group is None or not (first or (i and tokens[i - 1].low in ("en", "maar", "of"))):
            break
        first = False
        word = words.raw[group][token.low == "zullen"]
        text = word.capitalize() if token.text[:1].isupper() else word
        made[i] = token._replace(text=text, low=word)
    return tuple(made)


def _bound(tokens: Tokens, at: int, words: Words) -> str | None:
    """What "zal" at `at` is: "must", "may" before a denial, None where that is not certain."""
    rest = tokens[at + 1 :]
    if any(t.low in _MUST for t in rest):
        return None
    if _is_state(rest, words) or (_happens(rest, words) and not _named_near(tokens, at)):
        return None
    apart = False
    for token in rest:
        if token.low in words.sets["negations"]:
            return None if apart or _withheld(rest, words) else "may"
        if token.low in (".", ";", ":") or (token.low != "of" and words.has("subordinators", token.low)):
            break
        apart = apart or token.low in (",", "en", "of", "maar")
    return "must"


def _clause_of(rest: Tokens) -> Tokens:
    """What stands before the next mark."""
    return rest[: next((i for i, t in enumerate(rest) if t.low in (",", ".", ";", ":")), len(rest))]


def _is_state(rest: Tokens, words: Words) -> bool:
    """Whether it tells what someone is: "zal een vergoeding verschuldigd zijn"."""
    lows = lows_of(_clause_of(rest))
    return any(words.has("states", a) and b == "zijn" for a, b in pairwise(lows))


def _happens(rest: Tokens, words: Words) -> bool:
    """Whether it tells what happens to a thing: "de opzegging zal effect krijgen"."""
    lows = lows_of(_clause_of(rest))
    return any(words.has("happenings", low) for low in lows)


def _named_near(tokens: Tokens, at: int) -> bool:
    """Whether a party stands beside the verb: then it is what that one must do."""
    return any(t.side for t in (*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + 3]))


def _withheld(rest: Tokens, words: Words) -> bool:
    """Whether it is a service that is left out: "zal geen ondersteuning verlenen", but not "aan derden"."""
    lows = lows_of(_clause_of(rest))
    return bool(lows) and words.has("withheld", lows[-1]) and not any(words.has("strangers", w) for w in lows)


def _after_subordinator(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether "zal" belongs to a clause inside: "de gegevens die hij zal leveren"."""
    for i in range(at - 1, -1, -1):
        token, after = tokens[i], tokens[i + 1].low
        if token.low in (",", ".", ";", ":"):
            return False
        whether = token.low == "of" and (words.has("pronouns", after) or words.has("determiners", after))
        if words.has("subordinators", token.low) and (token.low != "of" or whether):
            return True
    return False
