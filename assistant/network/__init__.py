"""Who knows whom, how warmly, and the way to somebody."""
