"""The one-time link that makes the first administrator."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.refusals import Refusal
from klaar.web.guard.rules import ANYONE
from klaar.web.people.first import find_first_link, needs_first, use_first_link
from klaar.web.people.forms import FirstAdministrator
from klaar.web.people.making import join, make_organisation, make_user
from klaar.web.people.models import FirstLink, Member
from klaar.web.store.log import log_event

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@guarded(ANYONE, change=ANYONE)
def start(request: HttpRequest, token: str) -> HttpResponse:
    """Who holds the link becomes the first administrator and is signed in."""
    limit(request, "first", 30, 600)
    link = _open_link(token)
    form = FirstAdministrator(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/start.html", {"form": form}, status=422 if form.is_bound else 200)
    if not use_first_link(link):
        raise Refusal("link_used")
    told = form.cleaned_data
    language = getattr(request, "LANGUAGE_CODE", "")
    user = make_user(told["email"], told["name"], told["password"], is_admin=True, language=language)
    organisation = make_organisation(told["organisation"])
    join(user, organisation, Member.Role.ADMIN)
    log_event("installation_started", user=user, organisation=organisation)
    login(request, user, backend=BACKEND)
    return redirect("agreements")


def _open_link(token: str) -> FirstLink:
    link = find_first_link(token)
    if link is None:
        raise Refusal("link_broken")
    if link.used or not needs_first():
        raise Refusal("link_used")
    return link
