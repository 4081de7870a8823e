"""Records to public shapes: ClaimReview, Atom, links that open a page at a quote."""
