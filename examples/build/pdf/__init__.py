"""The agreement as a tagged PDF, set with Typst in the fonts that Typst ships with."""
