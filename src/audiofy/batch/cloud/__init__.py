"""Episodes in object storage: whole objects, and markers that say what is done."""
