"""What is measured, and printed by `python -m benchmarks`."""
