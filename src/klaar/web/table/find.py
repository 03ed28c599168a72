"""What an address asks for, in the version that is on the table."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from klaar.web.guard.refusals import Refusal
from klaar.web.guard.request import Request
from klaar.web.pages.around import open_version
from klaar.web.store.models import Promise, Version


def find_version(request: Request) -> Version:
    """The newest version that is on the table or signed; 404 while there is none."""
    version = open_version(request.seat)
    if version is None:
        raise Http404
    return version


def find_open(request: Request) -> Version:
    """The version on the table; raises `Refusal` for one that both sides signed."""
    version = find_version(request)
    if version.state != Version.State.OPEN:
        raise Refusal("sealed")
    return version


def find_promise(request: Request, key: str) -> tuple[Version, Promise]:
    """A promise of the version on the table, struck or not; 404 for one that is not there."""
    version = find_version(request)
    return version, get_object_or_404(Promise, version=version, key=key)
