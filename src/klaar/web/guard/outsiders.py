"""The views of libraries, each named with its rule; one that is not named here is shut."""

from klaar.web.guard.declare import Guard
from klaar.web.guard.rules import ANYONE, PERSON

_OPEN = Guard(ANYONE, ANYONE)
_SIGNED_IN = Guard(PERSON, PERSON)

OUTSIDERS = {
    **dict.fromkeys(
        (
            "account_login", "account_logout", "account_inactive", "account_signup",
            "account_email_verification_sent", "account_confirm_email",
            "account_reset_password", "account_reset_password_done",
            "account_reset_password_from_key", "account_reset_password_from_key_done",
            "mfa_authenticate", "mfa_login_webauthn",
            "socialaccount_login_cancelled", "socialaccount_login_error", "socialaccount_signup",
            "openid_connect_login", "openid_connect_callback",
        ),
        _OPEN,
    ),
    **dict.fromkeys(
        (
            "account_reauthenticate", "account_email", "account_change_password", "account_set_password",
            "account_confirm_login_code",
            "mfa_index", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp",
            "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
            "mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn",
            "mfa_remove_webauthn", "mfa_edit_webauthn",
            "socialaccount_connections", "usersessions_list",
        ),
        _SIGNED_IN,
    ),
}  # fmt: skip
"""By the name of the address: allauth's pages for who is not yet signed in, and for who is."""
