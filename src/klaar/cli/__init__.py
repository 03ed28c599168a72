"""The command `klaar`."""
