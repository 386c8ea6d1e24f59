"""One build: what it knows, what it makes of it, and what MkDocs has to do with it."""
