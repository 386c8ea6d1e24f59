"""Bringing a published folder up to date: what may be one, what of it is Katalog's own, what is written."""
