"""What holds for every document, however it was read."""

from klaar.documents import Document


def check(document: Document) -> None:
    """Blocks in order, apart, over all words; rows, cells, lines and pages inside the text."""
    text, place = document.text, 0
    for block in document.blocks:
        assert place <= block.start < block.end <= len(text)
        assert not text[place : block.start].strip(), text[place : block.start]
        assert block.start <= block.body <= block.end
        place = block.end
    assert not text[place:].strip()
    for table in document.tables:
        assert 0 <= table.start < table.end <= len(text)
        assert 0 <= table.heads < max(2, len(table.rows) + 1)
        for row in table.rows:
            assert table.start <= row.start < row.end <= table.end
            for cell in row.cells:
                assert row.start <= cell.start <= cell.end <= row.end
    for line in document.lines:
        assert 0 <= line.start < line.end <= len(text)
        assert line.right >= line.left
        assert line.bottom >= line.top
    for page in document.pages:
        assert 0 <= page.start <= page.end <= len(text)


def said(document: Document, *kinds: str) -> list[str]:
    """The words of the blocks of these kinds, or of all."""
    return [
        document.text[block.start : block.end]
        for block in document.blocks
        if not kinds or block.kind in kinds
    ]


def table_of(document: Document, place: int = 0) -> list[list[str]]:
    """The cells of a table."""
    return [[cell.of(document.text) for cell in row.cells] for row in document.tables[place].rows]
