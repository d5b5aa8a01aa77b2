"""Stub of Pyramid's response."""


class Response:
    def __init__(self, body=None, **_options):
        self.body = body
