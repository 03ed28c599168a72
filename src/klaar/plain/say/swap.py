"""Everyday words for formal ones, where nothing around them has to move: "indien" is "als"."""

from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.words import Phrase, Words


def swap_words(tokens: Tokens, words: Words) -> Tokens:
    """Put an everyday word for every formal one; a defined term in capitals keeps its own words."""
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        found = _formal_at(tokens, at, words) if tokens[at].low in words.swaps else None
        if found is None:
            made.append(tokens[at])
            at += 1
            continue
        formal, plain = found
        made += _as_written(tokens[at], plain)
        at += len(formal)
        if (
            len(made) == len(plain)
            and words.has("openers", plain[0])
            and len(plain) > 2
            and _goes_on(tokens, at)
        ):
            made.append(Token(",", ",", ""))
    return tuple(made)


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the rule follows without a comma: "Indien van toepassing meldt Klant …"."""
    return at < len(tokens) and not tokens[at].mark and not tokens[at].side


def _formal_at(tokens: Tokens, at: int, words: Words) -> tuple[Phrase, Phrase] | None:
    token = tokens[at]
    entries = words.swaps[token.low]
    if token.side or (at and token.text[:1].isupper()):
        return None
    if at and words.has("adverbs", token.low) and _is_adjective(tokens, at, words):
        return None
    if words.has("with_object", token.low) and not _has_object(tokens, at, words):
        return None
    short = at + 2 < len(tokens) and tokens[at + 2].mark and words.has("openers", token.low)
    for formal, plain in entries:
        if short and len(formal) == 1:
            continue
        found = all(
            at + i < len(tokens) and tokens[at + i].low == word and not tokens[at + i].side
            for i, word in enumerate(formal)
        )
        if found and not _doubles(tokens, at, len(formal), plain[-1], words):
            return formal, plain
    return None


def _is_adjective(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether the adverb at `at` says of what kind a thing is: "het belang van onmiddellijk herstel"."""
    before = tokens[at - 1].low
    return words.has("determiners", before) or (
        words.has("adjectives", tokens[at].low) and words.has("prepositions", before)
    )


def _has_object(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether what it is done to follows: "terminate the agreement", not "the intent to terminate is"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    small = ("prepositions", "conjunctions", "subordinators", "finite", "adverbs")
    return after is not None and not after.mark and not any(words.has(g, after.low) for g in small)


def _doubles(tokens: Tokens, at: int, size: int, last: str, words: Words) -> bool:
    """Whether the same preposition stands near: "ten gevolge van het door Klant verstrekken"."""
    near = (*tokens[max(0, at - 3) : at], *tokens[at + size : at + size + 3])
    return words.has("prepositions", last) and any(t.low == last for t in near)


def _as_written(first: Token, plain: Phrase) -> list[Token]:
    made = [Token(word, word, "" if word[0] in ",;" else " ") for word in plain]
    made[0] = made[0]._replace(gap=first.gap)
    if first.text[:1].isupper():
        made[0] = made[0]._replace(text=made[0].text[:1].upper() + made[0].text[1:])
    return made
