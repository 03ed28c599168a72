"""The addresses of the table, below that of its agreement."""

from django.urls import path

from klaar.web.table import views

urlpatterns = [
    path("", views.table, name="table"),
    path("promises/<str:key>/", views.promise, name="promise"),
]
