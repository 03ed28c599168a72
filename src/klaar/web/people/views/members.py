"""The people of an organisation, for its administrators; the organisations, for who runs the installation."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from klaar.web.guard.declare import guarded
from klaar.web.guard.rate import limit
from klaar.web.guard.request import Request, person
from klaar.web.guard.rules import ADMIN, ANYONE, ORGANISERS
from klaar.web.people import links
from klaar.web.people.forms import NewAccount
from klaar.web.people.making import join, make_organisation, make_user
from klaar.web.people.models import Member, MemberInvitation, Organisation, User
from klaar.web.people.views.start import BACKEND
from klaar.web.store.log import log_event


class AskMember(forms.Form):
    """Who is asked to an organisation, and as what."""

    email = forms.EmailField(label=_("E-mail address"))
    role = forms.ChoiceField(label=_("Role"), choices=Member.Role.choices, initial=Member.Role.MEMBER)


class NewOrganisation(forms.Form):
    """An organisation and its first administrator."""

    name = forms.CharField(label=_("Name of the organisation"), max_length=200)
    email = forms.EmailField(label=_("E-mail address of its first administrator"))


@guarded(ORGANISERS, change=ORGANISERS)
def members(request: Request, organisation: str) -> HttpResponse:
    """Everyone of an organisation, and asking someone to it."""
    form = AskMember(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        return _ask(request, request.organisation, told["email"], told["role"])
    context = {
        "organisation": request.organisation,
        "members": request.organisation.members.select_related("user").order_by("user__name", "pk"),
        "asked": [each for each in request.organisation.invitations.order_by("-made")[:50] if each.is_open],
        "form": form,
    }
    return render(request, "people/members.html", context, status=422 if form.is_bound else 200)


def _ask(request: HttpRequest, organisation: Organisation, email: str, role: str) -> HttpResponse:
    limit(request, "invite", 100, 3600)
    made = links.invite_member(organisation, email, role, person(request))
    link = links.member_link(made, request)
    log_event("member_invited", user=request.user, organisation=organisation, email=made.email)
    context = {
        "made": made,
        "link": link,
        "is_sent": links.mail_member_link(made, link),
        "sends": settings.MAIL_IS_SENT,
    }
    return render(request, "people/member_link.html", context)


@guarded(change=ORGANISERS)
def remove_member(request: Request, organisation: str, member: int) -> HttpResponse:
    """Someone no longer belongs to an organisation; their seats at tables stay theirs."""
    found = get_object_or_404(Member, pk=member, organisation=request.organisation)
    others = request.organisation.members.filter(role=Member.Role.ADMIN).exclude(pk=found.pk)
    if found.role == Member.Role.ADMIN and not others.exists():
        messages.error(request, gettext("An organisation keeps at least one administrator."))
    else:
        log_event(
            "member_removed", user=person(request), organisation=request.organisation, member=str(found.user)
        )
        found.delete()
    return redirect("members", organisation=organisation)


@guarded(change=ORGANISERS)
def withdraw(request: Request, organisation: str, invitation: int) -> HttpResponse:
    """The link of someone who was asked stops working."""
    found = get_object_or_404(MemberInvitation, pk=invitation, organisation=request.organisation)
    links.revoke_member(found)
    return redirect("members", organisation=organisation)


@guarded(ADMIN, change=ADMIN)
def organisations(request: HttpRequest) -> HttpResponse:
    """All organisations of this installation, and a new one; what they keep stays theirs alone."""
    form = NewOrganisation(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = make_organisation(form.cleaned_data["name"])
        return _ask(request, made, form.cleaned_data["email"], Member.Role.ADMIN)
    rows = Organisation.objects.order_by("name", "pk").prefetch_related("members")
    return render(
        request,
        "people/organisations.html",
        {"rows": rows, "form": form},
        status=422 if form.is_bound else 200,
    )


@guarded(ANYONE, change=ANYONE)
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """Who holds the link makes an account, or joins with the one they have."""
    limit(request, "link", 60, 600)
    invitation = links.find_member_invitation(token)
    known = request.user if isinstance(request.user, User) else None
    form = NewAccount(None if known else request.POST or None, initial={"email": invitation.email})
    if request.method == "POST" and (known or form.is_valid()):
        links.use_member_invitation(invitation)
        user = known or _account(request, form)
        join(user, invitation.organisation, invitation.role)
        log_event("member_joined", user=user, organisation=invitation.organisation)
        return redirect("agreements")
    context = {"invitation": invitation, "form": form, "known": known}
    return render(request, "people/welcome.html", context, status=422 if form.is_bound else 200)


def _account(request: HttpRequest, form: NewAccount) -> User:
    told, language = form.cleaned_data, getattr(request, "LANGUAGE_CODE", "")
    user = make_user(told["email"], told["name"], told["password"], language=language)
    login(request, user, backend=BACKEND)
    return user
