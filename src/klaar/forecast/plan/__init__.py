"""Many promises that wait on each other, from both sides, by simulation."""
