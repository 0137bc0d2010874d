"""Documents that are no pages: books, word processor files, PDFs and mail."""
