# truth: hostile
# twin: async-with-safe.py
# entry: asyncio.run(view())

import asyncio
import subprocess

import flask


class Session:
    def __init__(self, user):
        self.user = user

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self.user

    async def __aexit__(self, *error):
        return None


async def view():
    async with Session(flask.request.args["user"]) as name:
        subprocess.Popen("last " + name, shell=True)  # sink
