"""Understanding: a short check before signing, made from the promises themselves."""
