"""Stub of paho.mqtt."""
