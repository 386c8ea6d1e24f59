"""Languages: phrases, what Unicode's CLDR knows, alphabetical order."""
