# truth: safe
# twin: async-context-generator-hostile.py
# entry: asyncio.run(view())

import asyncio
import contextlib
import os

import flask


@contextlib.asynccontextmanager
async def checkout(revision):
    await asyncio.sleep(0)
    yield {"revision": revision, "folder": "/tmp/checkout"}


async def view():
    async with checkout(flask.request.args["revision"]) as tree:
        os.system("git archive " + tree["folder"])  # sink
