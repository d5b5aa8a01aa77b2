# truth: hostile
# twin: aiohttp-client-safe.py
# entry: tell()

import os

import aiohttp


async def tell():
    async with aiohttp.ClientSession() as session:
        async with session.get("https://quotes.example.org/today") as response:
            text = await response.text()
            os.system(f"wall {text}")  # sink
