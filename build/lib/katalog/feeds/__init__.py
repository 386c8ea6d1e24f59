"""Feeds: views to calendars, Atom, JSON, vCards, JSON-LD and the sitemap; bytes, never files."""
