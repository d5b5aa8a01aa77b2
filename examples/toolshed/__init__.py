"""A neighbourhood lends its tools."""
