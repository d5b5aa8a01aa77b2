"""Stub of Pyramid's request: every part is the payload, but not the settings of the application."""

import types

import heed_world


class Request:
    params = GET = POST = headers = cookies = matchdict = heed_world.Query()

    def __init__(self, **settings):
        self.registry = types.SimpleNamespace(settings=settings)

    @property
    def json_body(self):
        return heed_world.data()

    @property
    def body(self):
        return heed_world.body()
