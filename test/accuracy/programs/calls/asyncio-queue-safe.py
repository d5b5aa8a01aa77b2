# truth: safe
# twin: asyncio-queue-hostile.py
# entry: view()

import asyncio
import os

import flask


async def view():
    queue = asyncio.Queue()
    await queue.put("true")
    await queue.put(flask.request.args["job"])
    first = await queue.get()
    second = await queue.get()
    os.system("run " + first)  # sink
