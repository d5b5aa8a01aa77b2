# truth: hostile
# twin: aiohttp-class-view-safe.py
# entry: State(web.Request()).put()

import pickle

from aiohttp import web


class State(web.View):
    saved = pickle.dumps([])

    async def put(self):
        body = await self.request.read()
        state = pickle.loads(body)  # sink
        return web.json_response({"entries": len(state), "bytes": len(body)})
