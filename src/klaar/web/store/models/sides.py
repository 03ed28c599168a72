"""The sides, as every table writes them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    """On which side something or someone stands, in the words of `klaar.agreement/1`."""

    IT = "it", _("IT")
    CLIENT = "client", _("the client")
    BOTH = "both", _("both sides")
    OTHER = "other", _("someone else")


OWN_SIDES = (Side.IT, Side.CLIENT)
"""The two sides on which a person can sit at the table."""


def other_side(side: str) -> str:
    """Across the table: "it" for "client", "client" for "it", "" for who sits on neither."""
    return {Side.IT.value: Side.CLIENT.value, Side.CLIENT.value: Side.IT.value}.get(side, "")
