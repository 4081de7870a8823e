"""Pages found for a claim to how many independent origins they have, and what sort of source each is."""
