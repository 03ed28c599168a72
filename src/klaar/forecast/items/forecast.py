"""When will these forty be done, and how many by that date?"""

from collections.abc import Sequence
from datetime import date

import numpy as np

from klaar.forecast.arrays import Numbers, Places
from klaar.forecast.days import whole_day
from klaar.forecast.items.model import Item, ItemsForecast
from klaar.forecast.items.runs import days_needed, items_done
from klaar.forecast.model import LEVELS, Note
from klaar.forecast.shape import HUNDRED

RUNS = 10_000
_WINDOWS = (8, 13, 26, 52)
_FEWEST_WEEKS = 3
_FEW_WEEKS = 8
_FEWEST_ITEMS = 3
_IDLE = 3
_TRIES = 24
_TRIAL_RUNS = 500


def forecast_items(
    items: Sequence[Item],
    count: int,
    today: date,
    *,
    wished: date | None = None,
    seed: int = 1,
    runs: int = RUNS,
) -> ItemsForecast:
    """When `count` more items will be done, from the weeks up to `today`.

    "Forty are left; of late five to nine were done a week." How many weeks count (8, 13, 26, 52 or all) is
    what forecast best on this team's own past. The same `seed` gives the same answer. Raises `ValueError`
    where `count` or `runs` is too small or `wished` is not after `today`.
    """
    if count < 1 or runs < 100 or (wished is not None and wished <= today):
        raise ValueError("count" if count < 1 else "runs" if runs < 100 else "wished")
    done, notes = _usable(items, today)
    weeks = _weeks(done, today)
    still = sum(each.done is None or each.done > today for each in items)
    said = ItemsForecast(count, today, wished, open=still, notes=tuple(notes), seed=seed, runs=runs)
    if len(weeks) < _FEWEST_WEEKS or int(weeks.sum()) < _FEWEST_ITEMS:
        note = Note.of("items_too_few", weeks=len(weeks), n=int(weeks.sum()))
        return said._replace(notes=(*notes, note))
    window, tried, coverage = _window(weeks, count, seed)
    used = weeks[-window:]
    said = said._replace(
        weeks=len(used),
        finished=int(used.sum()),
        per_week=round(float(used.sum()) / len(used), 2),
        tried=tried,
        coverage=coverage,
    )
    return _simulated(said, used, [*notes, *_growing(items, used, today)])


def _usable(items: Sequence[Item], today: date) -> tuple[list[date], list[Note]]:
    """The days on which items were finished by `today`, and what was left out."""
    done, before, later = [], 0, 0
    for item in items:
        if item.done is None:
            continue
        if item.start is not None and item.done < item.start:
            before += 1
        elif item.done > today:
            later += 1
        else:
            done.append(item.done)
    notes = [Note.of("left_out_done_before_start", n=before)] if before else []
    return done, [*notes, *([Note.of("done_later", n=later)] if later else [])]


def _weeks(done: Sequence[date], today: date) -> Places:
    """The items finished on each day, a row of seven days a week, the last one ending on `today`."""
    if not done:
        return np.zeros((0, 7), dtype=np.int64)
    ago = np.array([(today - day).days for day in done])
    each = np.bincount(ago, minlength=(int(ago.max()) // 7 + 1) * 7)
    return np.asarray(each[::-1].reshape(-1, 7)[_partial(ago) :])


def _partial(ago: Numbers | Places) -> int:
    """1 where the first week was only begun on its last days: it is not a whole week of work."""
    return int(int(ago.max()) % 7 < 3 and ago.max() > 7 * _FEWEST_WEEKS)


def _window(weeks: Places, count: int, seed: int) -> tuple[int, int, tuple[float, float, float] | None]:
    """How many of the last weeks tell most: the window with the least pinball loss on earlier days."""
    sizes = [size for size in _WINDOWS if size < len(weeks)]
    starts = _starts(weeks, count)
    best: tuple[float, int, Numbers] | None = None
    for size in [*sizes, len(weeks)]:
        met, loss = _tried(weeks, starts, count, size, seed)
        if len(starts) and (best is None or loss < best[0] * 0.98):
            best = (loss, size, met)
    if best is None:
        return len(weeks), 0, None
    shares = best[2].mean(axis=0)
    return best[1], len(starts), (float(shares[0]), float(shares[1]), float(shares[2]))


def _starts(weeks: Places, count: int) -> list[int]:
    """The earlier weeks after which so many items were done within what is known, at most `_TRIES`."""
    total = np.concatenate([[0], np.cumsum(weeks.sum(axis=1))])
    usable = [week for week in range(_FEW_WEEKS, len(weeks)) if total[-1] - total[week] >= count]
    chosen = np.linspace(0, len(usable) - 1, min(_TRIES, len(usable))).round().astype(int)
    return [usable[number] for number in chosen]


def _tried(weeks: Places, starts: Sequence[int], count: int, size: int, seed: int) -> tuple[Numbers, float]:
    """For each earlier day whether the three dates held, and the mean pinball loss in days."""
    met, losses = [], []
    levels = np.array(LEVELS)
    for start in starts:
        chance = np.random.default_rng((seed, start))
        needed = days_needed(weeks[max(0, start - size) : start], count, _TRIAL_RUNS, chance)
        said = np.quantile(np.minimum(needed, 7300.0), LEVELS)
        truth = float((np.cumsum(weeks[start:].ravel()) >= count).argmax() + 1)
        off = truth - np.ceil(said)
        met.append(off <= 0)
        losses.append(float(np.maximum(levels * off, (levels - 1) * off).mean()))
    return np.array(met, dtype=float).reshape(-1, 3), float(np.mean(losses)) if losses else 0.0


def _growing(items: Sequence[Item], weeks: Places, today: date) -> list[Note]:
    """Whether more work came in than was done: a date for these items is then no date for all."""
    days = len(weeks) * 7
    came = sum(1 for each in items if each.start and 0 <= (today - each.start).days < days)
    done = int(weeks.sum())
    notes = [Note.of("items_growing", came=came, n=done, weeks=len(weeks))] if came > 1.1 * done else []
    if (idle := int((weeks.sum(axis=1) > 0)[::-1].argmax())) >= _IDLE:
        notes.append(Note.of("items_idle", weeks=idle))
    return [*notes, *([Note.of("few_weeks", n=len(weeks))] if len(weeks) < _FEW_WEEKS else [])]


def _simulated(said: ItemsForecast, weeks: Places, notes: list[Note]) -> ItemsForecast:
    chance = np.random.default_rng(said.seed)
    days = days_needed(weeks, said.wanted, said.runs, chance)
    if np.isinf(days).any():
        notes.append(Note.of("items_never", percent=max(1, round(float(np.isinf(days).mean()) * 100))))
    start = float(said.today.toordinal())
    p50, p80, p90 = (_day(start, float(day)) for day in np.quantile(days, LEVELS, method="higher"))
    curve = np.quantile(np.minimum(days, 7300.0), HUNDRED)
    told = said._replace(p50=p50, p80=p80, p90=p90, curve=tuple(float(x) for x in curve), notes=tuple(notes))
    if said.wished is None:
        return told
    left = (said.wished - said.today).days
    many = items_done(weeks, left, said.runs, chance)
    at_least = np.quantile(many, [1 - level for level in LEVELS], method="lower")
    by_wished = (int(at_least[0]), int(at_least[1]), int(at_least[2]))
    return told._replace(chance=float((days <= left).mean()), by_wished=by_wished)


def _day(start: float, days: float) -> date | None:
    return None if np.isinf(days) else whole_day(start + days)
