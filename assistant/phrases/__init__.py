"""What is meant: from a sentence to a frame. `understand.py` is the list of steps."""
