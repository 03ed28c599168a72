"""The bearer's time to act: by a date, within a time, before something, every so often, upon an event."""

import re
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from klaar.promises.clock import Clock
from klaar.promises.flags import CHARGE, CREDIT
from klaar.promises.levels import ASIDE, WHEN, WHICH
from klaar.promises.marked import Marked
from klaar.promises.model import Deadline
from klaar.text.data import load_words


class DeadlineWords(NamedTuple):
    """The words of deadlines.toml, ready for looking up."""

    within: frozenset[str]
    duration: frozenset[str]
    by: frozenset[str]
    before: frozenset[str]
    notice: frozenset[str]
    after: frozenset[str]
    least: frozenset[str]
    event: frozenset[str]
    event_nouns: frozenset[str]
    next: re.Pattern[str]
    vague: dict[str, tuple[tuple[str, ...], ...]]


@cache
def deadline_words(language: str) -> DeadlineWords:
    """The deadline words of "nl" or "en"."""
    data = load_words(language, "deadlines")
    names = ("within", "duration", "by", "before", "notice", "after", "least", "event", "event_nouns")
    vague: dict[str, list[tuple[str, ...]]] = {}
    for phrase in data["vague"].split(";"):
        words = tuple(phrase.split())
        vague.setdefault(words[0], []).append(words)
    sets = {name: frozenset(data[name].split()) for name in names}
    ordered = {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in vague.items()}
    return DeadlineWords(**sets, next=re.compile(data["next"], re.IGNORECASE), vague=ordered)


def find_deadline(
    marked: Marked, lo: int, hi: int, clocks: list[Clock], levels: list[int], base: int
) -> Deadline | None:
    """The deadline of the words `lo:hi`: the first that limits the action, else a rhythm, else a vague word."""
    words = deadline_words(marked.language)
    found: list[Deadline] = []
    for clock, following in zip_longest(clocks, clocks[1:]):
        if following and clock.time.type == "duration" and _is_unit(clock, following):
            continue
        if levels[clock.token - base] in (WHEN, WHICH) and not _outside(marked, clock, levels, base):
            continue
        deadline = _of_clock(marked, clock, words, levels[clock.token - base] == ASIDE, hi)
        if deadline:
            found.append(deadline)
    rhythm = next((d for d in found if d.kind == "recurring"), None)
    for kinds in (("within", "before", "date"), ("recurring",), ("for", "date")):
        for deadline in found:
            if deadline.kind in kinds and (deadline.value or "for" in kinds):
                return deadline._replace(each=rhythm.value) if rhythm and deadline is not rhythm else deadline
    return _next_day(marked, lo, hi, words) or _vague(marked, lo, hi, words, levels, base)


def _is_unit(clock: Clock, following: Clock) -> bool:
    """ "24 uur per dag", "8 hours a day": how much of a day, no time to act."""
    return following.time.type == "set" and following.time.start - clock.time.end < 3


def _outside(marked: Marked, clock: Clock, levels: list[int], base: int) -> bool:
    """A time that opens its condition ("Within 5 days after …") is the action's own."""
    return clock.token - base <= 3 and marked.language == "en"


def _of_clock(marked: Marked, clock: Clock, words: DeadlineWords, aside: bool, hi: int) -> Deadline | None:
    if clock.time.type == "duration":
        return _of_duration(marked, clock, words, aside, hi)
    if clock.time.type == "date":
        return _of_date(marked, clock, words)
    if clock.time.type == "set":
        return _of_rhythm(marked, clock, aside)
    return None


def _of_duration(marked: Marked, clock: Clock, words: DeadlineWords, aside: bool, hi: int) -> Deadline | None:
    before, after = clock.before[:4], clock.after[:5]
    if (before and before[0] in ("a", "an", "any", "each", "een", "elk")) or (
        clock.time.value in ("P1Y", "P1M") and not _counted(marked, clock)
    ):
        return None
    near = before[:2]
    first = after[0] if after else ""
    if first in words.before and not (first == "in" and "advance" not in after):
        kind = "before"
    elif any(w in words.within for w in before[:3]) and not any(w in words.duration for w in near[:1]):
        kind = "within"
    elif words.notice & set(after[:4]) or words.notice & set(before[:3]):
        kind = "before"
    elif first in words.after and not any(w in words.duration for w in before[:3]):
        kind = "within"
    elif any(w in words.duration for w in before[:4]):
        kind = "for"
    else:
        return None
    if aside and kind == "for":
        return None
    return _deadline(marked, clock, kind, _since(marked, clock, words, hi))


