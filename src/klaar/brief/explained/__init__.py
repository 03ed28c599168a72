"""Words explained, one by one or all that an agreement uses: for a reader, as Markdown and as JSON."""
