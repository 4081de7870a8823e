"""Claims of the desk, and fact-checks of others, that say the same: found, told why, never merged."""
