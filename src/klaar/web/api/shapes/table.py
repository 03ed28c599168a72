"""The shapes around an agreement: its state, the reading of its files, its sides, its people, what was signed."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import ConfigDict

from klaar.web.api.paging import Page
from klaar.web.api.shapes.contract import Party
from klaar.web.api.shapes.words import Line, OwnSide

State = Literal["waiting", "reading", "failed", "sides", "open", "sealed"]
Role = Literal["owner", "signer", "reader", "mediator"]


class Strict(Schema):
    """What is sent here: a word that is not known is an error, so that no wish is passed over in silence."""

    model_config = ConfigDict(extra="forbid")


class Version(Schema):
    """An agreement as its files stood at one moment."""

    number: int
    state: State = Field(
        description="sides: read, and its owner says who is who; sealed: signed by both sides."
    )
    language: str
    pages: int
    words: int
    made: datetime
    opened: datetime | None
    sealed: datetime | None


class Agreement(Schema):
    """An agreement at whose table the person of the key sits."""

    id: UUID
    title: str
    organisation: str
    made: datetime
    is_example: bool
    side: Literal["it", "client", ""] = Field(
        description="Where the person of the key sits; empty for a mediator."
    )
    role: Role
    version: Version | None = Field(description="The newest version.")


class AgreementPage(Page):
    """Agreements, the newest first."""

    items: list[Agreement]


class VersionPage(Page):
    """Versions, the newest first."""

    items: list[Version]


class Failure(Schema):
    """Why the files were not read, in the language of the reader."""

    code: str
    detail: str


class Job(Schema):
    """The reading of the files of a version."""

    agreement: UUID
    number: int = Field(description="The number of the version that is read.")
    state: State
    is_done: bool
    pages_done: int
    pages_all: int = Field(description="0 while that is not known.")
    failure: Failure | None


class Upload(Strict):
    """What goes with the files of a new agreement."""

    title: Line = Field("", max_length=300, description="Empty: the title that the files give themselves.")
    side: OwnSide | None = Field(
        None, description="On which side the person of the key sits; needed with `it` or `client`."
    )
    it: list[Line] = Field([], max_length=20, description="Names in the text that stand for IT: Leverancier.")
    client: list[Line] = Field([], max_length=20, description="Names in the text that stand for the client.")
    again: bool = Field(False, description="Add it although these files are here already.")


class PartySide(Strict):
    """On which side a name in the text stands."""

    name: Line
    side: Literal["it", "client", "other", "both"]


class SidesIn(Strict):
    """Who is who: the own side, and the names of the parties where the reading is not right."""

    title: Line = Field("", max_length=300, description="What the agreement is called; empty: as it is.")
    side: OwnSide
    parties: list[PartySide] = Field([], max_length=200)


class Sides(Schema):
    """Who is who, as read or as a person set it."""

    state: State
    title: str
    side: Literal["it", "client", ""]
    parties: list[Party]
