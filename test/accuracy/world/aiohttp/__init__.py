"""Stub of aiohttp's client: every answer is the payload."""

import heed_world


class ClientResponse:
    status = 200
    headers = heed_world.Query()

    async def text(self):
        return heed_world.line()

    async def read(self):
        return heed_world.body()

    async def json(self):
        return heed_world.data()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_exception):
        return False


class ClientSession:
    def get(self, _url, **_options):
        return ClientResponse()

    post = get

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_exception):
        return False
