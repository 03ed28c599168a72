"""Signing in through the organisation itself (OpenID Connect), as a TOML file says."""

import tomllib
from pathlib import Path
from typing import Any

from klaar.web.environment import SettingError

_NEEDED = ("id", "name", "client_id", "secret", "server")


def read_sign_in(file: Path | None) -> dict[str, Any]:
    """The providers of allauth for the [[provider]] tables in `file`: Entra ID, SURFconext, Keycloak.

    Each has `id`, `name`, `client_id`, `secret` and `server` (where its discovery document stands), and may
    have `organisation`: who comes in that way becomes a member of it. Raises `SettingError`.
    """
    if file is None:
        return {}
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SettingError(f"KLAAR_SIGN_IN={file}: {error}") from None
    return {"openid_connect": {"APPS": [_app(each) for each in told.get("provider", [])]}}


def _app(provider: dict[str, Any]) -> dict[str, Any]:
    missing = [key for key in _NEEDED if not provider.get(key)]
    if missing:
        raise SettingError(f"KLAAR_SIGN_IN: a [[provider]] lacks {', '.join(missing)}")
    return {
        "provider_id": provider["id"],
        "name": provider["name"],
        "client_id": provider["client_id"],
        "secret": provider["secret"],
        "settings": {"server_url": provider["server"], "organisation": provider.get("organisation", "")},
    }
