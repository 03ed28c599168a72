"""The tables of the app `api`."""
