"""Text to speakable text. Pure."""
