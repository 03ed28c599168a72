"""How Dutch sentences are turned: the verb second, the participle last, "u" for the reader."""
