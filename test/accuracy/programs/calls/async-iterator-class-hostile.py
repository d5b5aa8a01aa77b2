# truth: hostile
# twin: async-iterator-class-safe.py
# entry: asyncio.run(view())

import asyncio
import subprocess

import flask


class Lines:
    def __init__(self, text):
        self.rest = text.split(",")

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.rest:
            raise StopAsyncIteration
        line = self.rest.pop()
        return line


async def view():
    async for line in Lines(flask.request.form["text"]):
        subprocess.run("echo " + line, shell=True)  # sink
