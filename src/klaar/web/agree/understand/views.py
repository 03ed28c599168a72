"""The check of understanding."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext

from klaar.web.agree.understand.checks import begin, give, understood_apart
from klaar.web.agree.understand.known import asked_words
from klaar.web.guard.declare import guarded
from klaar.web.guard.request import Request
from klaar.web.guard.rules import AT_TABLE, ON_A_SIDE
from klaar.web.showing import show
from klaar.web.store.models import CheckItem, Promise, UnderstandingCheck, Version
from klaar.web.table.find import find_open, find_version
from klaar.web.table.source import source_of


@guarded(AT_TABLE, change=ON_A_SIDE)
def understand(request: Request, agreement: UUID) -> HttpResponse:
    """What the check is, how far one is, and where the two sides understood differently."""
    if request.method == "POST":
        check = begin(find_open(request), request.seat, _language())
        if check is None:
            messages.error(request, gettext("There is too little in this agreement to ask about."))
            return redirect("understand", agreement=agreement)
        request.done = "check_begun"
        return redirect("check", agreement=agreement, number=1)
    version = find_version(request)
    check = version.checks.filter(seat=request.seat).first()
    items = list(check.items.select_related("promise")) if check else []
    first = next((item.position + 1 for item in items if item.given is None), 0)
    context = {
        "version": version,
        "check": check,
        "items": items,
        "right": sum(item.given == item.right for item in items),
        "next": first,
        "apart": [(each, asked_words(each.asks), show(each.promise)) for each in understood_apart(version)],
        "is_open": version.state == Version.State.OPEN,
    }
    return render(request, "agree/understand.html", context)


@guarded(ON_A_SIDE, change=ON_A_SIDE)
def check(request: Request, agreement: UUID, number: int) -> HttpResponse:
    """One question; after the answer the clause itself is beside it."""
    version = find_version(request)
    own = get_object_or_404(UnderstandingCheck, version=version, seat=request.seat)
    item = get_object_or_404(own.items.select_related("promise"), position=number - 1)
    if request.method == "POST":
        find_open(request)
        said = request.POST.get("answer", "")
        give(item, int(said) if said.isdecimal() and len(said) < 4 else -1)
        return redirect("check", agreement=agreement, number=number)
    return render(request, "agree/check.html", _context(version, own, item))


def _context(version: Version, own: UnderstandingCheck, item: CheckItem) -> dict[str, object]:
    promise: Promise = item.promise
    count = own.items.count()
    is_given = item.given is not None
    return {
        "version": version,
        "item": item,
        "number": item.position + 1,
        "all": count,
        "next": item.position + 2 if item.position + 1 < count else 0,
        "asked": asked_words(item.asks),
        "hides": item.asks in ("when", "level", "otherwise"),
        "card": show(promise),
        "promise": promise,
        "is_given": is_given,
        "is_right": item.given == item.right,
        "said": item.options[item.given] if item.given is not None else "",
        "right": item.options[item.right],
        "source": source_of(promise) if is_given else None,
        "blank": blank(item),
    }


def blank(item: CheckItem) -> str:
    """The words of the promise, without those that give the answer away."""
    promise: Promise = item.promise
    words = " ".join(f"{promise.opening} {promise.quote}".split())
    gone = {
        "when": [(promise.deadline or {}).get("text", "")],
        "otherwise": [promise.consequence],
    }.get(item.asks, [])
    for each in gone:
        plain = " ".join((each or "").split())
        words = words.replace(plain, "…") if plain else words
    if item.asks == "level":
        words = "".join("…" if character.isdigit() else character for character in words)
    if item.asks == "who" and promise.party:
        words = words.replace(promise.party, "…")
    return words


def _language() -> str:
    return (get_language() or "en")[:2]
