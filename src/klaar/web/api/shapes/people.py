"""The shapes of the people at a table, and of what they confirmed and signed."""

from datetime import datetime
from typing import Literal

from ninja import Field, Schema

from klaar.web.api.paging import Page
from klaar.web.api.shapes.table import Role
from klaar.web.api.shapes.words import Key, OwnSide, Sha256, SideWord


class Person(Schema):
    """Someone at the table."""

    id: int
    name: str
    side: Literal["it", "client", ""]
    role: Role
    added: datetime


class PersonPage(Page):
    """The people at the table."""

    items: list[Person]


class By(Schema):
    """Who did it: the side, and the name where the key may see names."""

    side: Literal["it", "client", ""]
    name: str | None


class Owner(Schema):
    """Who looks after a promise on one side."""

    promise: Key
    side: OwnSide
    name: str | None = Field(description="null where the key may not see names.")


class OwnerPage(Page):
    """Owners of promises."""

    items: list[Owner]


class Confirmation(Schema):
    """A side confirmed one of its duties, as it is or with a reservation."""

    promise: Key
    side: SideWord
    reservation: str
    holds: bool = Field(description="false: the promise was changed since.")
    by: By | None
    made: datetime


class ConfirmationPage(Page):
    """Confirmations, in the order in which they were made."""

    items: list[Confirmation]


class SignOff(Schema):
    """A side signed off."""

    version: int
    side: OwnSide
    name: str | None = Field(description="null where the key may not see names.")
    made: datetime
    documents_sha256: Sha256
    promises_sha256: Sha256


class SignOffPage(Page):
    """Signatures, in the order in which they were set."""

    items: list[SignOff]
