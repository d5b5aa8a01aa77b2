# truth: hostile
# twin: aiohttp-handler-safe.py
# entry: trace(web.Request())
# payloads: [{"host": a, "hops": "9"} for a in shell_attacks]

import os

from aiohttp import web


async def trace(request):
    host = request.match_info["host"]
    hops = int(request.query.get("hops", "30"))
    os.system(f"traceroute {host}")  # sink
    return web.Response(text=host)


app = web.Application()
app.router.add_get("/trace/{host}", trace)
