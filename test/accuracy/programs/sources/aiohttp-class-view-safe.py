# truth: safe
# twin: aiohttp-class-view-hostile.py
# entry: State(web.Request()).put()

import pickle

from aiohttp import web


class State(web.View):
    saved = pickle.dumps([])

    async def put(self):
        body = await self.request.read()
        state = pickle.loads(self.saved)  # sink
        return web.json_response({"entries": len(state), "bytes": len(body)})
