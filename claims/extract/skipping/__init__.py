"""A sentence without a claim to the reason why: opinion, forecast, question and the like."""
