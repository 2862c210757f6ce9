"""Thanks: for an introduction and what came of it, or for anything else; told to whoever is thanked."""
