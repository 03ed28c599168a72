"""What someone does, said with a verb: "upon Supplier becoming aware" is "when Supplier becomes aware"."""

from functools import cache

from klaar.plain.say.english.verbs import bases, third_of
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.words import Words


def turn_gerunds(tokens: Tokens, words: Words) -> Tokens:
    """Let a party after "upon" have a verb of its own; all else stays."""
    made = list(tokens)
    for i, token in enumerate(tokens[:-3]):
        if not words.has("moments", token.low):
            continue
        name = i + 2 if words.has("articles", tokens[i + 1].low) else i + 1
        base = _gerunds().get(tokens[name + 1].low) if name + 1 < len(tokens) else None
        if base is None or not tokens[name].role or tokens[name].owns:
            continue
        when = words.raw["when"]
        made[i] = token._replace(text=when.capitalize() if token.text[:1].isupper() else when, low=when)
        third = third_of(base)
        made[name + 1] = Token(third, third)
    return tuple(made)


@cache
def _gerunds() -> dict[str, str]:
    """Every verb in "-ing" with its base: "becoming" and "become"."""
    found = {base + "ing": base for base in bases()}
    found |= {base + base[-1] + "ing": base for base in bases()}
    return found | {base[:-1] + "ing": base for base in bases() if base.endswith("e")}
