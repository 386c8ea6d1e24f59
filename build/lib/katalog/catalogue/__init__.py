"""Catalogue: records with their references resolved, back-links, order and addresses."""
