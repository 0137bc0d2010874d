"""Room 3: script and cast to a recording."""
