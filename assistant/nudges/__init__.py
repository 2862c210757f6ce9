"""Everything that Wellmet says of its own accord: planned when something happens, decided again when it is due."""
