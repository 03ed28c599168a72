"""What `klaar forecast` prints for a reader, a line each."""

from klaar.forecast.items.model import ItemsForecast
from klaar.forecast.model import Forecast, Loss, Note, Score
from klaar.forecast.plan.model import PlanForecast, SideForecast
from klaar.forecast.showing.strip import strip
from klaar.forecast.showing.teller import Teller
from klaar.forecast.trial import Trial

_WEIGHS = 5


def forecast_lines(said: Forecast, teller: Teller, width: int) -> list[str]:
    """The picture in letters, then the sentences."""
    drawn = strip(said, teller, width)
    return [*drawn, *([""] if drawn else []), *teller.forecast(said)]


def trial_lines(tried: Trial, teller: Teller) -> list[str]:
    """How the method would have done on a history, beside the promise itself."""
    result = tried.result
    if result.forecast is None or result.promise is None:
        return [teller.say("score", "nothing"), *teller.notes(tried.notes)]
    numbers = {"n": result.n, "groups": result.groups, "open": result.open, "early": result.early}
    split = teller.say("score", f"split_{result.split}")
    heading = teller.say("score", "heading", split=split, **numbers)
    return [heading, "", *_scores(result.forecast, result.promise, teller), *teller.notes(tried.notes)]


def score_lines(score: Score, notes: tuple[Note, ...], teller: Teller) -> list[str]:
    """How kept forecasts went, beside the promises themselves."""
    if score.forecast is None or score.promise is None:
        return [teller.say("score", "nothing"), *teller.notes(notes)]
    kept = teller.say("score", "kept", n=score.n)
    return [kept, "", *_scores(score.forecast, score.promise, teller), *teller.notes(notes)]


def _scores(forecast: Loss, promise: Loss, teller: Teller) -> list[str]:
    """A table of two columns."""
    rows = [("", teller.say("score", "forecast"), teller.say("score", "promise"))]
    for number, level in enumerate((50, 80, 90)):
        one, other = (
            teller.speaker.percent(round(each.coverage[number] * 100)) for each in (forecast, promise)
        )
        rows.append((teller.say("score", "column_coverage", level=level), one, other))
    for key in ("crps", "pinball"):
        one, other = (teller.speaker.number(getattr(each, key), 2) for each in (forecast, promise))
        rows.append((teller.say("score", f"column_{key}"), one, other))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [f"{a:<{widths[0]}}  {b:>{widths[1]}}  {c:>{widths[2]}}".rstrip() for a, b, c in rows]
    return [*lines, "", teller.say("score", "explain")]


def plan_lines(said: PlanForecast, teller: Teller) -> list[str]:
    """When all is ready, what each side can do for it, and which steps weigh most."""
    lines = [teller.chance(said.chance, said.wished)] if said.wished else []
    for level, day in ((50, said.p50), (80, said.p80), (90, said.p90)):
        lines.append(teller.say("chance", "level", level=level, date=teller.date(day)) + ".")
    promised, percent = teller.date(said.promised), _percent(said.kept)
    lines.append(teller.say("plan", "promised", date=promised, percent=percent))
    lines += ["", *(_helps(each, teller) for each in said.sides), "", teller.say("plan", "weighs") + ":"]
    weighty = sorted(said.steps, key=lambda step: (-step.gain, -step.decides))[:_WEIGHS]
    for each in weighty:
        side = teller.side(each.side)
        share = {"percent": _percent(each.decides), "days": teller.days(max(0, each.gain))}
        lines.append("  " + teller.say("plan", "step", name=each.name, side=side, **share))
    together = teller.speaker.number(said.together)
    runs = teller.say("plan", "runs", runs=said.runs, seed=said.seed, together=together)
    return [*lines, "", runs, *teller.notes(said.notes), teller.say("chance", "calibration")]


def _helps(each: SideForecast, teller: Teller) -> str:
    side = teller.side(each.side)
    if each.gain < 1:
        return teller.say("plan", "no_help", side=side)
    if each.chance is None:
        return teller.say("plan", "helps", side=side, days=teller.days(each.gain))
    return teller.say(
        "plan", "helps_chance", side=side, days=teller.days(each.gain), percent=_percent(each.chance)
    )


def items_lines(said: ItemsForecast, teller: Teller) -> list[str]:
    """When so many items are done, and how many by the wished date."""
    if not said.weeks:
        return teller.notes(said.notes)
    lines = []
    if said.wished and said.by_wished and said.chance is not None:
        day, (half, most, _) = teller.date(said.wished), said.by_wished
        lines.append(teller.say("items", "chance", n=said.wanted, date=day, percent=_percent(said.chance)))
        lines.append(teller.say("items", "by", date=day, n=most, half=half))
    for level, each in ((50, said.p50), (80, said.p80), (90, said.p90)):
        if each is None:
            lines.append(teller.say("items", "never", level=level))
        else:
            lines.append(teller.say("items", "level", level=level, n=said.wanted, date=teller.date(each)))
    pace = teller.speaker.number(said.per_week, 1)
    lines.append(teller.say("items", "pace", weeks=said.weeks, finished=said.finished, per_week=pace))
    if said.coverage and said.tried:
        p50, p80, p90 = map(_percent, said.coverage)
        lines.append(teller.say("items", "tried", n=said.tried, p50=p50, p80=p80, p90=p90))
    return [*lines, *teller.notes(said.notes)]


def _percent(share: float) -> int:
    """Of 100; only what is certain in every run is 0 or 100."""
    return round(share * 100) if share in (0, 1) else min(99, max(1, round(share * 100)))
