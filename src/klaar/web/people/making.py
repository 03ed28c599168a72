"""Making accounts and organisations."""

from allauth.account.models import EmailAddress
from django.utils.text import slugify

from klaar.web.people.models import Member, Organisation, User


def make_user(
    email: str, name: str, password: str | None, *, is_admin: bool = False, language: str = ""
) -> User:
    """A new account, whose mail address is taken to be right: it came by a link."""
    user = User.objects.create_user(email, password, name=name, is_admin=is_admin, language=language)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def make_organisation(name: str) -> Organisation:
    """A new organisation: "Gemeente Lindeveld" is found at "gemeente-lindeveld", a second one at "…-2"."""
    base = slugify(name)[:50] or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number = next(n for n in range(1, len(taken) + 2) if (base if n == 1 else f"{base}-{n}") not in taken)
    return Organisation.objects.create(name=name, slug=base if number == 1 else f"{base}-{number}")


def join(user: User, organisation: Organisation, role: str = Member.Role.MEMBER) -> Member:
    """Make someone a member; who is one already keeps their role."""
    member, _ = Member.objects.get_or_create(user=user, organisation=organisation, defaults={"role": role})
    return member
