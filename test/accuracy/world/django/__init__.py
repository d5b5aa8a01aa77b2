"""Stub of Django."""
