"""Whether a name stands for the party itself, and not for more or less than it."""

from klaar.plain.say.english.verbs import bases, participles, thirds
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.words import Words

_OPENING = ("“", "‘", '"', "'")
_AGAINST = ("“", "‘", '"', "'", "(", "-", "/")


def is_part(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether the name is the first word of a defined term: "Customer Data"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        not tokens[at].owns
        and after is not None
        and after.text[:1].isupper()
        and (after.low not in words.sets["finite"])
    )


def stands_alone(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether what follows the name can follow a party and is no noun: a verb, a mark, a preposition."""
    if tokens[at].owns or at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    if after.mark or after.side:
        return not (after.low in "-/&(" and not after.gap) and not (after.low in _OPENING and after.gap)
    known = ("finite", "prepositions", "subordinators", "conjunctions", "adverbs", "determiners", "negations")
    return (
        any(words.has(group, after.low) for group in known)
        or after.low in thirds()
        or after.low in bases()
        or after.low in participles()
        or after.low.endswith("ly")
        or after.low.endswith("ing")
        or after.low in ("to", "than", "who", "does")
        or after.low[0].isdigit()
    )


def is_uncertain(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether the name at `at` may be more or less than the party itself."""
    before = tokens[at - 1].low if at else ""
    if before in _AGAINST or lows_are(tokens, at, "that of", "those of", "that of the"):
        return True
    if words.has("determiners", before) and not words.has("articles", before):
        return True
    if at and tokens[at].text[:1].islower() and not words.has("articles", before):
        return True
    if at > 1 and words.has("determiners", tokens[at - 2].low) and is_describing(tokens[at - 1], words):
        return True
    if not is_part(tokens, at, words) and (
        describes(tokens, at, words) or not stands_alone(tokens, at, words)
    ):
        return True
    return _with_another(tokens, at, before)


def _with_another(tokens: Tokens, at: int, before: str) -> bool:
    """Whether the name is one of two: "Customer or its agents"."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if after in ("/", "&", "or", "and", "nor") and not tokens[at].owns and at + 2 < len(tokens):
        return bool(tokens[at + 2].side) or tokens[at + 2].low in ("its", "the", "any", "their", "/")
    return before in ("/", "&", "and", "or", "nor") and at > 1 and bool(tokens[at - 2].side)


def is_describing(token: Token, words: Words) -> bool:
    """Whether `token` can be an adjective: it is none of the small words, and no name."""
    small = ("prepositions", "conjunctions", "subordinators", "finite", "articles", "adverbs")
    return not token.side and not token.mark and not any(words.has(group, token.low) for group in small)


def describes(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether the name says of what kind the next word is: "for Customer use", "Supplier proposed tools"."""
    low = tokens[at + 1].low if at + 1 < len(tokens) and not tokens[at].owns else ""
    if low in bases():
        return not any(words.has("lets", token.low) for token in tokens[max(0, at - 4) : at])
    if low in thirds():
        return not is_subject(tokens, at, words)
    return low in participles()


def lows_are(tokens: Tokens, at: int, *phrases: str) -> bool:
    """Whether one of `phrases` stands right before the place `at`."""
    before = " ".join(token.low for token in tokens[max(0, at - 3) : at])
    return any(before.endswith(phrase) for phrase in phrases)


def is_subject(tokens: Tokens | list[Token], at: int, words: Words) -> bool:
    """Whether the verb after the name is the name's: not in "the data of Customer is"."""
    if tokens[at].owns:
        return False
    back = at - 1
    if back >= 0 and words.has("articles", tokens[back].low):
        back -= 1
    if back < 0:
        return True
    low = tokens[back].low
    return low in words.sets["subordinators"] or not words.has("prepositions", low)
