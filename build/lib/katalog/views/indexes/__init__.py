"""The front page and the lists that lead to records."""
