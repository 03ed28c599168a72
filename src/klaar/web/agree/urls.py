"""The addresses of correcting, talking and understanding, below that of their agreement."""

from django.urls import path

from klaar.web.agree import promise_page
from klaar.web.agree.changes import views as change_views
from klaar.web.agree.correct import adding, views
from klaar.web.agree.invite import owning
from klaar.web.agree.invite import views as people_views
from klaar.web.agree.listen import notes
from klaar.web.agree.listen import views as talk
from klaar.web.agree.understand import views as checks

urlpatterns = [
    path("promises/<str:key>/", promise_page.promise, name="promise"),
    path("promises/<str:key>/correct/", views.correct, name="correct"),
    path("promises/<str:key>/strike/", views.strike, name="strike"),
    path("promises/<str:key>/split/", views.split, name="split"),
    path("promises/<str:key>/join/", views.join, name="join"),
    path("source/<int:document>/<int:position>/add/", adding.add, name="add"),
    path("corrections/", adding.corrections, name="corrections"),
    path("corrections/<int:document>.jsonl", adding.gold, name="gold"),
    path("people/", people_views.people, name="people"),
    path("people/<int:seat>/link/", people_views.new_link, name="new_link"),
    path("people/<int:seat>/revoke/", people_views.revoke, name="revoke_link"),
    path("people/<int:seat>/remove/", people_views.remove, name="remove_seat"),
    path("promises/<str:key>/owner/", owning.own, name="own"),
    path("promises/<str:key>/change/", change_views.ask_change, name="ask_change"),
    path("changes/", change_views.changes, name="changes"),
    path("changes/<int:change>/decider/", change_views.set_decider, name="set_decider"),
    path("changes/<int:change>/decide/", change_views.decide, name="decide"),
    path("questions/", talk.questions, name="questions"),
    path("promises/<str:key>/ask/", talk.ask, name="ask"),
    path("questions/<int:question>/answer/", talk.answer, name="answer"),
    path("questions/<int:question>/settle/", talk.settle, name="settle"),
    path("promises/<str:key>/note/", notes.write, name="write_note"),
    path("notes/<int:note>/", notes.change, name="note"),
    path("understand/", checks.understand, name="understand"),
    path("understand/<int:number>/", checks.check, name="check"),
]
