"""The addresses of keeping, below that of their agreement."""

from django.urls import path

from klaar.web.keep.overview import views as overview
from klaar.web.keep.record import views as record

urlpatterns = [
    path("keep/", overview.keep, name="keep"),
    path("keep/all/", overview.followed, name="followed"),
    path("keep/days/", overview.keeping, name="keeping"),
    path("keep/chain/", overview.chain, name="chain"),
    path("keep/chain/events.jsonl", overview.chain_lines, name="chain_lines"),
    path("keep/promises/<str:key>/", record.kept, name="kept"),
    path("keep/promises/<str:key>/say/<str:kind>/", record.add, name="say"),
    path("keep/promises/<str:key>/take-back/", record.take_back, name="take_back"),
    path("keep/evidence/<str:sha256>/", record.evidence, name="evidence"),
]
