"""Who must, where the words of a promise leave that to what stands before them."""

from klaar.plain.say.dutch.verbs import is_third
from klaar.plain.say.english.verbs import bases, thirds
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.voice import Voice
from klaar.promises.model import Promise


def with_subject(tokens: Tokens, promise: Promise, voice: Voice) -> Tokens:
    """Name the bearer, if he is certain, where only "Hij", "shall deliver" or "Provide …" stands."""
    named = any(t.side == promise.bearer and t.role for t in tokens)
    if len(tokens) < 3 or promise.certainty != "sure" or promise.bearer not in ("it", "client"):
        return tokens
    name = _name(promise, voice)
    if name is None:
        return tokens
    words, first, second = voice.words, tokens[0], tokens[1]
    if not named and words.has("subject_pronouns", first.low) and _is_verb(second.low, voice):
        return (name, *tokens[1:])
    if (
        not named
        and words.has("modals", first.low)
        and not _has_subject(tokens, voice)
        and _acts(tokens, voice)
    ):
        return (name, first._replace(text=first.low, gap=" "), *tokens[1:])
    if _commands(tokens, voice) and (not named or voice.language == "en"):
        must = (Token(words.raw["must"][0], words.raw["must"][0]),) if voice.language == "en" else ()
        return (name, *must, first._replace(text=first.low, gap=" "), *tokens[1:])
    return tokens


def _name(promise: Promise, voice: Voice) -> Token | None:
    """The bearer by the name that the agreement gives to the party itself."""
    names = (p.name for p in voice.agreement.parties if p.side == promise.bearer and p.certainty == "sure")
    name = next((n for n in names if n in voice.roles and n[:1].isupper()), None)
    return Token(name, name.lower(), " ", promise.bearer, role=True) if name else None


def _is_verb(low: str, voice: Voice) -> bool:
    if voice.language == "nl":
        return is_third(low) or voice.words.has("finite", low)
    return voice.words.has("finite", low) or low in thirds()


def _has_subject(tokens: Tokens, voice: Voice) -> bool:
    """Whether a subject follows the verb, as in a Dutch condition: "Wordt een fout gevonden, dan"."""
    if voice.language == "en":
        return False
    follows = ("determiners", "pronouns", "spoken_to")
    return bool(tokens[1].side) or any(voice.words.has(group, tokens[1].low) for group in follows)


def _acts(tokens: Tokens, voice: Voice) -> bool:
    """Whether someone does something: "shall deliver", not "shall be documented" or "shall include"."""
    if voice.language == "nl":
        return True
    rest = (t.low for t in tokens[1:4] if not (voice.words.has("adverbs", t.low) or t.low.endswith("ly")))
    verb = next(rest, "")
    return verb in bases() and verb not in ("have", "include", "apply", "contain", "mean", "remain", "become")


def _commands(tokens: Tokens, voice: Voice) -> bool:
    """Whether it begins with the verb of the bearer: "Ensure that …", "levert maandelijks …"."""
    low, words = tokens[0].low, voice.words
    if voice.language == "nl":
        return is_third(low) and not _has_subject(tokens, voice) and not words.has("finite", tokens[1].low)
    following = () if tokens[1].low == words.raw["that"] else tokens[1:4]
    if low not in bases() or any(words.has("finite", t.low) for t in following):
        return False
    after = tokens[1].low
    return after not in ("of", "and", "or") and not tokens[1].mark
