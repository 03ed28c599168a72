"""Whether the subject of a verb is one or more: "the fees under this contract shall"."""

from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.words import Words

_PLURALS = frozenset(["are", "have", "agree", "need", "undertake", "reserve"])
_SEVERAL = frozenset(["all", "these", "those", "both"])


def is_many(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether the subject before `at` is more than one."""
    if tokens[at].low in _PLURALS:
        return True
    last = _head(tokens, at, words)
    if last is None or last.side == "both":
        return last is not None and last.low not in ("each party", "either party")
    if last.low in _SEVERAL or last.low in ("personnel", "staff", "people", "employees"):
        return True
    return last.side is None and last.low.endswith("s") and not last.low.endswith("ss")


def _head(tokens: Tokens, at: int, words: Words) -> Token | None:
    """The word that tells how many the subject before `at` is: "fees" of "the fees under this contract"."""
    begin = at
    while begin and not (tokens[begin - 1].mark or words.has("subordinators", tokens[begin - 1].low)):
        begin -= 1
    subject = tokens[begin:at]
    if not subject:
        return tokens[at - 1] if at else None
    if subject[0].low in _SEVERAL:
        return subject[0]
    ends = next((i for i, t in enumerate(subject) if words.has("prepositions", t.low)), len(subject))
    return subject[ends - 1] if ends else subject[-1]
