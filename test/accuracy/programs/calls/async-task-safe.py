# truth: safe
# twin: async-task-hostile.py
# entry: asyncio.run(view())

import asyncio
import subprocess

import flask


async def delayed(text):
    await asyncio.sleep(0)
    return text


async def view():
    asked = asyncio.create_task(delayed(flask.request.args["text"]))
    fixed = asyncio.create_task(delayed("hello"))
    await asked
    await fixed
    subprocess.check_output("say " + fixed.result(), shell=True)  # sink
