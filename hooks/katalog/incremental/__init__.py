"""What a build keeps of the one before: outputs whose inputs are the same."""
