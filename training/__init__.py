"""Labelled phrases, and the one command that turns them into the weights of assistant/phrases."""
