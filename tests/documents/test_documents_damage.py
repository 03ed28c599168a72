"""Whatever the bytes, a document comes out or a `DocumentError` does."""

import pytest
from document_mutations import damaged
from document_samples import samples

from klaar.documents import DocumentError, Limits, read_document

SEEDS = range(60)
LIMITS = Limits(unpacked=20_000_000, pages=200)


@pytest.mark.parametrize("name", sorted(samples()))
def test_damaged_files_raise_nothing_else(name: str) -> None:
    for seed in SEEDS:
        data = damaged(samples()[name], seed)
        try:
            document = read_document(data, name, ocr=False, limits=LIMITS)
        except DocumentError:
            continue
        place = 0
        for block in document.blocks:
            assert place <= block.start < block.end <= len(document.text), seed
            place = block.end
