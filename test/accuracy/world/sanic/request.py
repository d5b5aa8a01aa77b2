"""Stub of Sanic's request: every part is the payload."""

import heed_world


class Request:
    args = form = headers = cookies = heed_world.Query()

    @property
    def json(self):
        return heed_world.data()

    @property
    def body(self):
        return heed_world.body()
