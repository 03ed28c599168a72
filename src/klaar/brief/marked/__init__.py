"""The source given back with notes at the exact words: comments in a DOCX, highlights in a PDF."""
