"""The template by which Typst sets a brief."""
