"""Courses from spreadsheets and calendars, and back: what `katalog import` and `katalog export` do.

A file becomes sheets (`table`), their headings columns (`headings`), rows that belong together a course
(`rows`), and that a record that passes the check, or a draft with places to fill in (`records`).
"""
