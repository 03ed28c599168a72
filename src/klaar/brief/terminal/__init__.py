"""Text for a terminal: runs of one style, lines no wider than the screen, colours where they are wanted."""
