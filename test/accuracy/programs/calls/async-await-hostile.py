# truth: hostile
# twin: async-await-safe.py
# entry: asyncio.run(view())

import asyncio
import os

import flask


async def name_of(default):
    await asyncio.sleep(0)
    asked = flask.request.args["name"]
    return asked or default


async def view():
    os.system("id " + await name_of("nobody"))  # sink
