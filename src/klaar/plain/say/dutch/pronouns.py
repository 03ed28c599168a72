"""Whether "hij", "hem" and "zijn" mean the reader."""

from klaar.plain.say.dutch.verbs import is_infinitive, is_third, participles
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.voice import Voice
from klaar.plain.say.words import Words


def resolve_pronouns(tokens: Tokens, places: list[int], voice: Voice) -> Tokens | None:
    """ "zijn" is "uw" and "hem" is "u" where only the reader can be meant; None where that is uncertain."""
    words = voice.words
    first = places[0]
    others = any(
        t.side
        and (t.side != voice.reader or not t.role)
        and not _is_many(t)
        and not _counts(tokens, i, words)
        for i, t in enumerate(tokens)
    )
    made = list(tokens)
    for i, token in enumerate(tokens):
        if not words.has("pronouns", token.low) or (
            token.low == "zijn" and not _owning_zijn(tokens, i, words)
        ):
            continue
        if token.low in ("zich", "zichzelf", "hun", "hen", "ze") or i < first:
            if token.low in ("hij", "hem", "diens", "zijn"):
                return None
            continue
        if token.low in ("zij", "haar"):
            if token.low == "zij" and _many(tokens, i, words):
                continue
            return None
        if others or (token.low == "zijn" and words.has("narrowing", tokens[i - 1].low)):
            return None
        made[i] = _addressed(token, words)
    return tuple(made)


def _counts(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether "derde" is a number: "de derde werkdag"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].low != "derde" or after is None or after.mark:
        return False
    return not any(words.has(group, after.low) for group in ("finite", "prepositions", "conjunctions"))


def _is_many(token: Token) -> bool:
    """Whether the name means several, whom "zijn" cannot mean: "sleutelgebruikers"."""
    return not token.role and token.low.endswith(("s", "en"))


def _many(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether "zij" at `at` is more than one: its verb is "zijn" or "leveren", not "heeft" or "levert"."""
    for token in tokens[at + 1 :]:
        if is_third(token.low) or words.has("singular", token.low):
            return False
        if words.has("plural", token.low) or is_infinitive(token.low, words):
            return True
        if token.low in (",", ".", ";", ":"):
            return False
    return False


def _addressed(token: Token, words: Words) -> Token:
    you, your = words.raw["you"]
    text = your if words.has("owning_pronouns", token.low) else you
    text = "uzelf" if token.low.endswith("zelf") else text
    return token._replace(text=text, low=text)


def _owning_zijn(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether "zijn" is "his": "legt Klant zijn oordeel vast", not "die beschikbaar zijn"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if at == 0 or after is None or after.mark:
        return False
    groups = ("prepositions", "determiners", "negations", "conjunctions", "subordinators")
    before = tokens[at - 1].low
    if before == "te" or any(words.has(group, after.low) for group in groups):
        return False
    if words.has("narrowing", before) and after.low not in participles():
        return True
    if after.low in participles() or after.low.startswith(("ge", "be", "ver")) or after.low == "te":
        return before in words.sets["prepositions"]
    return not _are_many(tokens[at - 1], words)


def _are_many(before: Token, words: Words) -> bool:
    """Whether the word before "zijn" can be its subject: "de kosten zijn", "die zijn"."""
    if words.has("prepositions", before.low) or words.has("subordinators", before.low) or before.role:
        return before.low in ("die", "wie", "wat")
    return words.has("several", before.low) or before.low.endswith(("en", "s"))
