"""The form with which a person says what happened."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from klaar.web.keep.record.kinds import Saying
from klaar.web.keep.stand.words import CAUSE
from klaar.web.pages.forms import ManyFiles

Choices = Sequence[tuple[str, Any]]


class DayInput(forms.DateInput):
    """A day as every browser asks for it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, help_text=help_text, widget=DayInput(), input_formats=["%Y-%m-%d"])


def _text(label: Any, help_text: Any = "", rows: int = 3) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows, "maxlength": 4000})
    return forms.CharField(label=label, help_text=help_text, widget=area, max_length=4000)


class EventForm(forms.Form):
    """The fields of one saying; `token` becomes the id of the event, so that sending twice says it once."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    occurrence = forms.ChoiceField(label=_("Which time"), required=False)
    happened = _day(_("When"), _("The day on which it happened."))
    to = _day(_("To which day"))
    why = _text(_("Why"), _("One or two lines that the other side understands."))
    asked_by = forms.ChoiceField(
        label=_("Who asked for it"),
        choices=[("it", _("IT")), ("client", _("the client"))],
        widget=forms.RadioSelect,
    )
    on = forms.ChoiceField(label=_("On which promise"))
    slack = forms.IntegerField(
        label=_("Days of room in between"),
        help_text=_("How many days there were between the two dates to spare. 0 if none."),
        min_value=0,
        max_value=3660,
    )
    turn = forms.CharField(
        label=_("Its name"),
        help_text=_("If this can happen more than once: which one, such as the number of the invoice."),
        max_length=80,
    )
    cause = forms.ChoiceField(
        label=_("The cause, as you see it"), choices=list(CAUSE.items()), widget=forms.RadioSelect
    )
    good = forms.ChoiceField(
        label=_("Is it made good?"),
        choices=[("yes", _("Yes, this made it good")), ("no", _("Not yet"))],
        widget=forms.RadioSelect,
    )
    answers = forms.ChoiceField(label=_("Which question"))
    reason = _text(_("Reason"), _("In a line or two."), rows=2)
    note = _text(_("In your words"))
    files = ManyFiles(  # type: ignore[assignment]
        label=_("Files"), help_text=_("A file stays as it is; its hash is kept with what you say.")
    )
    link = forms.URLField(label=_("Link"), max_length=2000, assume_scheme="https")
    measurement = forms.CharField(label=_("What was measured"), max_length=500)

    def __init__(
        self,
        saying: Saying,
        *args: Any,
        today: date,
        turns: Choices = (),
        others: Choices = (),
        questions: Choices = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"token": uuid4(), "happened": today, "slack": 0, **self.initial}
        asked = {"token", *saying.fields}
        asked |= {"files", "link", "measurement"} if "evidence" in asked else set()
        asked |= {"occurrence"} if turns and saying.kind != "started" else set()
        choices = {"occurrence": turns, "on": others, "answers": questions}
        for name in list(self.fields):
            field = self.fields[name]
            if name not in asked:
                del self.fields[name]
                continue
            field.required = name in ("token", *saying.needed) or (name == "occurrence" and bool(turns[0][0]))
            if isinstance(field, forms.ChoiceField) and name in choices:
                field.choices = list(choices[name])

    def clean(self) -> dict[str, Any]:
        """A "not yet" says what is still missing."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if told.get("good") == "no" and not told.get("note"):
            self.add_error("note", _("Say what is still missing."))
        return told

    @property
    def main(self) -> list[Any]:
        """The fields that stand in the open."""
        return [
            field for field in self.visible_fields() if field.name not in ("files", "link", "measurement")
        ]

    @property
    def proof(self) -> list[Any]:
        """The fields of what it rests on."""
        return [field for field in self.visible_fields() if field.name in ("files", "link", "measurement")]
