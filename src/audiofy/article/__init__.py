"""Room 1: source to article."""
