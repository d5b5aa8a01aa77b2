"""Stub of Tornado's handlers: every argument is the payload."""

import heed_world


class Application:
    def __init__(self, handlers=(), **_options):
        self.handlers = handlers


class RequestHandler:
    def __init__(self, **options):
        self.initialize(**options)

    def initialize(self):
        return None

    def get_argument(self, name, default=None):
        return heed_world.text(name, default)

    get_query_argument = get_body_argument = get_cookie = get_argument

    def write(self, _chunk):
        return None

    def finish(self, _chunk=None):
        return None
