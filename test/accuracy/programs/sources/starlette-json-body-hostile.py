# truth: hostile
# twin: starlette-json-body-safe.py
# entry: label(Request())

import os

from starlette.requests import Request
from starlette.responses import JSONResponse


async def label(request: Request):
    document = await request.json()
    text = document.get("text", "")
    os.system(f"print-label {text}")  # sink
    return JSONResponse({"printed": text})
