# truth: hostile
# twin: app-async-worker-safe.py
# entry: asyncio.run(view())

import asyncio
import os

import flask


class Worker:
    def __init__(self):
        self.queue = asyncio.Queue()
        self.handled = 0

    async def add(self, name, *, priority=0):
        await self.queue.put({"name": name, "priority": priority})

    async def drain(self):
        while not self.queue.empty():
            job = await self.queue.get()
            await self.handle(job)

    async def handle(self, job):
        self.handled += 1
        os.system(f"encode {job['name']}")  # sink


async def view():
    worker = Worker()
    await worker.add(flask.request.form["name"], priority=5)
    await worker.drain()
    return str(worker.handled)
