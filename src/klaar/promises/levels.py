"""Which words of a sentence say what is promised, and which only when, or of what.

"Indien Klant niet betaalt, mag Leverancier, die daarvan schriftelijk bericht, de levering opschorten": only
"mag Leverancier" and "de levering opschorten" are at the main level. No full parse: the words that open a
condition or a relative clause, the comma that closes it, and the place of the finite verb.
"""

from klaar.promises.flags import (
    ACT,
    ADVERB,
    AND,
    BE,
    BECOME,
    BUT,
    CLOSE,
    COLON,
    COMMA,
    DETERMINER,
    FINITE,
    HAVE,
    IF,
    IF_FIRST,
    MAY,
    MUST,
    NOT,
    OPEN,
    PARTY,
    PERSON,
    PLURAL,
    PRONOUN,
    RELATIVE,
    SEMI,
    SIGN,
    THAT,
)
from klaar.promises.marked import Marked
from klaar.promises.nouns import is_noun

MAIN, WHEN, WHICH, WHAT, ASIDE = range(5)
"""`WHEN` a condition, `WHICH` a relative clause, `WHAT` what is said ("garandeert dat …"), `ASIDE` in brackets."""


def find_levels(marked: Marked, lo: int, hi: int) -> list[int]:
    """The level of each word of the sentence `lo:hi`."""
    levels = (_verb_second if marked.language == "nl" else _subject_first)(marked, lo, hi)
    if not any(marked.bits[lo + i] & _FINITE_OR_SIGN for i, level in enumerate(levels) if level == MAIN):
        _bring_back(marked, lo, levels)
    return levels


_FINITE_OR_SIGN = MUST | MAY | BE | HAVE | BECOME | ACT | SIGN


def _bring_back(marked: Marked, lo: int, levels: list[int]) -> None:
    """No main verb at all: the last strong verb in a relative clause was the main one ("Kosten die X maakt zullen …")."""
    if marked.bits[lo] & IF and not marked.bits[lo] & FINITE and not _opens_main(marked, lo, levels):
        return
    strong = [
        i
        for i, level in enumerate(levels)
        if level == WHICH and marked.bits[lo + i] & (MUST | MAY | BECOME | BE)
    ]
    if strong and 3 < strong[-1] < len(levels) - 3 and levels[strong[-1] - 2] == WHICH:
        for i in range(strong[-1], len(levels)):
            if levels[i] != ASIDE:
                levels[i] = MAIN


def _opens_main(marked: Marked, lo: int, levels: list[int]) -> bool:
    """ "If X …, any costs which …": behind the condition a main clause has begun."""
    return marked.language == "en" and any(
        level == MAIN and not marked.bits[lo + i] & COMMA for i, level in enumerate(levels)
    )


def _subject_first(marked: Marked, lo: int, hi: int) -> list[int]:
    bits, lows = marked.bits, marked.lows
    levels = [MAIN] * (hi - lo)
    level, outer, vouched, held = MAIN, [], False, 0
    for i in range(lo, hi):
        t = bits[i]
        if t & OPEN:
            outer.append(level)
            level = level or ASIDE
        elif t & CLOSE:
            levels[i - lo] = level
            if outer:
                level = outer.pop()
            continue
        elif t & (SEMI | COLON | COMMA):
            if t & COMMA and level == ASIDE and not outer:
                level = MAIN
            elif t & COMMA and i > lo and bits[i - 1] & (MUST | MAY):
                if i + 1 < hi and bits[i + 1] & BUT:
                    level = ASIDE  # "may, but need not, give feedback"
                # "that its staff shall, at all times, keep …"
            elif (
                level == WHEN
                and t & COMMA
                and lows[i - 1] in _CONJUNCTIONS
                and i + 1 < hi
                and bits[i + 1] & IF
            ):
                held = 1  # "if, unless the law forbids it, Supplier tells …": the condition goes on behind the aside
            elif held and t & COMMA:
                held = 0
            elif (
                not outer
                and not (level == WHEN and _condition_goes_on(marked, i, hi))
                and not (vouched and t & COMMA)
            ):
                level = MAIN
        elif level == MAIN and i > lo:
            if lows[i] == "as" and i + 1 < hi and bits[i + 1] & (PARTY | PERSON | MAY | MUST):
                level = WHICH
            elif lows[i] == "that" and lows[i - 1] in _OPEN_VERBS:
                level = MAIN
            elif t & RELATIVE and not (
                lows[i] == "that" and lows[i - 1] in ("of", "or", "and", "to", "in", "for")
            ):
                vouched = lows[i] == "that" and any(lows[k] in _VOUCH for k in range(lo, i))
                level = WHAT if vouched or (lows[i] == "that" and bits[i - 1] & FINITE) else WHICH
            elif t & THAT:
                level = WHAT
            elif t & IF and lows[i] in _CONJUNCTIONS:
                level = WHEN
        elif i == lo and t & (IF | IF_FIRST) and lows[i] in _CONJUNCTIONS:
            level = WHEN
        if level == WHEN and t & (MUST | MAY) and not outer and _bare_condition(marked, i, lo, levels):
            level = MAIN
        levels[i - lo] = level
    return levels


