"""Room 4: episodes to what listeners get."""