def _counted(marked: Marked, clock: Clock) -> bool:
    """True for "one year" and "1 jaar", not for "a calendar year"."""
    words = marked.text[clock.time.start : clock.time.end].lower()
    return any(c.isdigit() for c in words) or not words.startswith(("a ", "an ", "calendar", "kalender"))


def _since(marked: Marked, clock: Clock, words: DeadlineWords, hi: int) -> str:
    """What the time counts from: the words after "na"/"after", up to a comma or a verb's end."""
    end = clock.time.end
    limit = marked.spans[hi - 1][1]
    tail = marked.text[end:limit]
    match = re.match(r"[^,;:.()]{0,120}", tail)
    said = match.group().strip() if match else ""
    first, _, rest = said.partition(" ")
    return rest.strip() if first.lower() in words.after | words.before else ""


def _of_date(marked: Marked, clock: Clock, words: DeadlineWords) -> Deadline | None:
    if not any(w in words.by for w in clock.before[:3]) or len(str(clock.time.value)) != 10:
        return None
    found = _deadline(marked, clock, "date", "")
    return found._replace(value=None) if str(clock.time.value).startswith("XXXX") else found


def _of_rhythm(marked: Marked, clock: Clock, aside: bool) -> Deadline | None:
    """A rhythm of the action ("reports monthly"), not the unit of a rate ("€ 95 per uur", "99,5 % per maand")."""
    if aside or (clock.before and _is_rate(clock)):
        return None
    token = clock.token
    behind = next(
        (
            marked.bits[k]
            for k in range(token, min(token + 3, len(marked.bits)))
            if marked.bits[k] & (CHARGE | CREDIT)
        ),
        0,
    )
    if behind & CHARGE and not behind & CREDIT:
        return None
    return _deadline(marked, clock, "recurring", "")


def _is_rate(clock: Clock) -> bool:
    return any(
        w[0].isdigit()
        or w
        in (
            "percent",
            "procent",
            "%",
            "uur",
            "hours",
            "dagen",
            "days",
            "keer",
            "times",
            "euro",
            "once",
            "eenmaal",
        )
        for w in clock.before[:2]
    )


def _deadline(marked: Marked, clock: Clock, kind: str, since: str) -> Deadline:
    time = clock.time
    start = _reach_back(marked, clock, kind)
    return Deadline(
        kind, start, time.end, marked.text[start : time.end], str(time.value), time.business, since
    )  # type: ignore[arg-type]


def _reach_back(marked: Marked, clock: Clock, kind: str) -> int:
    """The start of "binnen 30 dagen": the words before the time that belong to it."""
    words = deadline_words(marked.language)
    cues = words.within | words.duration | words.by | words.least if kind != "recurring" else frozenset[str]()
    start, token = clock.time.start, clock.token - 1
    while (
        token >= 0
        and clock.token - token <= 4
        and (
            marked.lows[token] in cues
            or marked.lows[token]
            in ("`", "[", "ten", "at", "a", "of", "van", "de", "een", "dan", "than", "niet", "no", "not")
        )
    ):
        if marked.lows[token] in cues:
            start = marked.spans[token][0]
        token -= 1
    return start


def _next_day(marked: Marked, lo: int, hi: int, words: DeadlineWords) -> Deadline | None:
    """ "the next business day", "de eerstvolgende werkdag": one day."""
    start, end = marked.spans[lo][0], marked.spans[hi - 1][1]
    match = words.next.search(marked.text, start, end)
    if not match:
        return None
    groups = match.groupdict()
    days = 2 if any(v for k, v in groups.items() if k.startswith("second")) else 1
    business = any(v for k, v in groups.items() if k.startswith("business"))
    return Deadline("within", match.start(), match.end(), match.group(), f"P{days}D", business)


def _vague(
    marked: Marked, lo: int, hi: int, words: DeadlineWords, levels: list[int], base: int
) -> Deadline | None:
    lows = marked.lows
    for k in range(lo, hi):
        for phrase in words.vague.get(lows[k], ()):
            if tuple(lows[k : k + len(phrase)]) == phrase and levels[k - base] not in (WHEN, WHICH):
                start, end = marked.spans[k][0], marked.spans[k + len(phrase) - 1][1]
                return Deadline("vague", start, end, marked.text[start:end], None)
    return None
