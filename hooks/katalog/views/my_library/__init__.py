"""What concerns the staff of one library."""
