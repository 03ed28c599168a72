"""The rule first, its condition after it: "Als X, betaalt Klant" is "Klant betaalt als X"."""

from klaar.plain.say.dutch.verbs import is_finite
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.words import Words


def rule_first(tokens: Tokens, words: Words) -> Tokens | None:
    """Move a condition that stands first behind its rule; None where something points back to it.

    The subject of the rule must be a party, or the place of its verb is not certain.
    """
    if not tokens or tokens[0].low not in words.sets["openers"]:
        return None
    comma = _rule_starts(tokens, words)
    if comma is None:
        return None
    end = next((i for i in range(comma + 1, len(tokens)) if tokens[i].low in (".", ";", ":")), len(tokens))
    condition, rule = tokens[:comma], tokens[comma + 1 : end]
    size = 2 if rule[1].side is None else 1
    subject = rule[1 : 1 + size]
    if len(rule) < size + 2 or any(_points(t, words) for t in (*condition[1:], *rule)):
        return None
    first = condition[0]._replace(text=condition[0].low, gap=" ")

    return (*subject, rule[0], *rule[1 + size :], first, *condition[1:], *tokens[end:])


def _rule_starts(tokens: Tokens, words: Words) -> int | None:
    """The comma after which the verb and its subject, a party, follow: "…, betaalt Klant"."""
    for i in range(2, len(tokens) - 3):
        if tokens[i].low != ",":
            continue
        verb, name = tokens[i + 1], tokens[i + 2]
        if name.low in words.sets["articles"]:
            name = tokens[i + 3]
        if is_finite(verb.low, words) and name.side and not name.owns:
            return i
    return None


def _points(token: Token, words: Words) -> bool:
    return token.low in words.sets["pointers"] and not token.side
