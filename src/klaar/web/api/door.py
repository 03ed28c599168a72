"""Who may do what: each operation says which scope its key needs and who must sit at the table for it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja.operation import PathView
from ninja.security import HttpBearer

from klaar.web.api.models import ApiToken
from klaar.web.api.problems import Wrong, problem
from klaar.web.api.rates import GUESSES, REQUESTS, count
from klaar.web.api.scopes import Scope
from klaar.web.api.tokens import find_token, mark_used
from klaar.web.guard.declare import SAFE, Guard
from klaar.web.guard.request import Request
from klaar.web.guard.rules import Rule
from klaar.web.store.models import Membership

Operation = TypeVar("Operation", bound=Callable[..., Any])
_ROLE = Membership.Role

AT_TABLE = frozenset({_ROLE.OWNER, _ROLE.SIGNER, _ROLE.READER, _ROLE.MEDIATOR})
"""Everyone with a seat; for others the agreement does not exist (404)."""
ON_A_SIDE = AT_TABLE - {_ROLE.MEDIATOR}
"""Who sits on a side, a mediator not."""
SIGNERS = frozenset({_ROLE.OWNER, _ROLE.SIGNER})
"""Who speaks for a side."""
OWNERS = frozenset({_ROLE.OWNER})
"""Who arranges an agreement."""


class ApiRequest(Request):
    """A request that the door let in: with its key, and what is left of its turns."""

    bearer: ApiToken
    left: dict[str, str]


class Asks(NamedTuple):
    """What an operation asks: the scope of the key, and the roles of a seat (None where there is no table)."""

    scope: Scope
    roles: frozenset[Membership.Role] | None


class Bearer(HttpBearer):
    """The key, as the description of the API says it; the door has looked at it by then."""

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        """The key that the door let in."""
        return getattr(request, "bearer", None)


def asks(scope: Scope, roles: frozenset[Membership.Role] | None = None) -> Callable[[Operation], Operation]:
    """Declare what an operation asks: `@asks(Scope.WRITE, SIGNERS)`; one that declares nothing stops the start."""

    def declare(operation: Operation) -> Operation:
        operation.klaar_asks = Asks(scope, roles)  # type: ignore[attr-defined]
        return operation

    return declare


def asked_by(operation: Callable[..., Any]) -> Asks:
    """What an operation declared; raises `ImproperlyConfigured` where it forgot."""
    told: Asks | None = getattr(operation, "klaar_asks", None)
    if told is None:
        raise ImproperlyConfigured(f"{operation.__name__}: this operation does not say who may do it")
    return told


class ApiGuard(Guard):
    """The rules of all operations at one address."""

    def rule_for(self, method: str | None) -> Rule | None:
        """That of looking or of changing; a method that is not there is answered behind the door."""
        return (self.see or self.change) if method in SAFE else (self.change or self.see)


def guard_for(view: PathView) -> ApiGuard:
    """The guard of an address, made of what its operations declared."""
    told = {method: asked_by(each.view_func) for each in view.operations for method in each.methods}
    told.setdefault("HEAD", told["GET"]) if "GET" in told else None
    rule = Rule("token", _admit(told))
    return ApiGuard(rule if "GET" in told else None, rule if set(told) - {"GET", "HEAD"} else None)


def _admit(told: Mapping[str, Asks]) -> Callable[[Request, Mapping[str, Any]], HttpResponse | None]:
    def admit(request: Request, kwargs: Mapping[str, Any]) -> HttpResponse | None:
        try:
            _let_in(request, kwargs, told)  # type: ignore[arg-type]
        except Wrong as wrong:
            return problem(request, wrong)
        return None

    return admit


def _let_in(request: ApiRequest, kwargs: Mapping[str, Any], told: Mapping[str, Asks]) -> None:
    request.bearer = _bearer(request)
    request.left = count("requests", request.bearer.pk, REQUESTS)
    mark_used(request.bearer)
    asked = told.get(request.method or "")
    if asked is None:
        raise Wrong("method", {"Allow": ", ".join(sorted(told))})
    if asked.scope.value not in request.bearer.scopes:
        raise Wrong(
            "scope_missing",
            {"WWW-Authenticate": f'Bearer error="insufficient_scope", scope="{asked.scope.value}"'},
        )
    if asked.roles is not None:
        request.seat = _seat(request.bearer, kwargs["agreement"], asked.roles)


def _bearer(request: HttpRequest) -> ApiToken:
    """The key of a request, if it works; wrong ones are counted by their address."""
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not secret.strip():
        raise Wrong("token_missing", {"WWW-Authenticate": 'Bearer realm="Klaar"'})
    token = find_token(secret.strip())
    code = _broken(token)
    if token is None or code:
        _guessed(request)
        raise Wrong(code, {"WWW-Authenticate": 'Bearer realm="Klaar", error="invalid_token"'})
    return token


def _broken(token: ApiToken | None) -> str:
    if token is None or not token.user.is_active:
        return "token_wrong"
    if token.revoked:
        return "token_revoked"
    return "token_expired" if token.expires <= timezone.now() else ""


def _guessed(request: HttpRequest) -> None:
    from allauth.account.adapter import get_adapter  # noqa: PLC0415

    count("guesses", get_adapter(request).get_client_ip(request), GUESSES)


def _seat(token: ApiToken, agreement: Any, roles: frozenset[Membership.Role]) -> Membership:
    """The seat of the key's person at an agreement of the key's organisation."""
    rows = Membership.objects.filter(user=token.user, removed=None, agreement=agreement)
    rows = rows.filter(agreement__organisation=token.organisation)
    seat = rows.select_related("agreement__organisation").first()
    if seat is None:
        raise Wrong("not_found")
    if seat.role not in roles:
        raise Wrong("not_allowed")
    return seat
