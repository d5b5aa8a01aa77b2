"""Stub of Starlette's routes."""


class Route:
    def __init__(self, path, endpoint, **_options):
        self.path, self.endpoint = path, endpoint
