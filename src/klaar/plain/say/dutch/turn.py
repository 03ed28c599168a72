"""A Dutch sentence in plain words, from bold to careful."""

from collections.abc import Iterator

from klaar.clauses.model import Side
from klaar.plain.say.dutch.modals import turn_modals
from klaar.plain.say.dutch.order import rule_first
from klaar.plain.say.dutch.passive import turn_passive
from klaar.plain.say.dutch.you import of_a_kind, say_you
from klaar.plain.say.swap import swap_words
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.voice import Voice
from klaar.plain.say.words import Words


def dutch_ways(tokens: Tokens, voice: Voice, *, bearer: Side | None) -> Iterator[Tokens]:
    """The ways to say `tokens`, the boldest first: turned and spoken to the reader, then less and less."""
    words = voice.words
    active = turn_passive(tokens, words, bearer) or tokens
    turned = turn_modals(swap_words(active, words), words, bearer=bearer)
    first = rule_first(turned, words) or turned
    for way in dict.fromkeys((first, turned)):
        yield _addressed(way, voice)
    if active != tokens:
        yield _addressed(turn_modals(swap_words(tokens, words), words, bearer=bearer), voice)
    yield _addressed(turn_modals(active, words, bearer=bearer), voice)
    yield with_articles(turned, voice)
    yield with_articles(swap_words(tokens, words), voice)


def _addressed(tokens: Tokens, voice: Voice) -> Tokens:
    return with_articles(say_you(tokens, voice) or tokens, voice)


def with_articles(tokens: Tokens, voice: Voice) -> Tokens:
    """Put "de" before the bare role of a party: "Leverancier levert" is "De leverancier levert"."""
    words = voice.words
    made: list[Token] = []
    for i, token in enumerate(tokens):
        bare = token.side and words.has("roles", token.low) and token.text[:1].isupper() and not token.owns
        if not bare or (i and _stays_bare(tokens[i - 1].low, words)) or of_a_kind(tokens, i, words):
            made.append(token)
            continue
        made.append(Token("de", "de", token.gap))
        made.append(token._replace(text=token.low, gap=" "))
    return tuple(made)


def _stays_bare(before: str, words: Words) -> bool:
    """Whether no article fits after `before`: "de opdrachtgever", "per klant"."""
    return words.has("determiners", before) or words.has("bare_after", before)
