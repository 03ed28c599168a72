"""The reader's name becomes "u", with the verb and the pronouns that go with it."""

from itertools import pairwise

from klaar.plain.say.dutch.named import with_you
from klaar.plain.say.dutch.pronouns import resolve_pronouns
from klaar.plain.say.dutch.verbs import is_third
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.voice import Voice
from klaar.plain.say.words import Words


def say_you(tokens: Tokens, voice: Voice) -> Tokens | None:
    """Speak to the reader: "Leverancier is gehouden" is "u bent gehouden".

    None where the reader is not named, or where a pronoun may or may not mean him.
    """
    places = [i for i, t in enumerate(tokens) if t.side == voice.reader and t.role]
    if not places or any(tokens[i].owns or _joined_to_another(tokens, i, voice.words) for i in places):
        return None
    resolved = resolve_pronouns(tokens, places, voice)
    if resolved is None:
        return None
    made = list(resolved)
    meant = [i for i, t in enumerate(tokens) if voice.words.has("subject_pronouns", t.low)]
    for place in (*places, *meant):
        if not _agree(made, place, voice.words):
            return None
    return with_you(made, frozenset(places), voice.words)


def _joined_to_another(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether the name is one of two ("Klant en Leverancier") or one of a kind."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1] if at else None
    kinds = words.sets["determiners"] - words.sets["articles"] | words.sets["bare_after"]
    if after is not None and words.has("legal_forms", after.low):
        return True
    if before is not None and before.low in ("als", "zijnde") and not _capital(tokens[at]):
        return True
    turned = before is not None and (is_third(before.low) or before.low in words.sets["finite"])
    if after is not None and not after.side and after.text[:1].isupper() and not turned:
        return True
    if (before is not None and before.low in kinds) or of_a_kind(tokens, at, words):
        return True
    if after is not None and after.low in ("en", "of", "/", "-", "(", "&") and at + 2 < len(tokens):
        third = tokens[at + 2]
        return (
            after.low not in ("en", "of") or bool(third.side) or third.low in ("een", "de", "diens", "zijn")
        )
    return (
        before is not None and before.low in ("en", "of", "/", "&") and at > 1 and bool(tokens[at - 2].side)
    )


def _capital(token: Token) -> bool:
    """Whether it is a name, and no word for anyone: "als leverancier optreden" is not the party."""
    return token.text[:1].isupper()


def of_a_kind(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether another word or a quotation mark stands against the name: "een goed opdrachtnemer"."""
    if at and tokens[at - 1].low in ("“", "‘", '"', "'", "(", "-", "/"):
        return True
    return at > 1 and tokens[at - 2].low in words.sets["determiners"] and _describes(tokens[at - 1], words)


def _describes(token: Token, words: Words) -> bool:
    """Whether `token` can be an adjective: it is none of the small words, and no name."""
    small = ("prepositions", "conjunctions", "subordinators", "finite", "articles")
    return not token.side and not token.mark and not any(words.has(group, token.low) for group in small)


def _agree(made: list[Token], at: int, words: Words) -> bool:
    """Put the verb of the reader in the form of "u"; False where it is not clear which verb that is."""
    forms: dict[str, str] = words.raw["you_verbs"]
    before = _before(made, at, words)
    low = made[before].low if before >= 0 else ""
    given = low == "is" and any(words.has("impersonal", t.low) for t in made[at + 1 : at + 5])
    if words.has("prepositions", low) or given:
        return True
    turned = before >= 0 and (is_third(low) or words.has("finite", low))
    if turned and _another_verb(made, at, forms):
        return False
    if low in forms:
        made[before] = _reformed(made[before], forms)
    elif before >= 0 and words.has("subordinators", low):
        return _agree_last(made, at, words)
    elif at + 1 < len(made) and made[at + 1].low in forms:
        made[at + 1] = _reformed(made[at + 1], forms)
    _agree_next(made, at, forms)
    return True


def _another_verb(made: list[Token], at: int, forms: dict[str, str]) -> bool:
    """Whether a verb after "en" may have its own subject: "wordt Klant gevraagd en is akkoord nodig"."""
    return any(a.low in ("en", "maar") and b.low in forms for a, b in pairwise(made[at + 1 :]))


def _before(made: list[Token], at: int, words: Words) -> int:
    """The place of the word before the name and its article."""
    return at - 2 if at and words.has("articles", made[at - 1].low) else at - 1


def _reformed(token: Token, forms: dict[str, str]) -> Token:
    text = forms[token.low]
    return token._replace(text=text.capitalize() if token.text[:1].isupper() else text, low=text)


def _agree_last(made: list[Token], at: int, words: Words) -> bool:
    """In "als Klant van mening is" the verb stands at the end of its clause."""
    forms: dict[str, str] = words.raw["you_verbs"]
    for i in range(at + 1, len(made)):
        low = made[i].low
        if low in (",", ".", ";", ":"):
            return True
        if low in forms:
            made[i] = _reformed(made[i], forms)
            return True
        if words.has("subordinators", low) and low not in ("of", "als", "wat"):
            rest = [t.low for t in made[i:]]
            return not any(word in forms for word in rest)
    return True


def _agree_next(made: list[Token], at: int, forms: dict[str, str]) -> None:
    """A second verb of the same subject: "Klant betaalt de prijs en is …"."""
    for i in range(at + 1, len(made) - 1):
        if made[i].low in (".", ";"):
            return
        if made[i].low in ("en", "maar") and made[i + 1].low in forms:
            made[i + 1] = _reformed(made[i + 1], forms)
