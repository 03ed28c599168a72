"""Taking along: every form of an agreement, its log, and the end of it."""
