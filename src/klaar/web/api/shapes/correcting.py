"""The shape in which a promise is corrected: the parts that change, as the contract writes them."""

import re
from datetime import date
from typing import Annotated, Any

from ninja import Field
from pydantic import StringConstraints, model_validator

from klaar.web.api.shapes.table import Strict
from klaar.web.api.shapes.words import DeadlineKind, Line, MetricWord, Op, PromiseKind, SideWord

_DURATION = r"^P(?=.)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?(T(?=.)(\d{1,4}H)?(\d{1,4}M)?(\d{1,4}S)?)?$"
_UNSAID: Any = None
_TIMED = ("within", "before", "recurring", "for")

Duration = Annotated[str, StringConstraints(pattern=r"^P[0-9YMWDTHS]{2,20}$")]
Number = Annotated[float, Field(ge=-1e12, le=1e12)]


def _duration(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(_DURATION, value):
        raise ValueError("duration")
    return value


class DeadlineIn(Strict):
    """A time to act. `value` is a day for `date`, a duration for within, before, recurring and for, else null."""

    kind: DeadlineKind
    text: Line = Field("", max_length=500, description="The words about time, as they stand in the promise.")
    value: Annotated[str, StringConstraints(max_length=20)] | None = None
    business: bool = Field(False, description="Working days or working hours.")
    since: Line = Field("", max_length=500, description="The words from which it counts.")
    each: Duration | None = Field(None, description="How often, where it also recurs.")

    @model_validator(mode="after")
    def fitting(self) -> "DeadlineIn":
        """Raises where the value does not fit the kind."""
        if self.kind == "date":
            date.fromisoformat(self.value or "")
        elif self.kind in _TIMED:
            _duration(self.value or "")
        elif self.value is not None:
            raise ValueError("value")
        _duration(self.each)
        return self


class MeasureIn(Strict):
    """A level or an amount that can be checked."""

    metric: MetricWord
    op: Op = "="
    value: Number | Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\x00]*$")]
    unit: Annotated[str, StringConstraints(max_length=20, pattern=r"^[^\x00]*$")] | None = None
    per: Duration | None = None

    @model_validator(mode="after")
    def fitting(self) -> "MeasureIn":
        """Raises for a time that is no duration."""
        if isinstance(self.value, str) and self.value.startswith("P"):
            _duration(self.value)
        _duration(self.per)
        return self


def _optional(schema: dict[str, Any]) -> None:
    schema.pop("default", None)


class PromisePatch(Strict):
    """The parts of a promise that change; what is not named stays. null takes a deadline or a measure away."""

    bearer: SideWord = Field(_UNSAID, json_schema_extra=_optional)
    kind: PromiseKind = Field(_UNSAID, json_schema_extra=_optional)
    deadline: DeadlineIn | None = None
    measure: MeasureIn | None = None
    condition: Line = ""
    exception: Line = ""
    consequence: Line = ""
    why: Line = Field("", description="Why it is changed; both sides see it.")

    @model_validator(mode="before")
    @classmethod
    def something(cls, told: Any) -> Any:
        """Raises where nothing would change."""
        if isinstance(told, dict) and not set(told) - {"why"}:
            raise ValueError("nothing")
        return told
