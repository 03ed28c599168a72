"""The views about accounts and organisations."""
