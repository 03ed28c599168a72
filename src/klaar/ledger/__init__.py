"""What happened to each promise, kept so that a change shows; what follows from it is worked out anew."""
