# truth: safe
# twin: fastapi-query-parameter-hostile.py
# entry: logs(7)

import os

from fastapi import FastAPI

app = FastAPI()


@app.get("/logs")
def logs(unit: int, lines: int = 20):
    os.system(f"journalctl -n {lines} -u {unit}")  # sink
    return {"unit": unit}
