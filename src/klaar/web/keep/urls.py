"""The addresses of keeping, below that of their agreement."""

from django.urls import path

from klaar.web.keep.levels import views as levels
from klaar.web.keep.overview import views as overview
from klaar.web.keep.record import views as record
from klaar.web.keep.remind import feeds
from klaar.web.keep.remind import views as remind
from klaar.web.keep.sorry import views as sorry

urlpatterns = [
    path("keep/", overview.keep, name="keep"),
    path("keep/all/", overview.followed, name="followed"),
    path("keep/days/", overview.keeping, name="keeping"),
    path("keep/chain/", overview.chain, name="chain"),
    path("keep/chain/events.jsonl", overview.chain_lines, name="chain_lines"),
    path("keep/chain/ledger.zip", overview.chain_folder, name="chain_folder"),
    path("keep/reminders/", remind.reminders, name="reminders"),
    path("keep/reminders/feed/", remind.set_feed, name="set_feed"),
    path("keep/promises/<str:key>/", record.kept, name="kept"),
    path("keep/promises/<str:key>/say/<str:kind>/", record.add, name="say"),
    path("keep/promises/<str:key>/take-back/", record.take_back, name="take_back"),
    path("keep/promises/<str:key>/levels/", levels.levels, name="levels"),
    path("keep/promises/<str:key>/levels/felt/", levels.feel, name="feel"),
    path("keep/promises/<str:key>/sorry/", sorry.sorry, name="sorry"),
    path("keep/evidence/<str:sha256>/", record.evidence, name="evidence"),
]

outside = [
    path("answer/<str:token>/", remind.answer_link, name="answer_link"),
    path("feed/<str:token>.ics", feeds.feed, name="feed"),
]
"""The addresses that someone was sent: they need no seat, and are signed."""
