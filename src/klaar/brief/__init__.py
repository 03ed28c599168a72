"""The page for each side and its forms: what an agreement holds, for a terminal and for other programs."""
