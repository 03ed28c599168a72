"""Names that become "u" and "uw": "de medewerkers van Klant" are "uw medewerkers"."""

from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.words import Words

_REACH = 4
"""Words between "de" or a preposition and "van Opdrachtgever" in "met de schriftelijke toestemming van …"."""


def with_you(made: list[Token], places: frozenset[int], words: Words) -> Tokens:
    """Put "u" and "uw" for the names: "de medewerkers van Klant" are "uw medewerkers"."""
    you, your = words.raw["you"]
    out: list[Token] = []
    for i, token in enumerate(made):
        if i not in places:
            out.append(token)
            continue
        gap = token.gap
        if out and words.has("dropped_articles", out[-1].low):
            gap = out.pop().gap
        owner = _owner(out, words) if out and out[-1].low == "van" else -1
        if owner < 0:
            out.append(Token(you, you, gap, token.side, role=True))
            continue
        del out[-1]
        _own(out, owner, your, token, words)
    return tuple(out)


def _own(out: list[Token], at: int, your: str, name: Token, words: Words) -> None:
    """Put "uw" before what is owned, in the place of its article."""
    if words.has("articles", out[at].low):
        capital = out[at].text[:1].isupper()
        out[at] = Token(your.capitalize() if capital else your, your, out[at].gap, name.side, True)
    else:
        out.insert(at + 1, Token(your, your, " ", name.side, True))


def _owner(out: list[Token], words: Words) -> int:
    """The place of the article or the preposition of what is "van u"; -1 where it stays "van u"."""
    for back in range(2, 2 + _REACH):
        at = len(out) - 1 - back + 1
        if at < 0:
            return -1
        token = out[at]
        if token.low in ("ter", "ten", "te", "dan"):
            return -1
        relative = token.low.startswith("waar") and words.has("subordinators", token.low)
        if relative or words.has("articles", token.low) or words.has("prepositions", token.low):
            return at if at < len(out) - 2 else -1
        if token.low == "en" and back > 2:
            continue
        if token.mark or words.has("determiners", token.low) or words.has("conjunctions", token.low):
            return -1
        if words.has("finite", token.low) or token.side or token.text[0].isdigit():
            return -1
    return -1
