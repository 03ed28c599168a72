"""How English sentences are turned: "shall" is "must", the passive active, "you" for the reader."""
