"""Who is meant: names as people type them, and the people they may stand for."""
