"""Why a document could not be read, or not all of it, as codes that have a message in each language."""

from typing import Literal, get_args

ErrorCode = Literal[
    "empty",
    "truncated",
    "encrypted",
    "password_needed",
    "wrong_password",
    "corrupt",
    "unknown_type",
    "too_large",
    "image_only",
    "image_unread",
    "not_text",
]
"""
`empty`: no bytes, or nothing but white space. `truncated`: the file stops halfway. `encrypted`: locked in a
way that no password given here opens. `password_needed`, `wrong_password`: locked with a password.
`corrupt`: damaged. `unknown_type`: a kind of file that is not read ("presentation"). `too_large`: beyond
the limits. `image_only`: pages that are pictures while no OCR is installed. `image_unread`:
pictures in which OCR found no text, or on which it failed. `not_text`: bytes of no text.
"""

ERROR_CODES: tuple[str, ...] = get_args(ErrorCode)
"""Every code that a `DocumentError` may carry."""

GAP_CODES: tuple[str, ...] = (
    "attachment_unread",
    "attachments_skipped",
    "comments",
    "cut_off",
    "encoding_damaged",
    "encoding_guessed",
    "foreign_part",
    "hidden_text",
    "image_empty",
    "image_page",
    "name_differs",
    "ocr_failed",
    "ocr_read",
    "ocr_unsure",
    "page_broken",
    "pictures",
    "struck_text",
    "tracked_changes",
)
"""Every code that a `Gap` of a document may carry."""


class DocumentError(Exception):
    """A document that cannot be read: `code` says why, `detail` adds the figure or the name behind it.

    The words for a reader stand in `text/<language>/messages_documents.toml` under the code.
    """

    def __init__(self, code: ErrorCode, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code: ErrorCode = code
        self.detail = detail
