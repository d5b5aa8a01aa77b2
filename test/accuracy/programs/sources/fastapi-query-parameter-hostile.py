# truth: hostile
# twin: fastapi-query-parameter-safe.py
# not-run: needs fastapi

import os

from fastapi import FastAPI

app = FastAPI()


@app.get("/logs")
def logs(unit: str, lines: int = 20):
    os.system(f"journalctl -n {lines} -u {unit}")  # sink
    return {"unit": unit}
