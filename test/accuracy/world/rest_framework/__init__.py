"""Stub of the Django REST framework."""
