"""Changes of what was agreed that someone asks for: each has one who decides, or it is shown that none has."""
