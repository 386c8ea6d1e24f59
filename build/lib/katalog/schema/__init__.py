"""What records hold: one definition of every field, and how a source becomes a typed record."""
