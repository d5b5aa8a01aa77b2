"""Stub of Django's class-based views."""


class View:
    request = None
