"""Stub of its response."""


class Response:
    def __init__(self, data=None, **_options):
        self.data = data
