"""An English sentence in plain words, from bold to careful."""

from collections.abc import Iterator

from klaar.clauses.model import Side
from klaar.plain.say.english.alone import describes, is_describing, is_part, stands_alone
from klaar.plain.say.english.gerund import turn_gerunds
from klaar.plain.say.english.modals import turn_modals
from klaar.plain.say.english.order import rule_first
from klaar.plain.say.english.passive import turn_passive
from klaar.plain.say.english.verbs import bases
from klaar.plain.say.english.you import say_you
from klaar.plain.say.swap import swap_words
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.voice import Voice
from klaar.plain.say.words import Words


def english_ways(tokens: Tokens, voice: Voice, *, bearer: Side | None) -> Iterator[Tokens]:
    """The ways to say `tokens`, the boldest first: turned and spoken to the reader, then less and less."""
    words = voice.words
    tokens = turn_gerunds(after_title(tokens, words), words)
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


def after_title(tokens: Tokens, words: Words) -> Tokens:
    """Put a colon after a heading that ran into its sentence: "Support: Customer will …"."""
    name = next((i for i, t in enumerate(tokens[:6]) if t.role or t.side == "both"), 0)
    title = tokens[:name]
    if not name or name + 1 >= len(tokens) or not words.has("finite", tokens[name + 1].low):
        return tokens
    if not all(t.text[:1].isupper() or (i == 0 and t.low.isalpha()) for i, t in enumerate(title)):
        return tokens
    if any(
        any(words.has(g, t.low) for g in ("determiners", "prepositions", "openers", "fronts")) for t in title
    ):
        return tokens
    if title[0].low in bases():
        return tokens
    first = title[0]._replace(text=title[0].text[:1].upper() + title[0].text[1:])
    return (first, *title[1:], Token(":", ":", ""), *tokens[name:])


def _addressed(tokens: Tokens, voice: Voice) -> Tokens:
    return with_articles(say_you(tokens, voice) or tokens, voice)


def with_articles(tokens: Tokens, voice: Voice) -> Tokens:
    """Put "the" before the bare role of a party: "Supplier must pay" is "The supplier must pay".

    Either before all or before none: where one may be part of a longer name, each stays as it is.
    """
    words = voice.words
    bare = [i for i in range(len(tokens)) if _is_bare(tokens, i, words)]
    if not bare or not all(_may_stand(tokens, i, words) for i in bare):
        return tokens
    made: list[Token] = []
    for i, token in enumerate(tokens):
        if i in bare:
            made.append(Token("the", "the", token.gap))
            made.append(token._replace(text=token.low, gap=" "))
        else:
            made.append(token)
    return tuple(made)


def _is_bare(tokens: Tokens, at: int, words: Words) -> bool:
    token = tokens[at]
    if not token.side:
        return False
    role = words.has("roles", token.low.removesuffix("'s").removesuffix("’s"))
    after_article = at and tokens[at - 1].low in words.sets["determiners"]
    return bool(role and token.text[:1].isupper() and not after_article) and not is_part(tokens, at, words)


def _may_stand(tokens: Tokens, at: int, words: Words) -> bool:
    before = tokens[at - 1] if at else None
    quoted = before is not None and before.low in ("“", "‘", '"', "'", "-", "/")
    described = (
        at > 1 and words.has("determiners", tokens[at - 2].low) and is_describing(tokens[at - 1], words)
    )
    return stands_alone(tokens, at, words) and not (quoted or described or describes(tokens, at, words))
