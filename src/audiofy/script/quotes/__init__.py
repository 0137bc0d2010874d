"""Text to quotations and who said them. Pure."""
