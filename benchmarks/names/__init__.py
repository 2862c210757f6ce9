"""Who is meant: how often rightly and how fast, beside fuzzy search through all names and SQLite's trigram index."""

from benchmarks.names.run import run

__all__ = ["run"]
