"""Stub of Starlette."""
