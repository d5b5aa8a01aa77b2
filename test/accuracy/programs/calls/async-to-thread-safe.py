# truth: safe
# twin: async-to-thread-hostile.py
# entry: asyncio.run(view())

import asyncio
import os

import flask


def blocking(command, delay):
    os.system(f"sleep {delay}; {command}")  # sink


async def view():
    asked = flask.request.args["command"]
    await asyncio.to_thread(blocking, "true", 0)
    return asked
