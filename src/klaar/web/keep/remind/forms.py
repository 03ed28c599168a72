"""How someone wishes to be reminded."""

from django import forms
from django.utils.translation import gettext_lazy as _

from klaar.web.keep.models import ReminderWish
from klaar.web.keep.record.forms import DayInput


class HourInput(forms.TimeInput):
    """An hour as every browser asks for it."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class Wish(forms.ModelForm):  # type: ignore[type-arg]
    """The wish of one person at one table."""

    class Meta:
        model = ReminderWish
        fields = ("every", "only_own", "weekend", "quiet_from", "quiet_until", "paused")
        labels = {  # noqa: RUF012
            "every": _("How often"),
            "only_own": _("Only of what is mine: the promises of which I am the owner"),
            "weekend": _("Also on Saturday and Sunday"),
            "quiet_from": _("No mail from"),
            "quiet_until": _("until"),
            "paused": _("Pause up to and including"),
        }
        help_texts = {"paused": _("Nothing comes until this day has passed; nothing is lost.")}  # noqa: RUF012
        widgets = {  # noqa: RUF012
            "every": forms.RadioSelect,
            "quiet_from": HourInput(),
            "quiet_until": HourInput(),
            "paused": DayInput(),
        }