def _bare_condition(marked: Marked, i: int, lo: int, levels: list[int]) -> bool:
    """ "The charge once established may …", "changes where necessary will …": a condition without a verb of its own."""
    k = i - 1
    while k > lo and levels[k - lo] == WHEN:
        if marked.owners[k] or marked.bits[k] & (DETERMINER | PERSON | PRONOUN | FINITE):
            return False
        k -= 1
    return k > lo and i - k <= 4


def _condition_goes_on(marked: Marked, i: int, hi: int) -> bool:
    """ "If Customer (a) is late; (b) breaches …; or (c) …, then": the list belongs to the condition."""
    after = i + 1
    while after < hi and marked.bits[after] & AND:
        after += 1
    return bool(marked.bits[i] & SEMI) and after < hi and bool(marked.bits[after] & OPEN)


_OPEN_VERBS = frozenset(
    ["agrees", "agree", "acknowledges", "acknowledge", "understands", "understand", "accepts"]
)
"""What follows "that" behind these is said in the main line: "agrees that it shall …"."""
_VOUCH = frozenset(["warrants", "warrant", "represents", "represent", "guarantees", "guarantee", "certifies"])
_CONJUNCTIONS = frozenset(
    [
        "if",
        "when",
        "where",
        "unless",
        "until",
        "once",
        "because",
        "since",
        "although",
        "though",
        "whereas",
        "whereby",
        "should",
        "whenever",
    ]
)


def _verb_second(marked: Marked, lo: int, hi: int) -> list[int]:
    bits, lows = marked.bits, marked.lows
    levels = [MAIN] * (hi - lo)
    level, outer, leading, verbs = MAIN, [], False, 0
    for i in range(lo, hi):
        t = bits[i]
        if t & OPEN:
            outer.append(level)
            level = level or ASIDE
        elif t & CLOSE:
            levels[i - lo] = level
            if outer:
                level = outer.pop()
            continue
        elif t & (SEMI | COLON):
            if not outer:
                level, leading = MAIN, False
        elif t & COMMA:
            if leading:
                if _verb_follows(marked, i, hi):
                    level, leading = MAIN, False
            elif level in (WHEN, WHICH, WHAT) and not outer and (verbs or _closes(marked, i, hi)):
                level = MAIN
        elif level == MAIN:
            if i > lo and not t & _OPENERS and lows[i] != "of":
                continue
            level, leading = _opens(marked, i, lo, hi)
            verbs = 1 if level == WHEN and t & FINITE else 0
        elif level in (WHEN, WHICH, WHAT) and t & FINITE and not is_noun(marked, i, lo):
            if _main_again(marked, i, lo, hi, verbs, leading):
                level, leading = MAIN, False
            verbs += 1
        levels[i - lo] = level
    return levels


_OPENERS = IF | THAT | RELATIVE
"""A word without any of these opens nothing, but for "of" behind a verb ("onderzoekt of …")."""


