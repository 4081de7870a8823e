"""Claim to candidate sources, without I/O: what to ask whom, and how to read the answer."""
