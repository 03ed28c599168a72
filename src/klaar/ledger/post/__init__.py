"""How a letter leaves: by a mail server, or as a file in a folder."""
