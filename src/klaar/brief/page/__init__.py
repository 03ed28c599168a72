"""The brief: what one side must know of an agreement, in the order in which it needs it."""
