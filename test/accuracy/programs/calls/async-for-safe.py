# truth: safe
# twin: async-for-hostile.py
# entry: asyncio.run(view())

import asyncio
import os

import flask


async def chunks(text):
    for word in text.split(","):
        await asyncio.sleep(0)
        yield len(word)


async def view():
    async for chunk in chunks(flask.request.form["text"]):
        os.system(f"append {chunk}")  # sink
