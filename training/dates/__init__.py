"""Labelled dates, and the measures by which they are judged."""
