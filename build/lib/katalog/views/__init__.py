"""Views: exactly what one page shows, for one reader's language on one day; no look-ups left."""
