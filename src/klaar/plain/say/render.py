"""Tokens as a sentence: a capital, a stop, and no capital where the first word moved."""

import re

from klaar.plain.say.tokens import Tokens, joined
from klaar.plain.say.voice import Voice

_DOUBLE = re.compile(r" ?[,;:]+\.$")
_STOPS = (".", "!", "?", "…")


def opened(tokens: Tokens, voice: Voice) -> Tokens:
    """The first word as it is written within a sentence; a name, a term or an abbreviation stays."""
    if not tokens:
        return tokens
    first = tokens[0]
    keeps = first.side or (not first.text[1:].islower() and len(first.text) > 1) or first.low in voice.terms
    return tokens if keeps else (first._replace(text=first.low), *tokens[1:])


def rendered(tokens: Tokens) -> str:
    """The tokens as a text with a capital and a stop: "u betaalt" is "U betaalt."."""
    text = joined(tokens).rstrip(" ,;:")
    if tokens and (not tokens[0].side or tokens[0].text.islower()):
        text = text[:1].upper() + text[1:]
    text = _DOUBLE.sub(".", text)
    return text if text.endswith(_STOPS) or text[-2:] in ('."', ".”", ".)") else f"{text}."