def _opens(marked: Marked, i: int, lo: int, hi: int) -> tuple[int, bool]:
    t, word = marked.bits[i], marked.lows[i]
    if i == lo and _verb_first(marked, lo, hi):
        return WHEN, True
    if i == lo and word in _FREE:
        return WHAT, False
    first = i == lo or all(marked.bits[k] & (ADVERB | AND | COMMA) or k == lo for k in range(lo, i))
    if t & IF and not t & FINITE and not (word == "als" and i + 1 < hi and marked.lows[i + 1] in _AS):
        return WHEN, first
    if word == "dat" and marked.lows[i - 1] in _CASES:
        return WHEN, i < lo + 6
    if i == lo:
        return MAIN, False
    if word == "of" and marked.bits[i - 1] & ACT:
        return WHAT, False
    if word == "dat":
        return (MAIN if marked.lows[i - 1] in _BEFORE_NOUN else WHAT), False
    if t & RELATIVE and not (word == "die" and marked.bits[i - 1] & FINITE):
        return WHICH, False
    return MAIN, False


_AS = frozenset(
    [
        "onderdeel",
        "gevolg",
        "uitgangspunt",
        "basis",
        "tegenprestatie",
        "vergoeding",
        "blijk",
        "bewijs",
        "bijlage",
        "bijlagen",
        "volgt",
        "verwerker",
        "hoofdaannemer",
    ]
)
""" "als onderdeel van", "als volgt": no condition."""
_FREE = frozenset(["wie", "wat", "hoe", "waar", "welke", "hetgeen"])
"""Opens a clause that is itself the subject: "Wie bevoegd is, staat in …"."""


def _verb_first(marked: Marked, lo: int, hi: int) -> bool:
    """ "Betaalt Klant niet, dan mag …": a sentence that opens with its verb is a condition, if a main clause follows."""
    t, word = marked.bits[lo], marked.lows[lo]
    if not (t & (FINITE | IF_FIRST) or (not t and word.endswith("t") and len(word) > 3)):
        return False
    if lo + 1 >= hi or not marked.bits[lo + 1] & (PARTY | PERSON | PRONOUN | DETERMINER | ADVERB | NOT):
        return False
    return any(marked.bits[k] & COMMA and _verb_follows(marked, k, hi) for k in range(lo + 2, hi - 1))


_CASES = frozenset(["geval", "gevallen", "moment", "tijdstip"])
_BEFORE_NOUN = frozenset(
    [
        "in",
        "van",
        "voor",
        "bij",
        "op",
        "aan",
        "met",
        "uit",
        "tot",
        "over",
        "na",
        "naar",
        "onder",
        "door",
        "tijdens",
        "binnen",
        "tegen",
        "rond",
        "per",
    ]
)


def _closes(marked: Marked, comma: int, hi: int) -> bool:
    """A comma ends a clause whose verb has come, known or not ("…, die de storing verhelpt, …")."""
    return marked.lows[comma - 1].endswith(("t", "d", "en")) or _verb_follows(marked, comma, hi)


def _verb_follows(marked: Marked, comma: int, hi: int) -> bool:
    """After the comma that closes a leading condition the finite verb comes first (", zal", ", dan is")."""
    bits = marked.bits
    after = comma + 1
    if after < hi and bits[after] & FINITE:
        return True
    if after + 1 < hi and bits[after] & PLURAL and bits[after + 1] & PARTY:
        return True
    return after + 1 < hi and bool(bits[after] & ADVERB) and bool(bits[after + 1] & FINITE)


def _main_again(marked: Marked, i: int, lo: int, hi: int, verbs: int, leading: bool) -> bool:
    """True where a finite verb goes back to the main clause though no comma closed the one before."""
    bits = marked.bits
    if bits[i - 1] & AND and bits[i] & (MUST | MAY):
        return True
    if verbs:
        return _inverted(marked, i, hi) or (i + 1 < hi and bool(bits[i] & BE) and bool(bits[i + 1] & SIGN))
    if not leading or i + 1 >= hi or not bits[i + 1] & (PARTY | PERSON):
        return False
    return not any(bits[k] & COMMA and bits[k + 1] & (FINITE | ADVERB) for k in range(i, hi - 1))


def _inverted(marked: Marked, i: int, hi: int) -> bool:
    """A finite verb right after another verb, its subject behind it: "… dat wenst onderhoudt Leverancier …"."""
    bits = marked.bits
    if bits[i - 1] & (MUST | MAY | BE | HAVE) and bits[i] & (BE | HAVE | MUST | MAY):
        return False
    if i + 1 >= hi or not bits[i + 1] & (PARTY | PERSON | PRONOUN | DETERMINER):
        return False
    return bool(bits[i - 1] & FINITE) or marked.lows[i - 1].endswith(("d", "t", "en"))
