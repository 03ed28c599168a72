"""The addresses: each app has its own list, all of them named."""

from django.urls import include, path

from klaar.web.agree.invite.joining import join_table
from klaar.web.keep.urls import outside as sent_links

urlpatterns = [
    path("", include("klaar.web.pages.urls")),
    path("", include("klaar.web.people.urls")),
    path("agreements/<uuid:agreement>/", include("klaar.web.table.urls")),
    path("agreements/<uuid:agreement>/", include("klaar.web.agree.urls")),
    path("agreements/<uuid:agreement>/", include("klaar.web.sealing.urls")),
    path("agreements/<uuid:agreement>/", include("klaar.web.take.urls")),
    path("agreements/<uuid:agreement>/", include("klaar.web.dates.urls")),
    path("organisations/<slug:organisation>/histories/", include("klaar.web.dates.own_urls")),
    path("agreements/<uuid:agreement>/", include("klaar.web.keep.urls")),
    path("api/v1/", include("klaar.web.api.urls")),
    path("", include("klaar.web.api.account.urls")),
    path("join/<str:token>/", join_table, name="join_table"),
    *sent_links,
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/sessions/", include("allauth.usersessions.urls")),
    path("account/other/", include("allauth.socialaccount.urls")),
    path("account/", include("allauth.socialaccount.providers.openid_connect.urls")),
]

handler400 = "klaar.web.pages.failures.bad_request"
handler403 = "klaar.web.pages.failures.not_allowed"
handler404 = "klaar.web.pages.failures.not_found"
handler500 = "klaar.web.pages.failures.unexpected"
