"""The form over a folder on this machine: who may ask, which files there are, and the answers.

Knows no network: `katalog edit` serves it.
"""
