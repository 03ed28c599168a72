"""Turns the Markdown parts of an example agreement into PDF, DOCX, ODT, HTML, Markdown, text and mail.

`python -m examples.build zaaksysteem` reads `examples/zaaksysteem/` and writes `zaaksysteem.pdf` and the
six others beside it. The same sources give the same bytes, on any day and any machine.
"""
