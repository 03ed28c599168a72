"""A ledger in a folder of text files, fit for version control: one line an event, only ever added to."""
