"""The front page: the agreements at which someone sits."""

from django.conf import settings
from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language

from klaar.web.guard.declare import guarded
from klaar.web.guard.rules import ANYONE, KNOWN
from klaar.web.guard.seats import find_seats
from klaar.web.people.models import Organisation, User
from klaar.web.store.models import Question, Version


@guarded(KNOWN)
def agreements(request: HttpRequest) -> HttpResponse:
    """The agreements of whoever asks, each with how far it is and the questions that wait there."""
    newest = Version.objects.filter(agreement=OuterRef("agreement")).order_by("-number")
    waiting = Question.objects.filter(
        version__agreement=OuterRef("agreement"),
        version__state=Version.State.OPEN,
        state=Question.State.OPEN,
    )
    rows = (
        find_seats(request)
        .select_related("agreement__organisation")
        .annotate(
            last=Max("agreement__versions__made"),
            state=Subquery(newest.values("state")[:1]),
            asked=Exists(waiting),
        )
    )
    seats = [(seat, Version.State(seat.state).label) for seat in rows.order_by("-last", "pk")[:200]]
    context = {"seats": seats, "may_open": organisations_of(request).exists()}
    return render(request, "klaar/agreements.html", context)


def organisations_of(request: HttpRequest) -> QuerySet[Organisation]:
    """The organisations to which whoever asks belongs."""
    user = request.user if isinstance(request.user, User) else None
    return Organisation.objects.filter(members__user=user) if user else Organisation.objects.none()


@guarded(change=ANYONE)
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language of the pages, and go back to where one was."""
    chosen = request.POST.get("language", "")
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = "/"
    response = redirect(back)
    if chosen in dict(settings.LANGUAGES) and check_for_language(chosen):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=365 * 24 * 3600,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        if isinstance(request.user, User):
            User.objects.filter(pk=request.user.pk).update(language=chosen)
    return response


@guarded(ANYONE)
def health(request: HttpRequest) -> HttpResponse:
    """For whoever watches over the machine: the database answers."""
    Organisation.objects.exists()
    return JsonResponse({"state": "ok"})
