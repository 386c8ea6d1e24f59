"""A project's files, read once each: records, translations, attachments, and what is wrong with them."""
