"""The addresses of accounts and organisations."""

from django.urls import path

from klaar.web.people.views import looks, members, own, start

urlpatterns = [
    path("start/<str:token>/", start.start, name="start"),
    path("welcome/<str:token>/", members.welcome, name="welcome"),
    path("organisations/", members.organisations, name="organisations"),
    path("organisations/<slug:organisation>/", members.members, name="members"),
    path(
        "organisations/<slug:organisation>/members/<int:member>/remove/",
        members.remove_member,
        name="remove_member",
    ),
    path(
        "organisations/<slug:organisation>/asked/<int:invitation>/withdraw/",
        members.withdraw,
        name="withdraw_member",
    ),
    path("organisations/<slug:organisation>/looks/", looks.looks, name="looks"),
    path("theme/<str:inks>.css", looks.theme, name="theme"),
    path("account/data/", own.own_data, name="own_data"),
    path("account/leave/", own.leave, name="leave"),
]
