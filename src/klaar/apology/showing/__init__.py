"""A letter as text, Markdown, HTML and JSON."""
