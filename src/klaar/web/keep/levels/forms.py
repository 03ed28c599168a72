"""Bringing measurements, and saying how it feels."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from klaar.ledger.errors import LedgerError
from klaar.ledger.levels import LevelError
from klaar.ledger.levels.showing.teller import error_message
from klaar.ledger.showing.teller import error_message as ledger_message
from klaar.web.keep.levels.measuring import Asked, measure_file

MOST = 5_000_000
"""Bytes of a file that a page measures at once; `klaar measure` takes larger ones."""


class Bring(forms.Form):
    """A file of measurements, and what it is laid beside; it is measured before it is kept."""

    file = forms.FileField(
        label=_("The measurements"),
        help_text=_(
            "A table (CSV) or JSON: stretches with start, end and state; checks with time and state; tickets with opened, answered and solved; or the answer of Prometheus."
        ),
    )
    level = forms.CharField(label=_("What was agreed"), max_length=300)
    hours = forms.CharField(
        label=_("Service hours"), help_text=_("Such as: Mon-Fri 7-19; or 24x7."), max_length=200
    )
    maintenance = forms.CharField(
        label=_("Planned maintenance, which does not count"), max_length=200, required=False
    )
    expected = forms.CharField(
        label=_("What the users expect, in their words"), max_length=300, required=False
    )

    def __init__(self, *args: Any, zone: str, country: str, until: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._zone, self._country, self._until = zone, country, until

    def clean_file(self) -> "UploadedFile[Any]":
        """The file, where it is not too large for a page."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MOST:
            raise forms.ValidationError(
                _("This file is larger than 5 MB. Measure it with the command klaar measure.")
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Measured once, so that what cannot be measured is said here and not kept."""
        told = self.cleaned_data
        if not self.errors:
            asked = Asked(told["level"], told["hours"], told["maintenance"], self._zone, self._country)
            try:
                measure_file(b"".join(told["file"].chunks()), asked, self._until)
            except (LevelError, LedgerError) as error:
                raise forms.ValidationError(said(error)) from None
        return told


def said(error: LevelError | LedgerError) -> str:
    """What cannot be measured, in the language of the page."""
    language = (get_language() or "en")[:2]
    return (
        error_message(error, language) if isinstance(error, LevelError) else ledger_message(error, language)
    )


class Felt(forms.Form):
    """It feels worse than that."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    period = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    figure = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)
    words = forms.CharField(
        label=_("It feels worse than that. What do you notice?"),
        help_text=_(
            "When, where, what you cannot do. It is kept beside the figure, as a question to the other side."
        ),
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 2000}),
        max_length=2000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"token": uuid4(), **self.initial}
