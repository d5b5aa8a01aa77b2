# truth: hostile
# twin: async-to-thread-safe.py
# entry: asyncio.run(view())

import asyncio
import os

import flask


def blocking(command, delay):
    os.system(f"sleep {delay}; {command}")  # sink


async def view():
    asked = flask.request.args["command"]
    await asyncio.to_thread(blocking, asked, 0)
    return asked
