"""The forms for a new key and a new webhook."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from klaar.web.api.hooks.networks import Unsafe, find_target
from klaar.web.api.scopes import Scope
from klaar.web.api.tokens import reachable
from klaar.web.people.models import Organisation, User

DAYS = [("30", _("30 days")), ("90", _("90 days")), ("365", _("a year"))]
_UNSAFE = {
    "not_https": _("Only an address that begins with https:// is used."),
    "odd": _("This is no complete address."),
    "unknown": _("There is no such name on the internet right now."),
    "private": _("This address lies inside a network. The administrator can allow that network."),
}


class _AtOrganisation(forms.Form):
    """Something that holds for one organisation."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("For which organisation"))

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = reachable(user)
        field.initial = field.queryset.first()


class NewToken(_AtOrganisation):
    """What a key is for, what it may do and how long."""

    name = forms.CharField(label=_("What is it for?"), max_length=100)
    scopes = forms.MultipleChoiceField(
        label=_("What may it do?"),
        choices=Scope.choices,
        initial=[Scope.READ],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one.")},
    )
    days = forms.ChoiceField(label=_("How long does it work?"), choices=DAYS, initial="90")
    field_order = ("name", "organisation", "scopes", "days")


class NewWebhook(_AtOrganisation):
    """Where changes are told."""

    url = forms.CharField(
        label=_("Address"),
        max_length=500,
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        help_text=_(
            "An https address of your own system. Nothing but the kind of change and where to read it is sent."
        ),
    )
    field_order = ("url", "organisation")

    def clean_url(self) -> str:
        """An address to which something may be sent."""
        url: str = self.cleaned_data["url"]
        try:
            find_target(url, settings.WEBHOOK_NETWORKS)
        except Unsafe as unsafe:
            raise forms.ValidationError(_UNSAFE[unsafe.code]) from None
        return url
