"""History becomes the chance of a date: before it is promised, under way, and for many promises at once."""
