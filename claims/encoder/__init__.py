"""The trained encoder: the only folder that loads weights."""
