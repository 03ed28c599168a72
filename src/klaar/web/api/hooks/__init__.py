"""Webhooks: changes at the tables of a person, told to an address that this person set, and to no other."""
