"""`python -m wellmet` is `wellmet`."""

from wellmet.cli import main

main()
