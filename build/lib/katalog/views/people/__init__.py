"""The pages and the directory of people."""
