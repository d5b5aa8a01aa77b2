"""Stub of Django's view decorators."""
