# truth: safe
# twin: async-gather-hostile.py
# entry: asyncio.run(view())

import asyncio
import subprocess

import flask


async def branch():
    return flask.request.args["branch"]


async def remote():
    await asyncio.sleep(0)
    return "origin"


async def view():
    first, second = await asyncio.gather(branch(), remote())
    subprocess.run(f"git log {second}", shell=True)  # sink
