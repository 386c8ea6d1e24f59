"""The pages and lists of initiatives, projects and networks."""
