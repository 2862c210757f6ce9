"""Recall: what members noted, told back to them. Reads only, and only what is the reader's own."""
