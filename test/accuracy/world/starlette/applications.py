"""Stub of Starlette's application."""

import types


class Starlette:
    def __init__(self, routes=(), **_options):
        self.routes = list(routes)
        self.state = types.SimpleNamespace()
