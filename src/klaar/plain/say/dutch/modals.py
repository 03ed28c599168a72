"""Duties, rights and what need not be done: "is gehouden te betalen" is "moet betalen"."""

from klaar.clauses.model import Side
from klaar.plain.say.dutch.futures import turn_futures
from klaar.plain.say.dutch.verbs import is_infinitive, is_particle
from klaar.plain.say.tokens import Token, Tokens, lows_of, phrase_at
from klaar.plain.say.words import Phrase, Words

_PLURAL = ("dienen", "zijn", "behoren", "zullen", "hebben")


def turn_modals(tokens: Tokens, words: Words, *, bearer: Side | None) -> Tokens:
    """Say every duty with "moet", every right with "mag"; "zal" only of the `bearer` of a duty."""
    for group, modal, keeps_te in (
        ("forbidden", "may", True),
        ("spared", "need", True),
        ("duties", "must", False),
        ("rights", "may", False),
    ):
        tokens = _turn(tokens, words, words.phrases[group], words.raw[modal], keeps_te=keeps_te)
    return turn_futures(tokens, words) if bearer else tokens


def _turn(
    tokens: Tokens, words: Words, phrases: tuple[Phrase, ...], modal: list[str], *, keeps_te: bool
) -> Tokens:
    lows = lows_of(tokens)
    firsts = {phrase[0] for phrase in phrases}
    denied = keeps_te and modal == words.raw["may"]
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        size, skipped = _split_phrase(tokens, at, phrases) if lows[at] in firsts else (0, ())
        if not size:
            made.append(tokens[at])
            at += 1
            continue
        rest = _without_te(tokens[at + size :], words, keep=keeps_te and not denied, deny=denied)
        if rest is None:
            made.append(tokens[at])
            at += 1
            continue
        word = modal[1] if lows[at] in _PLURAL else modal[0]
        text = word.capitalize() if tokens[at].text[:1].isupper() else word
        made.append(Token(text, word, tokens[at].gap))
        made += skipped
        if keeps_te and not denied:
            made.append(Token("niet", "niet"))
        return (*made, *_turn(rest, words, phrases, modal, keeps_te=keeps_te))
    return tuple(made)


def _split_phrase(tokens: Tokens, at: int, phrases: tuple[Phrase, ...]) -> tuple[int, Tokens]:
    """The words of a duty at `at`, also with its subject in between: "is Klant gehouden om"."""
    lows = lows_of(tokens[at : at + 9])
    size = phrase_at(lows, 0, phrases)
    for inner in (1, 2):
        subject = tokens[at + 1 : at + 1 + inner]
        if not any(t.side for t in subject) and not any(t.low == "u" for t in subject):
            continue
        other = (lows[0], *lows[1 + inner :])
        found = phrase_at(other, 0, phrases)
        if found > max(size, 1) or (found == 1 and size <= 1):
            return found + inner, subject
    return size, ()


def _without_te(rest: Tokens, words: Words, *, keep: bool, deny: bool) -> Tokens | None:
    """What follows without the "te" of its infinitive; None where no infinitive follows."""
    for i in range(len(rest) - 1):
        if rest[i].low in (".", ";"):
            return None
        if rest[i].low == "te" and is_infinitive(rest[i + 1].low, words):
            if deny and not any(t.low in words.sets["definite"] for t in rest[:i]):
                return None
            return rest if keep else _dropped(rest, i, words, deny=deny)
        if rest[i].low == "om" or (rest[i].low in ("dat", "tot", "als") and i < 2):
            return None
    return None


def _dropped(rest: Tokens, at: int, words: Words, *, deny: bool = False) -> Tokens:
    """Leave "te" out, and write "aan te leveren" as "aanleveren"; a second verb after "en" goes along."""
    made = list(rest[:at])
    verb = rest[at + 1]
    tail = rest[at + 2 :]
    if made and is_particle(made[-1].low, words):
        first = made.pop()
        if verb.low == "laten" and tail and is_infinitive(tail[0].low, words):
            joined = Token(first.text + tail[0].text, first.low + tail[0].low)
            return (*made, verb, joined, *tail[1:])
        verb = Token(first.text + verb.text, first.low + verb.low, first.gap)
    if deny:
        made.append(Token("niet", "niet"))
    made.append(verb)
    for i in range(len(tail) - 1):
        if tail[i].mark or (tail[i].low != "of" and words.has("subordinators", tail[i].low)):
            break
        if tail[i].low == "te" and is_infinitive(tail[i + 1].low, words):
            if any(t.low in ("en", "of") for t in tail[:i]) and not any(t.low == "om" for t in tail[:i]):
                return (*made, *_dropped(tail, i, words))
            break
    return (*made, *tail)
