"""The kinds of words and numbers of which the shapes are made."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

SideWord = Literal["it", "client", "both", "other"]
OwnSide = Literal["it", "client"]
Certainty = Literal["sure", "check"]
PromiseKind = Literal["obligation", "prohibition", "permission", "service_level", "warranty", "exclusion"]
DeadlineKind = Literal["date", "within", "before", "recurring", "event", "vague", "for"]
MetricWord = Literal[
    "availability", "response_time", "resolution_time", "recovery_time", "recovery_point", "amount",
    "percentage", "count", "other",
]  # fmt: skip
Op = Literal[">=", "<=", "=", ">", "<"]

Offset = Annotated[int, Field(ge=0, description="A place in the text of a file, in characters from 0.")]
File = Annotated[int, Field(ge=0, description="Which of the documents, from 0.")]
PageNumber = Annotated[
    int | None, Field(description="The page on which it starts, from 1; null where the format has no pages.")
]
Span = tuple[Offset, Offset]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
"""The id of a promise."""
Said = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000, pattern=r"^[^\x00]*\S[^\x00]*$"),
]
"""What a person says: not empty, not endless, and without the character that no database keeps."""
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=r"^[^\x00]*$")]
"""The same, where nothing is said too."""
