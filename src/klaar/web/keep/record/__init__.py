"""One promise and what happened to it: how each side sees it, and the forms to say more."""
