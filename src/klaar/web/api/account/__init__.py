"""The pages on which a person makes and withdraws keys and webhooks."""
