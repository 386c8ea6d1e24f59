"""Updates the published folder: which folder may be one, which files in it are ours, what is written."""
