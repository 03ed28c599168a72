"""The addresses of accounts and organisations."""

from django.urls import path

from klaar.web.people.views import start

urlpatterns = [
    path("start/<str:token>/", start.start, name="start"),
]
