"""The forms with which a history is brought along and read."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from klaar.web.dates.models import Imported

MOST = 3_000_000
"""Bytes of a history that is brought along; a larger one goes with `klaar forecast`."""


class BringHistory(forms.Form):
    """A CSV of earlier promises or of work."""

    file = forms.FileField(
        label=_("The file (CSV)"),
        help_text=_(
            "One row for each promise, with its start, its promised date and the day on which it was ready. Exports of Jira, Azure DevOps, GitHub and TOPdesk are recognised."
        ),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("This file is empty. Choose the file itself."),
        },
    )
    name = forms.CharField(label=_("What to call it"), max_length=200, required=False)
    kind = forms.ChoiceField(
        label=_("What stands in it"),
        choices=Imported.Kind.choices,
        initial=Imported.Kind.PROMISES,
        widget=forms.RadioSelect,
    )

    def clean_file(self) -> Any:
        """A file of a size that a page can take."""
        file = self.cleaned_data["file"]
        if file.size > MOST:
            raise forms.ValidationError(
                _("This file is larger than 3 MB. Take the last years only, or use klaar forecast.")
            )
        return file


ORDERS = [
    ("", _("the dates themselves tell")),
    ("day", _("day first: 03-04-2027 is 3 April")),
    ("month", _("month first: 03-04-2027 is March 4")),
]


class ReadColumns(forms.Form):
    """Under which headings things stand in a file."""

    start = forms.ChoiceField(label=_("Begun"), required=False)
    promised = forms.ChoiceField(label=_("Promised for"), required=False)
    actual = forms.ChoiceField(label=_("Ready on"), required=False)
    group = forms.ChoiceField(label=_("What belongs together (a project)"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    order = forms.ChoiceField(label=_("How dates are written"), choices=ORDERS, required=False)

    def __init__(self, names: Sequence[str], work: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key in ("start", "promised", "actual", "group", "kind"):
            field = self.fields[key]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "–"), *((name, name) for name in dict.fromkeys(names) if name)]
        if work:
            for key in ("promised", "group", "kind"):
                del self.fields[key]
