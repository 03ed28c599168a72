"""The addresses of the pages around an agreement."""

from django.urls import path

from klaar.web.pages.views import front, new, reading

urlpatterns = [
    path("", front.agreements, name="agreements"),
    path("language/", front.language, name="language"),
    path("health/", front.health, name="health"),
    path("agreements/new/", new.new, name="new"),
    path("agreements/example/", new.example, name="example"),
    path("agreements/<uuid:agreement>/reading/", reading.reading, name="reading"),
    path("agreements/<uuid:agreement>/reading/again/", reading.read_again, name="read_again"),
    path("agreements/<uuid:agreement>/sides/", reading.sides, name="sides"),
]
