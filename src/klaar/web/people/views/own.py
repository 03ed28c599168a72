"""The own account: taking its data along, and deleting it."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from klaar.web.guard.declare import guarded
from klaar.web.guard.request import person
from klaar.web.guard.rules import PERSON
from klaar.web.people.first import is_last_admin
from klaar.web.people.own import forget, own_record, sole_owner_of


@guarded(PERSON)
def own_data(request: HttpRequest) -> HttpResponse:
    """Everything that is kept about whoever asks, as JSON."""
    response = JsonResponse(
        own_record(person(request)), json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    response.headers["Content-Disposition"] = 'attachment; filename="klaar-account.json"'
    return response


@guarded(PERSON, change=PERSON)
def leave(request: HttpRequest) -> HttpResponse:
    """Delete the own account; not while someone is the last owner of a side, or the last administrator."""
    user = person(request)
    context = {"last_owner": sole_owner_of(user), "last_admin": is_last_admin(user)}
    if request.method != "POST" or any(context.values()):
        return render(request, "people/leave.html", context, status=409 if request.method == "POST" else 200)
    if request.POST.get("email", "").strip().lower() != user.email:
        return render(request, "people/leave.html", {**context, "wrong": True}, status=422)
    logout(request)
    forget(user)
    messages.success(request, gettext("Your account is gone."))
    return redirect("account_login")
