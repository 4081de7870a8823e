"""Review events to where a claim stands."""
