"""Sign-offs that no longer hold: what was signed has changed since."""

from klaar.web.store.models import SignOff, Version


def lapse_sign_offs(version: Version) -> int:
    """Take away the sign-off of a side when the promises change before the other side signed; gives how many.

    A version that both sides signed is never changed, so that this never touches one.
    """
    return SignOff.objects.filter(version=version).exclude(version__state=Version.State.SEALED).delete()[0]
