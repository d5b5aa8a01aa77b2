# truth: hostile
# twin: sanic-handler-safe.py
# entry: disk(Request(), flask.request.args.get("q", ""))
# payloads: [{"q": a, "depth": "3"} for a in shell_attacks]

import os

from sanic import Sanic
from sanic.request import Request
from sanic.response import text

app = Sanic("tools")


@app.get("/disk/<folder:str>")
async def disk(request: Request, folder: str):
    depth = int(request.args.get("depth", "1"))
    os.system(f"du -d {depth} {folder}")  # sink
    return text(folder)
