"""Records as data for other programs: models, what fills them, and their published schema."""
