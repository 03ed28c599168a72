"""The pages around an agreement: the front, a new agreement, the people at the table."""
