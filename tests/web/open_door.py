"""An address list with a view that forgot to say who may come in."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def door(request: HttpRequest) -> HttpResponse:
    return HttpResponse("inside")


urlpatterns = [path("door/", door, name="door")]
handler500 = "klaar.web.pages.failures.unexpected"
