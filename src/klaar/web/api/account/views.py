"""Keys and webhooks of the own account: made, listed, withdrawn; their secrets are shown once."""

from collections.abc import Callable
from datetime import timedelta

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from klaar.web.api.account.forms import NewToken, NewWebhook
from klaar.web.api.hooks.signing import secret_of
from klaar.web.api.models import ApiToken, Delivery, Webhook
from klaar.web.api.scopes import Scope
from klaar.web.api.tokens import make_token, revoke_token
from klaar.web.guard.declare import View, guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.request import person
from klaar.web.guard.rules import PERSON
from klaar.web.store.log import log_event

_fresh: Callable[[View], View] = reauthentication_required
"""Who it is must have shown themselves a short while ago: a screen left open makes no key."""
_MOST = 200
_LAST = 10


@guarded(PERSON)
def keys(request: HttpRequest) -> HttpResponse:
    """The keys of whoever asks: those that work first."""
    now = timezone.now()
    rows = ApiToken.objects.filter(user=person(request)).select_related("organisation")[:_MOST]
    told = [
        {
            "key": each,
            "works": each.revoked is None and each.expires > now,
            "may": [Scope(scope).label for scope in each.scopes],
        }
        for each in rows
    ]
    told.sort(key=lambda each: not each["works"])
    return render(request, "api/keys.html", {"keys": told})


@guarded(PERSON, change=PERSON)
@_fresh
def new_key(request: HttpRequest) -> HttpResponse:
    """Make a key; its secret is on the page that follows, and nowhere else."""
    user = person(request)
    form = NewToken(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        limit(request, "key", 30, 3600)
        told = form.cleaned_data
        expires = timezone.now() + timedelta(days=int(told["days"]))
        made, secret = make_token(user, told["organisation"], told["name"], told["scopes"], expires)
        log_event("key_made", user=user, organisation=made.organisation, key=made.start)
        return render(request, "api/key_made.html", {"made": made, "secret": secret})
    return render(request, "api/new_key.html", {"form": form}, status=422 if form.is_bound else 200)


@guarded(change=PERSON)
def revoke_key(request: HttpRequest, token: int) -> HttpResponse:
    """Withdraw a key."""
    found = ApiToken.objects.filter(pk=token, user=person(request)).select_related("organisation").first()
    if found:
        revoke_token(found)
        log_event("key_revoked", user=person(request), organisation=found.organisation, key=found.start)
        messages.success(request, gettext("The key was withdrawn; it opens nothing any more."))
    return redirect("keys")


@guarded(PERSON)
def webhooks(request: HttpRequest) -> HttpResponse:
    """The addresses that hear of changes, and how the last deliveries went."""
    rows = Webhook.objects.filter(user=person(request), ended=None).select_related("organisation")[:_MOST]
    told = [(each, list(each.deliveries.all()[:_LAST])) for each in rows]
    return render(request, "api/webhooks.html", {"webhooks": told})


@guarded(PERSON, change=PERSON)
@_fresh
def new_webhook(request: HttpRequest) -> HttpResponse:
    """Set an address that hears of changes."""
    user = person(request)
    limit(request, "webhook", 60, 3600)
    form = NewWebhook(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        made = Webhook.objects.create(user=user, organisation=told["organisation"], url=told["url"])
        log_event("webhook_set", user=user, organisation=made.organisation, url=made.url)
        return render(request, "api/webhook_made.html", {"made": made, "secret": secret_of(made)})
    return render(request, "api/new_webhook.html", {"form": form}, status=422 if form.is_bound else 200)


@guarded(change=PERSON)
def end_webhook(request: HttpRequest, webhook: int) -> HttpResponse:
    """From now on the address hears nothing; what was on its way to it is dropped."""
    found = Webhook.objects.filter(pk=webhook, user=person(request), ended=None)
    if found.update(ended=timezone.now()):
        Delivery.objects.filter(webhook=webhook, next_try__isnull=False).update(
            next_try=None, failure="not_allowed"
        )
        messages.success(request, gettext("That address hears of nothing any more."))
    return redirect("webhooks")
