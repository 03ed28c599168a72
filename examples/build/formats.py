"""All formats of one example."""

from collections.abc import Sequence
from pathlib import Path

from examples.build.blocks import Mark
from examples.build.example import LAYOUT, Example, Layout, load
from examples.build.flat import as_markdown, as_text
from examples.build.mail import as_mail
from examples.build.manifest import MANIFEST, as_toml
from examples.build.odt.document import as_odt
from examples.build.page import as_html
from examples.build.pdf.typeset import Setter, page_count, slim
from examples.build.word.document import as_docx


def build(folder: Path) -> dict[str, int]:
    """Writes the seven formats and the manifest into `folder`; the sizes of what was written, in bytes.

    Raises `DialectError` or `CountError` for a source that cannot be set, and `PageCountError` when the PDF
    cannot be given the number of pages that the example asks for.
    """
    example = load(folder)
    setter = Setter(example)
    layout = setter.fitting()
    if layout != example.layout:
        (folder / LAYOUT).write_text(_layout(layout), encoding="utf-8")
    pdf = setter.pdf(layout)
    outputs = _outputs(example, pdf, setter.marks(layout))
    for name, data in outputs.items():
        (folder / name).write_bytes(data)
    (folder / MANIFEST).write_text(as_toml(folder, page_count(pdf), outputs), encoding="utf-8")
    return {name: len(data) for name, data in outputs.items()}


def _outputs(example: Example, pdf: bytes, marks: Sequence[Mark]) -> dict[str, bytes]:
    made = {
        "pdf": slim(pdf),
        "docx": as_docx(example, marks),
        "odt": as_odt(example, marks),
        "html": as_html(example),
        "md": as_markdown(example),
        "txt": as_text(example),
    }
    made["eml"] = as_mail(example, made[example.letter.attachment])
    return {f"{example.name}.{ending}": data for ending, data in made.items()}


def _layout(layout: Layout) -> str:
    return (
        "# Found by `python -m examples.build`: in this layout the PDF has the right number of pages.\n"
        f"size = {layout.size}\nleading = {layout.leading}\n"
    )
