"""Forecasts for other programs: klaar.forecast/1, klaar.backtest/1, klaar.plan/1 and klaar.items/1."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from klaar.forecast.items.model import ItemsForecast
from klaar.forecast.model import Forecast, Loss, Note, Score
from klaar.forecast.plan.model import PlanForecast
from klaar.forecast.showing.teller import Teller
from klaar.forecast.trial import Trial

Record = dict[str, Any]


def forecast_record(said: Forecast, teller: Teller) -> Record:
    """A forecast as klaar.forecast/1; shares from 0 to 1, dates ISO 8601, `curve` in days since `start`."""
    dots = [{"date": _iso(dot.day), "finished": dot.finished} for dot in said.dots]
    return {
        "schema": "klaar.forecast/1",
        "start": _iso(said.start),
        "wished": _iso(said.wished),
        "today": _iso(said.today),
        "chance": _share(said.chance),
        **_dates(said),
        "n": said.n,
        "unfinished": said.unfinished,
        "met": said.met,
        "basis": said.basis,
        "sight": said.sight,
        "curve": list(said.curve),
        "cases": dots,
        "notes": note_records(said.notes, teller),
        "text": teller.forecast(said),
    }


def trial_record(tried: Trial, teller: Teller) -> Record:
    """A backtest as klaar.backtest/1: coverage and losses, beside those of the promise itself."""
    result = tried.result
    return {
        "schema": "klaar.backtest/1",
        "split": result.split,
        "n": result.n,
        "groups": result.groups,
        "open": result.open,
        "open_past": dict(zip(("50", "80", "90"), result.open_past, strict=True)),
        "early": result.early,
        **loss_record(result.forecast),
        "by_group": loss_record(result.by_group),
        "promise": loss_record(result.promise),
        "reliability": [{"level": level, "share": _share(share)} for level, share in result.reliability],
        "methods": dict(result.methods),
        "notes": note_records(tried.notes, teller),
    }


def score_record(score: Score, notes: Sequence[Note], teller: Teller) -> Record:
    """How kept forecasts went as klaar.score/1."""
    return {
        "schema": "klaar.score/1",
        "n": score.n,
        **loss_record(score.forecast),
        "promise": loss_record(score.promise),
        "reliability": [{"level": level, "share": _share(share)} for level, share in score.reliability],
        "notes": note_records(notes, teller),
    }


def plan_record(said: PlanForecast, teller: Teller) -> Record:
    """A simulated plan as klaar.plan/1."""
    steps = [
        {**each._asdict(), "promised": _iso(each.promised), "p50": _iso(each.p50), "p80": _iso(each.p80)}
        for each in said.steps
    ]
    return {
        "schema": "klaar.plan/1",
        "today": _iso(said.today),
        "wished": _iso(said.wished),
        "chance": _share(said.chance),
        "promised": _iso(said.promised),
        "kept": _share(said.kept),
        **_dates(said),
        "runs": said.runs,
        "seed": said.seed,
        "together": said.together,
        "curve": list(said.curve),
        "steps": steps,
        "sides": [each._asdict() for each in said.sides],
        "notes": note_records(said.notes, teller),
    }


def items_record(said: ItemsForecast, teller: Teller) -> Record:
    """A throughput simulation as klaar.items/1."""
    skipped = ("today", "wished", "p50", "p80", "p90", "notes", "coverage")
    plain = {key: value for key, value in said._asdict().items() if key not in skipped}
    coverage = dict(zip(("50", "80", "90"), said.coverage, strict=True)) if said.coverage else None
    return {
        "schema": "klaar.items/1",
        "today": _iso(said.today),
        "wished": _iso(said.wished),
        **plain,
        **_dates(said),
        "coverage": coverage,
        "notes": note_records(said.notes, teller),
    }


def note_records(notes: Sequence[Note], teller: Teller) -> list[Record]:
    """Notes with their code, their numbers, and as a sentence."""
    return [{"code": note.code, **dict(note.fields), "text": teller.note(note)} for note in notes]


def loss_record(loss: Loss | None) -> Record:
    """Coverage and losses; null where nothing could be scored."""
    if loss is None:
        return dict.fromkeys(("coverage", "crps", "pinball", "crps_days", "pinball_days"))
    shares = (_share(share) for share in loss.coverage)
    return {
        "coverage": dict(zip(("50", "80", "90"), shares, strict=True)),
        "crps": round(loss.crps, 4),
        "pinball": round(loss.pinball, 4),
        "crps_days": round(loss.crps_days, 2),
        "pinball_days": round(loss.pinball_days, 2),
    }


def _dates(said: Forecast | PlanForecast | ItemsForecast) -> Record:
    return {"p50": _iso(said.p50), "p80": _iso(said.p80), "p90": _iso(said.p90)}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
