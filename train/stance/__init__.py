"""Trains the network that says how a passage bears on a claim."""
