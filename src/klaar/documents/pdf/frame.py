"""From a PDF's own coordinates to points from the left and the top of the page as it is shown."""

from typing import Any, NamedTuple

from klaar.documents.pdf.pdfium import raw as pdfium


class Frame(NamedTuple):
    """A page's origin, size and rotation (quarter turns clockwise)."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int

    def place(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """A box of the PDF as (left, top, right, bottom) on the page as shown."""
        if not self.turns:
            high = self.height + self.bottom
            return left - self.left, high - top, right - self.left, high - bottom
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the PDF, from the left and the top of the page as shown."""
        x -= self.left
        y -= self.bottom
        if self.turns == 1:
            return y, x
        if self.turns == 2:
            return self.width - x, y
        if self.turns == 3:
            return self.width - y, self.height - x
        return x, self.height - y


def page_frame(page: Any) -> Frame:
    """The frame of a loaded page: what of it is shown, and how it is turned."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box):
        box = pdfium.FS_RECTF(0, 0, 0, 0)
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    turns = pdfium.FPDFPage_GetRotation(page) % 4
    return Frame(box.left, min(box.bottom, box.top), width, height, turns)
