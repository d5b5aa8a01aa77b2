# truth: hostile
# twin: httpx-response-safe.py
# entry: refresh()

import subprocess

import httpx


async def refresh():
    async with httpx.AsyncClient() as client:
        response = await client.get("https://hooks.example.org/next")
    subprocess.run(f"echo {response.text}", shell=True)  # sink
