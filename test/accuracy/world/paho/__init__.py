"""Stub of paho."""
