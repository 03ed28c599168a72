"""The reader's name becomes "you", with the verbs and the pronouns that go with it."""

from itertools import pairwise

from klaar.plain.say.english.alone import is_part, is_subject, is_uncertain
from klaar.plain.say.english.verbs import thirds
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.voice import Voice
from klaar.plain.say.words import Words


def say_you(tokens: Tokens, voice: Voice) -> Tokens | None:
    """Speak to the reader: "Customer fails to pay its fees" is "you fail to pay your fees".

    None where the reader is not named, where the name may be part of another ("Customer records"), or
    where a pronoun may or may not mean the reader.
    """
    words = voice.words
    mine = [i for i, t in enumerate(tokens) if t.side == voice.reader and t.role]
    places = [i for i in mine if not is_part(tokens, i, words)]
    if not places or any(is_uncertain(tokens, i, words) for i in mine):
        return None
    resolved = _pronouns(tokens, places, voice)
    if resolved is None:
        return None
    made = list(resolved)
    for place in places:
        if is_subject(made, place, words):
            _agree(made, place, words)
    return _named(made, frozenset(places), words)


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
        if token.low == "it" and _formal_it(tokens, i, words):
            continue
        before = [p for p in places if p < i]
        if token.low == "their" and before and not _of_people(tokens[before[-1] + 1 : i], words):
            return None
        if token.low not in ("its", "it") or not before:
            if token.low in ("its", "it", "itself", "he", "his", "she", "her"):
                return None
            continue
        if token.low == "it" or any(o < i for o in others) or _far(tokens, before[-1] + 1, i):
            return None
        if not is_subject(tokens, before[-1], words) or _after_another(tokens, before[-1], words):
            return None
        you = words.raw["you"][1]
        made[i] = token._replace(text=you, low=you)
    return tuple(made)


def _of_people(between: Tokens, words: Words) -> bool:
    """Whether others stand there who may be meant: "notify Users of their rights"."""
    return any(words.has("people", t.low) or _several(t) for t in between)


def _far(tokens: Tokens, start: int, end: int) -> bool:
    """Whether something else may own it: "Customer is responsible for Content, including its selection"."""
    return any(t.mark or t.low == "including" for t in tokens[start:end])


def _after_another(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether another subject has had its verb before the name: "the Amendment applies, and Customer …"."""
    return any(words.has("finite", t.low) or t.low in thirds() for t in tokens[:at])


def _several(token: Token) -> bool:
    """Whether someone else is more than one, whom "it" cannot mean: "Subcontractors"."""
    return token.side == "other" and token.low.endswith("s")


def _formal_it(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether "it" means nothing: "it is necessary to", not "it is unable to"."""
    rest = [t.low for t in tokens[at + 1 : at + 3]]
    return rest[:1] == ["is"] and len(rest) > 1 and words.has("formal", rest[1])


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
