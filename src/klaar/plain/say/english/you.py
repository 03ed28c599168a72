"""The reader's name becomes "you", with the verbs and the pronouns that go with it."""

from itertools import pairwise

from klaar.plain.say.english.verbs import bases, participles, thirds
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.voice import Voice
from klaar.plain.say.words import Words

_AGAINST = ("“", "‘", '"', "'", "(", "-", "/")


def say_you(tokens: Tokens, voice: Voice) -> Tokens | None:
    """Speak to the reader: "Customer fails to pay its fees" is "you fail to pay your fees".

    None where the reader is not named, where the name may be part of another ("Customer records"), or
    where a pronoun may or may not mean the reader.
    """
    words = voice.words
    mine = [i for i, t in enumerate(tokens) if t.side == voice.reader and t.role]
    places = [i for i in mine if not is_part(tokens, i, words)]
    if not places or any(_uncertain(tokens, i, words) for i in mine):
        return None
    resolved = _pronouns(tokens, places, voice)
    if resolved is None:
        return None
    made = list(resolved)
    for place in places:
        if is_subject(made, place, words):
            _agree(made, place, words)
    return _named(made, frozenset(places), words)


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
        return not (after.low in "-/&(" and not after.gap)
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


def _uncertain(tokens: Tokens, at: int, words: Words) -> bool:
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
        _describes(tokens, at, words) or not stands_alone(tokens, at, words)
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


def _describes(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether the name says of what kind the next word is: "for Customer use", "Supplier proposed tools"."""
    low = tokens[at + 1].low if at + 1 < len(tokens) and not tokens[at].owns else ""
    if low in bases() or low in thirds():
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


def _agree(made: list[Token], at: int, words: Words) -> None:
    """Put the verb after the name in the form of "you", and one after "and" or "or" with it."""
    i = at + 1
    while i < len(made) and (made[i].low.endswith("ly") or made[i].low in words.sets["adverbs"]):
        i += 1
    if i >= len(made) or not _reform(made, i, words):
        return
    for j in range(i + 1, len(made) - 1):
        low = made[j].low
        if low in (".", ";", ":") or low in words.sets["subordinators"] or made[j].side:
            return
        if low in ("and", "or", "but"):
            _reform(made, j + 1, words)


def _reform(made: list[Token], at: int, words: Words) -> bool:
    token = made[at]
    forms: dict[str, str] = words.raw["you_verbs"]
    form = forms.get(token.low) or thirds().get(token.low)
    if form is None or token.side:
        return False
    made[at] = token._replace(text=form, low=form)
    return True


def _pronouns(tokens: Tokens, places: list[int], voice: Voice) -> Tokens | None:
    """ "its" is "your" where only the reader can be meant; None where that is uncertain."""
    words = voice.words
    made = list(tokens)
    others = [i for i, t in enumerate(tokens) if t.side and t.side != voice.reader and not _several(t)]
    for i, token in enumerate(tokens):
        if not words.has("pronouns", token.low):
            continue
        if token.low == "it" and _formal_it(tokens, i):
            continue
        before = [p for p in places if p < i]
        if token.low not in ("its", "it") or not before:
            if token.low in ("its", "it", "itself", "he", "his", "she", "her"):
                return None
            continue
        if token.low == "it" or any(o < i for o in others):
            return None
        if not is_subject(tokens, before[-1], words) or _after_another(tokens, before[-1], words):
            return None
        you = words.raw["you"][1]
        made[i] = token._replace(text=you, low=you)
    return tuple(made)


def _after_another(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether another subject has had its verb before the name: "the Amendment applies, and Customer …"."""
    return any(words.has("finite", t.low) or t.low in thirds() for t in tokens[:at])


def _several(token: Token) -> bool:
    """Whether someone else is more than one, whom "it" cannot mean: "Subcontractors"."""
    return token.side == "other" and token.low.endswith("s")


def _formal_it(tokens: Tokens, at: int) -> bool:
    """Whether "it" means nothing: "it is necessary to"."""
    rest = [t.low for t in tokens[at + 1 : at + 6]]
    return rest[:1] == ["is"] and any(low in ("to", "that") for low in rest[1:])


def _named(made: list[Token], places: frozenset[int], words: Words) -> Tokens | None:
    you, your = words.raw["you"]
    out: list[Token] = []
    for i, token in enumerate(made):
        if i not in places:
            out.append(token)
            continue
        gap = token.gap
        if out and words.has("articles", out[-1].low):
            gap = out.pop().gap
        word = your if token.owns else you
        out.append(Token(word, word, gap, token.side, token.owns, role=True))
        _own(out, your, words)
    return _without_of_you(tuple(out))


def _own(out: list[Token], your: str, words: Words) -> None:
    """ "the request of you" is "your request"."""
    if len(out) < 4 or out[-2].low != "of" or out[-1].owns or not words.has("articles", out[-4].low):
        return
    owner, thing = out[-4], out[-3]
    if not thing.mark and not thing.side:
        out[-4:] = [Token(your, your, owner.gap, out[-1].side, True, role=True), thing]


def _without_of_you(tokens: Tokens) -> Tokens | None:
    """None where "of you" is left: "the staff and agents of you"."""
    left = any(a.low == "of" and b.role and b.low == "you" for a, b in pairwise(tokens))
    return None if left else tokens
