"""A long sentence becomes shorter ones: the rule, then its exception or condition."""

from itertools import pairwise

from klaar.plain.say.tokens import Token, Tokens, words_of
from klaar.plain.say.words import Words

LONGEST = 25
"""Words of a sentence that needs no cutting."""

_LEAST = 5
"""Words of the shortest part that can stand by itself."""


def cut_sentence(tokens: Tokens, words: Words) -> Tokens:
    """Cut what is longer than 25 words, where the source allows.

    "U betaalt …, tenzij de levering gebreken heeft" is "U betaalt …. Dit geldt niet als de levering gebreken
    heeft."; at a semicolon both parts stand by themselves.
    """
    if sum(not token.mark for token in tokens) <= LONGEST:
        return tokens
    return _at_semicolons(_at_condition(tokens, words), words)


def _at_condition(tokens: Tokens, words: Words) -> Tokens:
    """Let an exception or a proviso at the end be a sentence of its own."""
    unless, only_if = words.raw["conditions"][1:]
    forms = (tuple(words.raw["unless"].split()), unless), (tuple(words.raw["provided"].split()), only_if)
    if words.has("openers", tokens[0].low) or any(t.low == ";" for t in tokens):
        return tokens
    for i in range(_LEAST, len(tokens) - _LEAST):
        for phrase, said in forms if tokens[i - 1].low == "," else ():
            found = tuple(t.low for t in tokens[i : i + len(phrase)]) == phrase
            if found and _is_last(tokens[i + len(phrase) :], words):
                return (*tokens[: i - 1], Token(".", ".", ""), *words_of(said), *tokens[i + len(phrase) :])
    return tokens


def _is_last(rest: Tokens, words: Words) -> bool:
    """Whether `rest` is a clause with its verb, and the end of the sentence."""
    inner = [t.low for t in rest[:-1]]
    goes_on = any(a == "," and words.has("conjunctions", b) for a, b in pairwise(inner))
    goes_on = goes_on or words.has("prepositions", inner[0] if inner else "")
    whole = not goes_on and not any(
        low in (".", ";", ":", words.raw["unless"]) or words.has("modals", low) for low in inner
    )
    return whole and len(inner) >= _LEAST - 1 and any(words.has("finite", low) for low in inner)


def _at_semicolons(tokens: Tokens, words: Words) -> Tokens:
    """Put a stop for a semicolon between two parts that have a verb each."""
    made: list[Token] = []
    begin = 0
    for i, token in enumerate(tokens):
        if token.low != ";":
            continue
        left, right = tokens[begin:i], tokens[i + 1 :]
        if not (_stands(left, words) and _stands(right, words)):
            return tokens
        first = right[0]
        made += [*left, Token(".", ".", ""), first._replace(text=first.text[:1].upper() + first.text[1:])]
        begin = i + 2
    return (*made, *tokens[begin:])


def _stands(part: Tokens, words: Words) -> bool:
    """Whether `part` can be a sentence: long enough, with a verb, and not an item of a list."""
    if len(part) < _LEAST or words.has("conjunctions", part[0].low) or words.has("headless", part[0].low):
        return False
    return any(words.has("finite", t.low) for t in part[1:9])
