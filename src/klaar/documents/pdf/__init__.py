"""PDF: characters at places, from which the text is put together again."""
