"""Search: documents from views, their weighted terms, and the index the browser reads in pieces."""
