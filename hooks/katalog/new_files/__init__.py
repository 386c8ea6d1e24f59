"""What `katalog new` writes: records, translations and languages for editors to fill in."""
