"""The forms about accounts and organisations."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from klaar.web.people.models import User


class NewAccount(forms.Form):
    """A name, a mail address and a password."""

    name = forms.CharField(
        label=_("Your name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters. A sentence is easy to remember and hard to guess."),
    )

    def clean_email(self) -> str:
        """The address, when nobody has it yet."""
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("There is an account with this address already. Sign in instead."))
        return email

    def clean(self) -> dict[str, Any]:
        """A password that is not too easy for this person."""
        told = super().clean() or {}
        if "password" in told:
            person = User(email=told.get("email", ""), name=told.get("name", ""))
            try:
                validate_password(told["password"], person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return told


class FirstAdministrator(NewAccount):
    """The first account, and the organisation it belongs to."""

    organisation = forms.CharField(
        label=_("Your organisation"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    field_order = ("name", "organisation", "email", "password")
