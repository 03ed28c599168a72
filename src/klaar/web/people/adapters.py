"""What allauth does our way: no account without an invitation."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from klaar.web.people.making import join
from klaar.web.people.models import MemberInvitation, Organisation, User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made from a link, never from the sign-up page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Who comes in through their organisation gets an account there if it said so, or if they were invited."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Whether this person may have an account."""
        return bool(_organisation(sociallogin) or _invitation(sociallogin))

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> User:
        """The account, with the organisation to which it belongs."""
        user: User = super().save_user(request, sociallogin, form)
        organisation, invitation = _organisation(sociallogin), _invitation(sociallogin)
        if invitation is not None:
            join(user, invitation.organisation, invitation.role)
        if organisation is not None:
            join(user, organisation)
        return user

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:
        """Name and mail address as the organisation gave them."""
        user: User = super().populate_user(request, sociallogin, data)
        user.name = data.get("name") or " ".join(
            filter(None, (data.get("first_name"), data.get("last_name")))
        )
        return user


def _organisation(sociallogin: Any) -> Organisation | None:
    app = getattr(sociallogin.provider, "app", None) if getattr(sociallogin, "provider", None) else None
    slug = (app.settings or {}).get("organisation", "") if app else ""
    return Organisation.objects.filter(slug=slug).first() if slug else None


def _invitation(sociallogin: Any) -> MemberInvitation | None:
    emails = [address.email for address in sociallogin.email_addresses if address.verified]
    rows = MemberInvitation.objects.select_related("organisation").filter(email__in=emails)
    return next((each for each in rows if each.is_open), None)
