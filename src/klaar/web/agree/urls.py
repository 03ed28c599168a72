"""The addresses of correcting, talking and understanding, below that of their agreement."""

from django.urls import path

from klaar.web.agree import promise_page
from klaar.web.agree.correct import adding, views

urlpatterns = [
    path("promises/<str:key>/", promise_page.promise, name="promise"),
    path("promises/<str:key>/correct/", views.correct, name="correct"),
    path("promises/<str:key>/strike/", views.strike, name="strike"),
    path("promises/<str:key>/split/", views.split, name="split"),
    path("promises/<str:key>/join/", views.join, name="join"),
    path("source/<int:document>/<int:position>/add/", adding.add, name="add"),
    path("corrections/", adding.corrections, name="corrections"),
    path("corrections/<int:document>.jsonl", adding.gold, name="gold"),
]
