"""The forms about dates."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from klaar.web.dates.histories import History

_WRITTEN = ["%Y-%m-%d", "%d-%m-%Y"]
_FIRST, _LAST = date(1950, 1, 1), date(2200, 1, 1)


class Day(forms.DateField):
    """A day, chosen or written as 2027-03-01 or 01-03-2027."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=_WRITTEN,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": _("This is no day. Write it as 2027-03-01.")},
            **kwargs,
        )

    def validate(self, value: date | None) -> None:
        """A day within the years that anyone plans in."""
        super().validate(value)
        if value and not _FIRST <= value <= _LAST:
            raise forms.ValidationError(_("This day lies too far away to say anything about it."))


class AskDate(forms.Form):
    """From when, by when, compared with what, and how far the work is."""

    start = Day(label=_("It starts on"))
    by = Day(label=_("The wished date"), required=False)
    days = forms.IntegerField(
        label=_("Or: how many days after the start"),
        required=False,
        min_value=1,
        max_value=20_000,
        localize=False,
    )
    history = forms.ChoiceField(label=_("Compare with"))
    progress = forms.IntegerField(
        label=_("How much is done, in percent"),
        help_text=_("Only where the work has begun. It counts where the history knows progress too."),
        required=False,
        min_value=0,
        max_value=100,
        localize=False,
    )

    def __init__(self, histories: Sequence[History], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["history"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.key, each.label) for each in histories]

    def clean(self) -> dict[str, Any]:
        """The wish lies after the start; a number of days becomes a day."""
        told: dict[str, Any] = super().clean() or {}
        start, days = told.get("start"), told.get("days")
        if start and days and not told.get("by"):
            told["by"] = start + timedelta(days=days)
        if start and "by" in told and "days" in told:
            if told["by"] is None:
                self.add_error("by", _("Give the wished date, or a number of days after the start."))
            elif told["by"] <= start:
                self.add_error("by", _("The wished date must lie after the start."))
        return told


class AskWork(forms.Form):
    """How many items, and by when."""

    count = forms.IntegerField(label=_("How many items"), min_value=1, max_value=100_000, localize=False)
    by = Day(label=_("By which day (may be empty)"), required=False)
    today = Day(label=_("Counted from"))
    seed = forms.IntegerField(
        label=_("Seed of the simulation"), min_value=1, max_value=1_000_000, initial=1, localize=False
    )

    def clean(self) -> dict[str, Any]:
        """The day lies ahead."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("by") and told.get("today") and told["by"] <= told["today"]:
            self.add_error("by", _("This day must lie after the day from which is counted."))
        return told


class AskPlan(forms.Form):
    """By when all must be ready, and the seed."""

    by = Day(label=_("All ready by (may be empty)"), required=False)
    seed = forms.IntegerField(
        label=_("Seed of the simulation"), min_value=1, max_value=1_000_000, initial=1, localize=False
    )


class AskLeast(forms.Form):
    """Below which chance both sides are warned."""

    percent = forms.IntegerField(
        label=_("Warn both sides below a chance of … in 100"), min_value=5, max_value=95, localize=False
    )
