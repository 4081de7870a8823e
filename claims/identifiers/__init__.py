"""Identifiers of what is cited, each kind in a file of its own: inspected, then brought to one form."""
