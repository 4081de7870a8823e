"""A claim or a sentence to how much it is worth checking, with the reasons."""
