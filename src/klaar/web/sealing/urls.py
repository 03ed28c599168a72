"""The addresses of confirming and signing, below that of their agreement."""

from django.urls import path

from klaar.web.sealing import versions, views

urlpatterns = [
    path("confirm/", views.confirming, name="confirming"),
    path("promises/<str:key>/confirm/", views.confirm, name="confirm"),
    path("sign/", views.sign, name="sign"),
    path("sign/back/", views.unsign, name="unsign"),
    path("sheet-<int:version>.pdf", views.sheet, name="sheet"),
    path("versions/", versions.versions, name="versions"),
    path("versions/<int:version>/", versions.compare, name="compare"),
]
