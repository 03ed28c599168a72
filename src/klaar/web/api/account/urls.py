"""The addresses of the pages about keys and webhooks."""

from django.urls import path

from klaar.web.api.account import views

urlpatterns = [
    path("account/keys/", views.keys, name="keys"),
    path("account/keys/new/", views.new_key, name="new_key"),
    path("account/keys/<int:token>/withdraw/", views.revoke_key, name="revoke_key"),
    path("account/webhooks/", views.webhooks, name="webhooks"),
    path("account/webhooks/new/", views.new_webhook, name="new_webhook"),
    path("account/webhooks/<int:webhook>/end/", views.end_webhook, name="end_webhook"),
]
