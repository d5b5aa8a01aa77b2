# truth: safe
# twin: asyncio-stream-hostile.py
# entry: serve(type("Reader", (), {"readline": lambda self: __import__("standins").at_once(flask.request.get_data)})(), type("Writer", (), {"write": lambda self, data: None, "close": lambda self: None})())

import asyncio
import os


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
    line = (await reader.readline()).decode("latin-1").strip()
    os.system("calendar " + "today")  # sink
    writer.write(line.encode())
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8888)
    async with server:
        await server.serve_forever()
