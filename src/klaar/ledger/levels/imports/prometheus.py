"""The answer of Prometheus to a range query becomes checks.

The form is that of `/api/v1/query_range`: https://prometheus.io/docs/prometheus/latest/querying/api/
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from klaar.ledger.levels.errors import LevelError
from klaar.ledger.levels.imports.checks import Check
from klaar.ledger.levels.imports.moments import from_epoch
from klaar.ledger.levels.model import State

_STATES: Mapping[Fraction, State] = {Fraction(0): "down", Fraction(1): "up"}


def is_prometheus(read: object) -> bool:
    """Whether a JSON object looks like an answer of Prometheus."""
    return isinstance(read, dict) and "status" in read and ("data" in read or "error" in read)


def read_prometheus(read: Mapping[str, Any], series: str = "") -> list[Check]:
    """The samples of one series as checks: 1 is up, 0 is down, another value is unknown.

    `series` names one by a label ("instance=web1:443") where there are several. Raises `LevelError`:
    "prometheus_error" with what Prometheus says went wrong, "not_a_range", "which_series".
    """
    if read["status"] != "success":
        raise LevelError("prometheus_error", detail=str(read.get("error", read["status"])))
    data = read["data"]
    if not isinstance(data, dict) or data.get("resultType") != "matrix":
        raise LevelError("not_a_range")
    try:
        values = _chosen(data["result"], series)["values"]
        return [
            Check(from_epoch(Fraction(str(at))), _state(value), row)
            for row, (at, value) in enumerate(values, 1)
        ]
    except (KeyError, TypeError, ValueError):
        raise LevelError("not_a_range") from None


def _state(value: str) -> State:
    try:
        return _STATES.get(Fraction(value), "unknown")
    except ValueError:  # NaN, +Inf
        return "unknown"


def _chosen(result: list[Mapping[str, Any]], series: str) -> Mapping[str, Any]:
    label, _, wanted = series.partition("=")
    found = [each for each in result if not series or each["metric"].get(label) == wanted]
    if len(found) != 1:
        names = "; ".join(_name(each["metric"]) for each in result[:10])
        raise LevelError("which_series", count=len(found), names=names or "-")
    return found[0]


def _name(metric: Mapping[str, str]) -> str:
    return ", ".join(f"{key}={value}" for key, value in sorted(metric.items())) or "-"
