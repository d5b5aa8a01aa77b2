# truth: hostile
# twin: async-for-safe.py
# entry: asyncio.run(view())

import asyncio
import os

import flask


async def chunks(text):
    for word in text.split(","):
        await asyncio.sleep(0)
        yield word


async def view():
    async for chunk in chunks(flask.request.form["text"]):
        os.system(f"append {chunk}")  # sink
