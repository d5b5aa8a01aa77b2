"""Stub of Starlette's WebSocket: it says the payload, then quits."""

import heed_world


class WebSocket:
    def __init__(self):
        self.rest = [heed_world.line(), "quit"]

    async def accept(self):
        return None

    async def receive_text(self):
        return self.rest.pop(0)

    async def send_text(self, _text):
        return None

    async def close(self):
        return None
