"""What is kept: agreements, their files, what was read in them and what both sides said about it."""
