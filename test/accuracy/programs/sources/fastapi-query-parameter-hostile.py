# truth: hostile
# twin: fastapi-query-parameter-safe.py
# entry: logs(flask.request.args.get("q", ""))

import os

from fastapi import FastAPI

app = FastAPI()


@app.get("/logs")
def logs(unit: str, lines: int = 20):
    os.system(f"journalctl -n {lines} -u {unit}")  # sink
    return {"unit": unit}
