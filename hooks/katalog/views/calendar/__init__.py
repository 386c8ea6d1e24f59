"""The calendar by month."""
