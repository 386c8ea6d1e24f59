"""The pages, cards and filters of courses."""
