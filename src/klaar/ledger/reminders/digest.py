"""One letter a day instead of a flood, at an hour at which it may come."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta

from klaar.ledger.calendar import local
from klaar.ledger.model import Calendar, Duty, State
from klaar.ledger.reminders.model import Digest, Person, Reminder, Rules
from klaar.ledger.reminders.plan import plan_reminders

_RULES = Rules()


def digest(
    states: Iterable[State],
    duties: Mapping[str, Duty],
    person: Person,
    now: datetime,
    calendar: Calendar,
    *,
    reminded: Collection[str] = (),
    rules: Rules = _RULES,
    agreement: str = "",
) -> Digest | None:
    """What `person` is told now; None where there is nothing new, or it may not come now.

    `reminded` holds the `claims` of earlier digests: what was told is not told again. At a quiet hour, in a
    pause and on a day off nothing comes and nothing is lost: what is still so comes with the next letter.
    """
    here = local(now, calendar)
    if is_quiet(person, here, calendar):
        return None
    today = here.date()
    horizon = (next_day(person, today, calendar) - today).days - 1
    planned = plan_reminders(states, duties, person, today, calendar, rules=rules, horizon=horizon)
    made = Digest(_key(person, today, agreement), person, today, tuple(sorted(planned, key=_first)))
    new = tuple(
        reminder for reminder, claim in zip(made.reminders, made.claims, strict=True) if claim not in reminded
    )
    return made._replace(reminders=new) if new else None


def is_quiet(person: Person, here: datetime, calendar: Calendar) -> bool:
    """Whether no letter may come at this moment on the clocks of the agreement."""
    begin, end = person.quiet
    clock = here.time()
    asleep = begin <= clock < end if begin <= end else clock >= begin or clock < end
    return asleep or _is_off(person, here.date(), calendar)


def next_day(person: Person, today: date, calendar: Calendar) -> date:
    """The next day after `today` on which a letter may come, a pause left aside: Friday's is Monday.

    For who is told weekly it is the first such day of the next week.
    """
    day = today + timedelta(days=7 - today.weekday() if person.every == "week" else 1)
    for _ in range(31):
        if not _is_off(person._replace(paused=None), day, calendar):
            break
        day += timedelta(days=1)
    return day


def _is_off(person: Person, day: date, calendar: Calendar) -> bool:
    if person.paused and day <= person.paused:
        return True
    return not person.weekend and (day.weekday() > 4 or day in calendar.closed)


def _key(person: Person, today: date, agreement: str) -> str:
    """One a day, or one a week (ISO 8601: 2027-W09)."""
    week = today.isocalendar()
    when = today.isoformat() if person.every == "day" else f"{week.year}-W{week.week:02}"
    return "/".join([*[agreement] * bool(agreement), person.key, when])


def _first(reminder: Reminder) -> tuple[bool, date, str, str]:
    """What the reader must do comes first, by date."""
    return reminder.role == "wait", reminder.due, reminder.promise, reminder.occurrence
