"""What is written for editors from the definitions themselves: problems, fields, templates of records."""
