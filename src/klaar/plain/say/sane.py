"""Whether a text reads as sentences: a verb, no doubled word, quotes and brackets that close."""

import re
from itertools import pairwise

from klaar.plain.say.dutch.verbs import is_finite as dutch_finite
from klaar.plain.say.dutch.verbs import is_third
from klaar.plain.say.english.verbs import bases, participles, thirds
from klaar.plain.say.words import Words, load_say
from klaar.text.words import split_words

_TWICE = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_NO_VERBS = frozenset(["it", "this", "a", "an", "he", "that", "which", "who", "is", "are", "however"])
_RUN = 8
"""Words in a row that no sentence says twice."""
_MAY_FOLLOW = frozenset(["all", "each", "both", "no"])
_OPEN_ENDS = ("dangling", "articles", "conjunctions", "modals", "subordinators")
_MAY_REPEAT = frozenset(["had", "that", "die", "dat", "is"])
_JUNK = re.compile(
    r"[<>|\\_✓✔✗✘☐☑☒]|\]\(|&\w+;|\.\.\.\.|U\.S\.$|"
    r"^\W*\{(?!\S+(?: \S+){0,3}\} \w)|\b(?:Page|Pagina) \d+ (?:of|van) \d+"
    r"|(?<!on )(?<!see )(?<!zie )(?<!op )\b(?:Page|Pagina) \d+\b"
)
_RELATIVE = re.compile(r"waar(?:mee|in|op|van|voor|bij|uit|door|toe|over|aan|tussen|onder|binnen)")
_TITLE = re.compile(r"\b(\w[\w-]* \w+) \1\b", re.IGNORECASE)
"""A heading that ran into its sentence: "Risk of Loss Risk of loss remains …"."""


def is_clean(text: str) -> bool:
    """Whether no mark-up or foot of a page stands in `text`."""
    return not _JUNK.search(text)


def is_sane(text: str, language: str) -> bool:
    """Whether `text` can be shown as a sentence: "U betaalt de prijs." can, "de prijs de prijs" cannot."""
    if any(text.count(left) != text.count(right) for left, right in _PAIRS) or text.count('"') % 2:
        return False
    if any(m.group(1).lower() not in _MAY_REPEAT and not m.group(1).isdigit() for m in _TWICE.finditer(text)):
        return False
    if (
        _JUNK.search(text)
        or any(_is_title(found.group(1), language) for found in _TITLE.finditer(text))
        or text[:1] in ",;:)-–"
        or text.endswith((":.", "-.", "/.", ";.", ",”.", ',".'))
    ):
        return False
    lows = split_words(text).lows
    if language == "en" and _modal_before_thing(lows):
        return False
    if _loud(text) or _says_twice(lows) or (language == "nl" and not _relative_goes_on(lows)):
        return False
    whole = _begins_well(lows, language) and _ends_well(lows, language)
    return sum(low[0].isalnum() for low in lows) > 2 and whole and _has_verb(lows, language)


def _is_title(words: str, language: str) -> bool:
    """Whether two words that stand there twice are a heading, and not "in het in het contract genoemde"."""
    known = load_say(language)
    small = ("prepositions", "determiners")
    return not all(any(known.has(group, low) for group in small) for low in words.lower().split())


def _loud(text: str) -> bool:
    """Whether most of its words are in capitals: "CONFIDENTIAL TREATMENT HAS BEEN REQUESTED"."""
    words = text.split()
    return 2 * sum(map(str.isupper, words)) > len(words)


def _says_twice(lows: list[str]) -> bool:
    """Whether eight words stand there twice: a heading or a row that ran into its sentence."""
    if len(lows) - len(set(lows)) < _RUN:
        return False
    runs = [tuple(lows[i : i + _RUN]) for i in range(len(lows) - _RUN + 1)]
    return len(set(runs)) < len(runs)


def _modal_before_thing(lows: list[str]) -> bool:
    """Whether "must" or "may" has no verb: "IBM must the tunnels will be based on …"."""
    words = load_say("en")
    return any(words.has("modals", low) and _no_verb(after, words) for low, after in pairwise(lows))


def _no_verb(low: str, words: Words) -> bool:
    """Whether no verb stands after "must": an article, or what is done already ("must provided")."""
    if words.has("determiners", low):
        return low not in _MAY_FOLLOW
    return low in _NO_VERBS or (low in participles() and low not in bases())


def _begins_well(lows: list[str], language: str) -> bool:
    """Whether it begins with its subject, not with "shall" or "ensure"."""
    words = load_say(language)
    if words.has("headless", lows[0]):
        return language == "nl" and "," in lows
    if language == "nl" and is_third(lows[0]) and "," not in lows:
        return False
    return language == "nl" or lows[0] not in bases() or any(words.has("finite", low) for low in lows[1:7])


def _ends_well(lows: list[str], language: str) -> bool:
    """Whether it does not break off: "must have been done by either", "the government will consider"."""
    words = load_say(language)
    last, before = ([low for low in lows if low[0].isalnum()] or [""])[-1], lows[-3:-1]
    said = [low for low in lows if low[0].isalnum()][-2:-1]
    if any(words.has(group, last) for group in _OPEN_ENDS):
        return False
    if words.has("negations", last) and any(words.has("modals", low) for low in said):
        return False
    if not _that_goes_on(lows, language) or (
        last == "uit" and any(words.has("consisting", low) for low in said)
    ):
        return False
    return language == "nl" or not (last in bases() and any(words.has("modals", low) for low in before[:1]))


def _that_goes_on(lows: list[str], language: str) -> bool:
    """Whether the clause after the last "that" has its verb: not "agrees that records of system activity"."""
    words = load_say(language)
    places = [
        i for i, low in enumerate(lows) if low == words.raw["that"] and words.has("saying", lows[i - 1])
    ]
    if not places:
        return True
    rest = lows[places[-1] + 1 :]
    return _can_carry(rest, language) or any(low in bases() for low in rest)


def _relative_goes_on(lows: list[str]) -> bool:
    """Whether the clause after the last "waarmee" has its verb: not "een CMS waarmee Klant zelf teksten"."""
    places = [i for i, low in enumerate(lows) if _RELATIVE.fullmatch(low)]
    return not places or _can_carry(lows[places[-1] + 1 :], "nl") or lows[places[-1] - 1] == ","


def _has_verb(lows: list[str], language: str) -> bool:
    """Whether a verb that can carry the sentence stands after its subject."""
    return _can_carry(lows[1:], language) or (language == "en" and any(low in bases() for low in lows[1:4]))


def _can_carry(lows: list[str], language: str) -> bool:
    """Whether one of `lows` is a verb with a subject: "levert", "must"."""
    words = load_say(language)
    if language == "nl":
        return any(dutch_finite(low, words) for low in lows)
    return any(low in words.sets["finite"] or low in thirds() for low in lows)
