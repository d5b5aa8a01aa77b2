# truth: safe
# twin: httpx-response-hostile.py
# entry: refresh()

import subprocess

import httpx


async def refresh():
    async with httpx.AsyncClient() as client:
        response = await client.get("https://hooks.example.org/next")
    subprocess.run(f"echo {response.status_code}", shell=True)  # sink
