"""The form of an invitation."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from klaar.web.store.models import Membership

DAYS = [(7, _("a week")), (30, _("a month")), (90, _("three months"))]
_SIDES = [("client", _("With the client")), ("it", _("With IT"))]


class Invite(forms.Form):
    """Who is asked to the table, on which side and as what."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    side = forms.ChoiceField(
        label=_("On which side"),
        choices=_SIDES,
        widget=forms.RadioSelect,
        required=False,
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[
            ("owner", _("Owner: arranges the people of a side, confirms and signs")),
            ("signer", _("Signer: corrects, confirms and signs")),
            ("reader", _("Reader: reads, asks and answers")),
            ("mediator", _("Mediator: sits on neither side, asks and answers")),
        ],
        widget=forms.RadioSelect,
    )
    days = forms.TypedChoiceField(label=_("The link works for"), choices=DAYS, coerce=int, initial=30)
    language = forms.ChoiceField(label=_("Language of the message"), choices=settings.LANGUAGES)

    def __init__(self, sides: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["side"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(value, label) for value, label in _SIDES if value in sides]
        if len(sides) == 1:
            field.initial = sides[0]

    def clean(self) -> dict[str, Any]:
        """Everyone but a mediator sits on a side."""
        told = super().clean() or {}
        if (
            told.get("role") not in (None, Membership.Role.MEDIATOR)
            and not told.get("side")
            and "side" not in self.errors
        ):
            self.add_error("side", _("Choose a side."))
        return told
