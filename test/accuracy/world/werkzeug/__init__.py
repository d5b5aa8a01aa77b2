"""Stub of Werkzeug."""
