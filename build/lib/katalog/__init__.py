"""Katalog: course catalogues and initiative pages for libraries, from Markdown records.

The flow has one direction: source → schema → catalogue → views → render and feeds → frame →
outputs.  Nothing in the package but `adapter` knows MkDocs; nothing below `adapter` and `cli`
reads the clock, the environment or the network.
"""
