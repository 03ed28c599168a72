"""The addresses of the table, below that of its agreement."""

from django.urls import path

from klaar.web.table import finding_views, source_views, views

urlpatterns = [
    path("", views.table, name="table"),
    path("source/<int:document>/<int:position>/", source_views.source, name="source"),
    path("source/<int:document>/<int:position>/picture.png", source_views.picture, name="picture"),
    path("words/", source_views.word, name="word"),
    path("before-signing/", finding_views.findings, name="findings"),
    path("not-covered/", finding_views.not_covered, name="not_covered"),
]
