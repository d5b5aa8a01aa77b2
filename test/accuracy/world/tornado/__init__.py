"""Stub of Tornado."""
