"""The signature of a webhook, by the scheme of Standard Webhooks: HMAC-SHA256 of id, time and body."""

import base64
import hashlib
import hmac

from django.utils.crypto import salted_hmac

from klaar.web.api.models import Webhook

PREFIX = "whsec_"


def secret_of(webhook: Webhook) -> str:
    """What the receiver needs to check signatures; made anew each time, so that it is kept nowhere."""
    key = salted_hmac("klaar.webhook", webhook.salt.hex, algorithm="sha256").digest()
    return PREFIX + base64.b64encode(key).decode()


def sign(secret: str, event: str, moment: int, body: bytes) -> str:
    """The signature of one delivery: "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="; `moment` in seconds."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    made = hmac.new(key, f"{event}.{moment}.".encode() + body, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(made).decode()}"
