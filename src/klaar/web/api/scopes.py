"""What a key may do. None signs: confirming duties and signing off are done by people, on the pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    """A key has one or more of these."""

    READ = "read", _("read agreements, promises, questions and what was confirmed and signed")
    WRITE = "write", _("add agreements, correct promises, ask and answer; it never confirms or signs")
    PEOPLE = "people", _("see the names of the people at the table")
