"""The API under /api/v1: the objects of `klaar.agreement/1` for other programs, and webhooks that tell of changes."""
