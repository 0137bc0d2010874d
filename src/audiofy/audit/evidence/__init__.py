"""Published files to what they say, read without the code that wrote them."""
