"""What "will" says: a duty of a party, or only what will happen."""

from klaar.plain.say.english.alone import is_subject
from klaar.plain.say.tokens import Tokens
from klaar.plain.say.words import Words


def no_duty(lows: tuple[str, ...], at: int, words: Words) -> bool:
    """Whether "will" tells what is usual, needed or left out: "will generally not", "will not provide".

    "will not copy" forbids: what is done to what is another's.
    """
    after = lows[at + 1 : at + 4]
    if any(words.has("usual", low) for low in after[:2]) or "need" in after[:2]:
        return True
    verb = next((low for low in after[1:] if not low.endswith("ly")), "")
    return after[:1] == ("not",) and verb[:1].isalpha() and not words.has("barred", verb)


def binds(tokens: Tokens, lows: tuple[str, ...], at: int, words: Words) -> bool:
    """Whether "will" binds a party: "Supplier will pay"; not "it will rain", "Supplier will be paid"."""
    after = at + 1
    while after < len(lows) and (lows[after].endswith("ly") or lows[after] in ("also", "not", "only")):
        after += 1
    if lows[after : after + 1] == ("be",):
        return False
    if at and lows[at - 1] in ("and", "or", "but", "("):
        return any(has_doer(tokens, i, words) for i in range(at) if lows[i] in words.sets["futures"])
    return has_doer(tokens, at, words) and not _describes_thing(tokens, at, words)


def _describes_thing(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether the party and its "will" tell which thing is meant: "the support Supplier will provide"."""
    name = next((i for i in range(at - 1, -1, -1) if tokens[i].side), 0)
    before = name - 1 if name and words.has("articles", tokens[name - 1].low) else name
    if before < 2 or words.has("prepositions", tokens[0].low):
        return False
    thing = tokens[before - 1]
    small = ("prepositions", "conjunctions", "subordinators", "finite", "adverbs", "openers", "fronts")
    return not thing.mark and thing.text.islower() and not any(words.has(g, thing.low) for g in small)


def has_doer(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether a party stands before the verb at `at`, perhaps before an adverb."""
    for i in range(at - 1, max(-1, at - 4), -1):
        token = tokens[i]
        if token.side:
            return not token.owns and is_subject(tokens, i, words)
        if not (token.low in words.sets["adverbs"] or token.low.endswith("ly")):
            return False
    return False
