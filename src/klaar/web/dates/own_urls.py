"""The addresses of the histories of an organisation."""

from django.urls import path

from klaar.web.dates.views import own_histories as views

urlpatterns = [
    path("", views.own_histories, name="own_histories"),
    path("<int:history>/", views.own_history, name="own_history"),
    path("<int:history>/forget/", views.forget_history, name="forget_history"),
]
