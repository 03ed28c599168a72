"""The form in which a promise is corrected."""

from typing import Any, get_args

from django import forms
from django.utils.translation import gettext_lazy as _

from klaar.promises.model import Metric
from klaar.web.agree.correct.choices import KINDS, METRICS, OPS, TIMES, UNITS
from klaar.web.store.models import Promise, Side

_NEEDED_VALUE = ("within", "before", "recurring", "for")


class Correct(forms.Form):
    """What a promise says: who, what kind, by when, how measured, unless, if not."""

    bearer = forms.ChoiceField(label=_("Who"), choices=Side.choices)
    kind = forms.ChoiceField(label=_("What kind"), choices=KINDS)
    deadline_kind = forms.ChoiceField(label=_("When"), choices=TIMES, required=False)
    deadline_day = forms.DateField(
        label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    deadline_amount = forms.IntegerField(
        label=_("How many"), required=False, min_value=1, max_value=9999, localize=False
    )
    deadline_unit = forms.ChoiceField(label=_("Of what"), choices=UNITS, required=False)
    deadline_words = forms.CharField(label=_("The words about time"), required=False, max_length=500)
    condition = forms.CharField(label=_("Only if"), required=False, max_length=2000)
    exception = forms.CharField(label=_("Not if"), required=False, max_length=2000)
    consequence = forms.CharField(label=_("If it is not kept"), required=False, max_length=2000)
    measure_metric = forms.ChoiceField(
        label=_("Measured by"), required=False, choices=[("", _("nothing")), *METRICS.items()]
    )
    measure_op = forms.ChoiceField(label=_("How"), choices=OPS, required=False)
    measure_value = forms.CharField(label=_("Value"), required=False, max_length=40)
    measure_unit = forms.CharField(label=_("Unit"), required=False, max_length=20)
    measure_per = forms.ChoiceField(
        label=_("Per"),
        required=False,
        choices=[
            ("", "–"),
            ("P1D", _("day")),
            ("P1W", _("week")),
            ("P1M", _("month")),
            ("P3M", _("quarter")),
            ("P1Y", _("year")),
        ],
    )
    why = forms.CharField(label=_("Why do you change this?"), required=False, max_length=2000)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, localize=False)

    def clean(self) -> dict[str, Any]:
        """A time that is complete, a measure that has a value."""
        told = super().clean() or {}
        kind = told.get("deadline_kind")
        if kind == "date" and not told.get("deadline_day") and "deadline_day" not in self.errors:
            self.add_error("deadline_day", _("Which day?"))
        if kind in _NEEDED_VALUE and not told.get("deadline_amount") and "deadline_amount" not in self.errors:
            self.add_error("deadline_amount", _("How many?"))
        if told.get("measure_metric") and not told.get("measure_value"):
            self.add_error("measure_value", _("Which value?"))
        return told

    def fields_of(self, promise: Promise | None = None) -> dict[str, Any]:
        """The columns of a promise as this form says them."""
        told = self.cleaned_data
        across = {Side.IT.value: Side.CLIENT.value, Side.CLIENT.value: Side.IT.value}
        return {
            "bearer": told["bearer"],
            "beneficiary": across.get(told["bearer"], Side.BOTH.value),
            "kind": told["kind"],
            "deadline": self._deadline(promise),
            "measure": self._measure(),
            **{name: told[name] for name in ("condition", "exception", "consequence")},
        }

    def _deadline(self, promise: Promise | None) -> dict[str, Any] | None:
        told = self.cleaned_data
        kind, words = told["deadline_kind"], told["deadline_words"]
        if not kind:
            return None
        at = promise.quote.find(words) if promise and words else -1
        start = promise.start + max(at, 0) if promise else 0
        unit: str = told["deadline_unit"] or "D"
        value = {"date": told["deadline_day"].isoformat() if told["deadline_day"] else None}.get(kind)
        if kind in _NEEDED_VALUE:
            value = _duration(told["deadline_amount"], unit.removeprefix("B"))
        before = promise.deadline if promise and promise.deadline else {}
        return {
            "kind": kind,
            "text": words,
            "value": value,
            "business": unit.startswith("B"),
            "start": start,
            "end": start + (len(words) if at >= 0 else 0),
            "since": before.get("since", ""),
            "each": before.get("each"),
        }

    def _measure(self) -> dict[str, Any] | None:
        told = self.cleaned_data
        if told["measure_metric"] not in get_args(Metric):
            return None
        said = told["measure_value"].strip().replace(",", ".")
        try:
            value: float | str = float(said)
        except ValueError:
            value = told["measure_value"].strip()
        return {
            "metric": told["measure_metric"],
            "op": told["measure_op"] or "=",
            "value": value,
            "unit": told["measure_unit"] or None,
            "per": told["measure_per"] or None,
        }


def _duration(amount: int, unit: str) -> str:
    return f"PT{amount}{unit.removeprefix('T')}" if unit in ("H", "TM") else f"P{amount}{unit}"
