"""The looks of an organisation: choosing two inks, and the style sheet that shows them."""

import re

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import ANYONE, ORGANISERS
from klaar.web.people.theme import OWN_INKS, Inks, are_apart, is_readable, theme_css

_INK = re.compile(r"#[0-9a-f]{6}")
_INKS = re.compile(r"([0-9a-f]{6})-([0-9a-f]{6})")


class Looks(forms.Form):
    """Two inks, one a side."""

    client = forms.CharField(label=_("The client's side"), widget=forms.TextInput(attrs={"type": "color"}))
    it = forms.CharField(label=_("IT's side"), widget=forms.TextInput(attrs={"type": "color"}))

    def clean(self) -> dict[str, str]:
        """Colours that can be read, and told apart."""
        told = {name: str(ink).lower() for name, ink in (super().clean() or {}).items()}
        for name, ink in told.items():
            if not _INK.fullmatch(ink):
                self.add_error(name, _("Give a colour, like #1f4e79."))
            elif not is_readable(ink):
                self.add_error(
                    name, _("Words in this colour are hard to read on paper. Choose a darker one.")
                )
        if not self.errors and not are_apart(Inks(told["it"], told["client"])):
            self.add_error("it", _("These two colours look too much alike."))
        return told


@guarded(ORGANISERS, change=ORGANISERS)
def looks(request: Request, organisation: str) -> HttpResponse:
    """Choose the two inks of an organisation, or go back to those of Klaar."""
    own = request.organisation
    if request.POST.get("act") == "reset":
        own.theme = {}
    else:
        form = Looks(request.POST or None, initial=OWN_INKS | own.theme)
        if request.method != "POST" or not form.is_valid():
            context = {"organisation": own, "form": form}
            return render(request, "people/looks.html", context, status=422 if form.is_bound else 200)
        own.theme = form.cleaned_data
    own.save(update_fields=["theme"])
    messages.success(request, gettext("These are the colours of the tables from now on."))
    return redirect("looks", organisation=organisation)


@guarded(ANYONE)
def theme(request: HttpRequest, inks: str) -> HttpResponse:
    """The style sheet for two inks; the address says which, so that it never changes."""
    found = _INKS.fullmatch(inks)
    if not found:
        raise Http404
    response = HttpResponse(theme_css(Inks(*found.groups())), content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
