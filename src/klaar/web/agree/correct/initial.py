"""A promise as the form shows it before it is changed."""

import re
from typing import Any

from klaar.web.store.models import Promise

_ONE_PART = re.compile(r"P(T?)(\d+)([YMWDHS])")


def initial_of(promise: Promise) -> dict[str, Any]:
    """The fields of the form for a promise."""
    measure = promise.measure or {}
    return {
        "bearer": promise.bearer,
        "kind": promise.kind,
        **_deadline(promise.deadline),
        **{name: getattr(promise, name) for name in ("condition", "exception", "consequence", "revision")},
        **{f"measure_{name}": measure.get(name) for name in ("metric", "op", "value", "unit", "per")},
    }


def _deadline(told: dict[str, Any] | None) -> dict[str, Any]:
    if not told:
        return {}
    day = told["value"][:10] if told["kind"] == "date" and told["value"] else None
    found = _ONE_PART.fullmatch(told["value"] or "")
    unit = f"{found[1]}{found[3]}".replace("TH", "H") if found else "D"
    return {
        "deadline_kind": told["kind"],
        "deadline_day": day,
        "deadline_amount": int(found[2]) if found else None,
        "deadline_unit": f"B{unit}" if told["business"] and unit in ("D", "H") else unit,
        "deadline_words": told["text"],
    }
