"""Stub of Starlette's request: every part is the payload."""

import types

import heed_world


class Request:
    query_params = path_params = headers = cookies = heed_world.Query()

    def __init__(self, app=None):
        self.app = app or types.SimpleNamespace(state=types.SimpleNamespace())

    async def body(self):
        return heed_world.body()

    async def json(self):
        return heed_world.data()

    async def form(self):
        return heed_world.Query()
