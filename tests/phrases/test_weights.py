"""The learnt weights belong to the labelled phrases and the code beside them."""

from pathlib import Path

from assistant.phrases.weights import digest, learnt

PHRASES = Path(__file__).parents[2] / "training" / "phrases"


def test_the_weights_were_made_from_these_phrases_and_this_code() -> None:
    """Fails after a change to either: `make train` makes them anew."""
    assert learnt().digest == digest(PHRASES.iterdir())
