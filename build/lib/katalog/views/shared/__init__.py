"""Parts that several kinds of page show."""
