"""The rule first, its condition after it: "If X, Customer must pay" is "Customer must pay if X"."""

from klaar.plain.say.english.verbs import participles
from klaar.plain.say.tokens import Token, Tokens
from klaar.plain.say.words import Words


def rule_first(tokens: Tokens, words: Words) -> Tokens | None:
    """Move a condition that stands first behind its rule; None where something points back to it."""
    if not tokens or tokens[0].low not in words.sets["openers"]:
        return None
    comma = next((i for i, t in enumerate(tokens) if t.low == ","), None)
    if comma is None or not _begins_rule(tokens, comma + 1, words):
        return None
    end = next((i for i in range(comma + 1, len(tokens)) if tokens[i].low in (".", ";", ":")), len(tokens))
    condition, rule = tokens[:comma], tokens[comma + 1 : end]
    if condition[1].low in participles():
        return None
    pointing = (t.low in words.sets["pointers"] and not t.side for t in (*condition[1:], *rule))
    if any(pointing) or any(t.low == "," for t in rule):
        return None
    return (*rule, condition[0]._replace(gap=" "), *condition[1:], *tokens[end:])


def _begins_rule(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether a party and its "must" stand at `at`."""
    name = at + 1 if at < len(tokens) and words.has("articles", tokens[at].low) else at
    if name + 1 >= len(tokens) or not tokens[name].side or tokens[name].owns:
        return False
    after: Token = tokens[name + 1]
    return after.low in words.sets["finite"]
