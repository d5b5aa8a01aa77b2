# truth: hostile
# twin: starlette-websocket-safe.py
# entry: console(WebSocket())

import os

from starlette.websockets import WebSocket


async def console(websocket: WebSocket):
    await websocket.accept()
    while True:
        line = await websocket.receive_text()
        if line == "quit":
            break
        os.system(line)  # sink
    await websocket.close()
