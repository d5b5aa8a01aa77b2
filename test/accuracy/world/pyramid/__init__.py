"""Stub of Pyramid."""
