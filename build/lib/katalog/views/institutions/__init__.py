"""The pages and lists of libraries and other organisations."""
