"""Search: records of one's own, found by any words in them."""
