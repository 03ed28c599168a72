"""Whose days count for an agreement."""

from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from klaar.web.keep.record.forms import DayInput


class Keeping(forms.Form):
    """The country of the public holidays, the clocks, and the first day."""

    country = forms.ChoiceField(
        label=_("Whose public holidays count"),
        choices=[("NL", _("the Netherlands")), ("BE", _("Belgium")), ("", _("of no country"))],
        required=False,
        widget=forms.RadioSelect,
    )
    zone = forms.CharField(label=_("Time zone"), max_length=60)
    begun = forms.DateField(
        label=_("First day"),
        help_text=_("From this day on what returns every week or month is counted."),
        widget=DayInput(),
        input_formats=["%Y-%m-%d"],
        required=False,
    )

    def clean_zone(self) -> str:
        """The zone, where there is one of that name."""
        zone: str = self.cleaned_data["zone"]
        if zone not in available_timezones():
            raise forms.ValidationError(
                _("There is no time zone of that name. Write one like Europe/Brussels.")
            )
        return zone
