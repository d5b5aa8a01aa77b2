"""Stub of Django's database layer."""
