"""Flat text: plain text and Markdown, where every offset points into the file's own characters."""
