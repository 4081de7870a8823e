"""ClaimReview of others: objects out of pages, feeds and replies, what is wrong with them, what they say."""
