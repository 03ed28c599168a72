"""Which cases of a history can be used, and what is wrong with the others: said, never guessed over."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from klaar.forecast.days import day_number
from klaar.forecast.model import Case

REASONS = ("duplicate", "done_before_start", "after_done", "no_term", "promised_before_start", "not_begun")
"""Why a case is left out, in the order in which it is looked at; keys under [left_out] in forecast.toml."""


class Sound(NamedTuple):
    """The usable cases in their order, how many others there were by reason, and what day it counts as.

    `as_of` is the day on which the unfinished ones were known to be open; `same_day` counts the cases that
    were ready on the day they began: they count as half a day.
    """

    cases: tuple[Case, ...]
    left_out: tuple[tuple[str, int], ...]
    as_of: float
    same_day: int = 0


def sound(cases: Iterable[Case], today: date | None = None) -> Sound:
    """Sort out `cases`; without `today` unfinished ones were open on the last day that the history names.

    Left out: what is said twice with the same group and days; what was ready before it began; in a project
    with several promises what was said once it was ready; a promise for the day it was made or before, unless
    it is one of several of its project (an overdue date that still stands); what begins after `today`.
    """
    every = list(cases)
    as_of = day_number(today) if today else max((_last(case) for case in every), default=0.0)
    projects = _projects(every)
    seen: set[Case] = set()
    left, kept = Counter[str](), []
    for case in every:
        reason = _reason(case, as_of, case.group in projects, case in seen and bool(case.group))
        seen.add(case)
        if reason:
            left[reason] += 1
        else:
            kept.append(case)
    kept = [
        case if case.done is None or day_number(case.done) <= as_of else case._replace(done=None)
        for case in kept
    ]
    same = sum(case.done is not None and day_number(case.done) == day_number(case.start) for case in kept)
    return Sound(tuple(kept), tuple((r, left[r]) for r in REASONS if left[r]), as_of, same)


def _ended(case: Case, as_of: float) -> bool:
    return case.done is not None and day_number(case.done) <= as_of


def _last(case: Case) -> float:
    """The last day of a case that is surely past."""
    return max(day_number(day) for day in (case.start, case.done, case.seen) if day is not None)


def _projects(cases: Sequence[Case]) -> set[str]:
    """The groups whose cases are promises of one thing, made on several days: all with one end."""
    ends, starts = defaultdict(set), defaultdict(set)
    for case in cases:
        ends[case.group].add(case.done)
        starts[case.group].add(case.start)
    return {group for group, days in ends.items() if group and len(days) == 1 and len(starts[group]) > 1}


def _reason(case: Case, as_of: float, project: bool, again: bool) -> str:
    start, promised = day_number(case.start), day_number(case.promised)
    done = None if case.done is None else day_number(case.done)
    if again:
        return "duplicate"
    if done is not None and project and done <= start:
        return "after_done"
    if done is not None and done < start:
        return "done_before_start"
    if promised <= start and not project:
        return "no_term" if promised == start else "promised_before_start"
    return "not_begun" if start > as_of or (start == as_of and done is None) else ""


def first_promises(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Of each project with several promises only the first; all other cases as they are."""
    every = list(cases)
    projects = _projects(every)
    first: dict[str, Case] = {}
    for case in every:
        if case.group in projects and (case.group not in first or case.start < first[case.group].start):
            first[case.group] = case
    kept = (case for case in every if case.group not in projects or case is first[case.group])
    return tuple(case for case in kept if case.promised > case.start)
